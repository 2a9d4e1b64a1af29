import { planText } from './plan-talk.ts';

export const planCliText = {
  usage: 'Cách dùng: npm run -s plan -- [--explain] TỆP… (tệp .docx, .pdf hoặc .txt)',
  notFound: (file: string): string => `Không mở được tệp ${file}.`,
  /** `problem`: a code, or a sentence already. */
  unread: (file: string, problem: string): string =>
    `${file}: ${/^[a-z_]+$/.test(problem) ? planText.problem(problem) : problem}`,
  secret: 'Hệ thống không tiếp nhận tài liệu có độ mật.',
};

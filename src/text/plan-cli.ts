export const planCliText = {
  usage: 'Cách dùng: npm run -s plan -- [--explain] TỆP… (tệp .docx, .pdf hoặc .txt)',
  notFound: (file: string): string => `Không mở được tệp ${file}.`,
  secret: 'Hệ thống không tiếp nhận tài liệu có độ mật.',
};

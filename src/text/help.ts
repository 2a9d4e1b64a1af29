import type { Line } from '../core/message.ts';

interface Helped {
  name: string;
  says: readonly string[];
  summary: string;
  example: string;
}

const code = (name: string) => ({ code: `/${name}` });

export const helpText = {
  all: (commands: readonly Helped[]): { lines: Line[] } => ({
    lines: [
      [{ bold: 'Các lệnh đồng chí dùng được' }],
      ...commands.map((one): Line => [code(one.name), ` – ${one.summary}`]),
      [{ italic: 'Gõ có dấu hay không dấu đều được: “nộp báo cáo”, “han”.' }],
    ],
  }),
  one: ({ name, says, summary, example }: Helped): { lines: Line[] } => ({
    lines: [
      [code(name), `: ${summary}.`],
      ['Ví dụ: ', { code: example }],
      [`Cũng hiểu: ${says.map(word => `“${word}”`).join(', ')}.`],
    ],
  }),
};

import type { Line } from '../core/message.ts';

interface Helped {
  name: string;
  says: readonly string[];
  summary: string;
  example: string;
}

interface Said {
  lines: Line[];
  choices?: { id: string; label: string }[][];
}

const topics = {
  reports: 'Hạn và báo cáo',
  deadlines: 'Đặt hạn, nhắc hạn',
  scores: 'Chấm điểm, xếp hạng',
  talk: 'Thông báo, bình xét',
  year: 'Kế hoạch năm',
  bloc: 'Khối, đơn vị, nhóm',
  other: 'Việc khác',
} as const;
export type HelpTopic = keyof typeof topics;

const code = (name: string) => ({ code: `/${name}` });
const lineOf = ({ name, summary }: Helped): Line => [code(name), ` – ${summary}`];
const listed = (commands: readonly Helped[]): Line[] => commands.map(lineOf);
const button = (topic: HelpTopic) => ({ id: `tro_giup ${topics[topic]}`, label: topics[topic] });

/** Two to a row. */
const rows = <T>(all: readonly T[]): T[][] =>
  all.flatMap((_, n) => (n % 2 === 0 ? [all.slice(n, n + 2)] : []));

export const helpText = {
  topicName: (topic: HelpTopic): string => topics[topic],
  first: (commands: readonly Helped[], given: readonly HelpTopic[]): Said => ({
    lines: [
      [{ bold: 'Các lệnh hay dùng' }],
      ...listed(commands),
      [{ italic: 'Gõ có dấu hay không dấu đều được: “nộp báo cáo”, “han”.' }],
      ['Việc khác: chọn nhóm việc dưới đây, hoặc gõ ', { code: '/tro_giup tất cả' }, '.'],
    ],
    choices: rows(given.map(button)),
  }),
  topic: (topic: HelpTopic, commands: readonly Helped[]): Said => ({
    lines: [[{ bold: topics[topic] }], ...listed(commands)],
    choices: [[{ id: 'tro_giup', label: 'Các nhóm việc' }]],
  }),
  all: (groups: readonly { topic: HelpTopic; commands: readonly Helped[] }[]): Said => ({
    lines: groups.flatMap(({ topic, commands }, n): Line[] => [
      ...(n > 0 ? [[]] : []),
      [{ bold: topics[topic] }],
      ...listed(commands),
    ]),
  }),
  one: ({ name, says, summary, example }: Helped): Said => ({
    lines: [
      [code(name), `: ${summary}.`],
      ['Ví dụ: ', { code: example }],
      [`Cũng hiểu: ${says.map(word => `“${word}”`).join(', ')}.`],
    ],
  }),
};

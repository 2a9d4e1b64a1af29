import type { UnitRole } from '../core/bloc.ts';
import type { Inline, Message } from '../core/message.ts';

/** A bloc is led by a "Trưởng khối", a cluster by a "Cụm trưởng": what things are called under each label. */
export interface BlocWords {
  /** In a sentence: `khối`. */
  bloc: string;
  /** At its beginning: `Khối`. */
  Bloc: string;
  role: Record<UnitRole, string>;
}

const WORDS: Record<'khối' | 'cụm', BlocWords> = {
  khối: {
    bloc: 'khối',
    Bloc: 'Khối',
    role: { lead: 'Trưởng khối', deputy: 'Phó Trưởng khối', member: 'đơn vị thành viên' },
  },
  cụm: {
    bloc: 'cụm',
    Bloc: 'Cụm',
    role: { lead: 'Cụm trưởng', deputy: 'Cụm phó', member: 'đơn vị thành viên' },
  },
};

export const blocWords = (label: 'khối' | 'cụm'): BlocWords => WORDS[label];

/** What a bloc of that name is called, as the name itself says it. */
export const labelOf = (name: string): 'khối' | 'cụm' => (/^\s*c[ụu]m(\s|$)/iu.test(name) ? 'cụm' : 'khối');

/** Sentences are written for a bloc; of a cluster the same ones speak in its own words. */
const TO_CLUSTER: readonly [RegExp, string][] = [
  [/Trưởng khối \(Cụm trưởng\)/g, 'Cụm trưởng'],
  [/Phó Trưởng khối/g, 'Cụm phó'],
  [/Trưởng khối/g, 'Cụm trưởng'],
  // "Khối lượng" is in people's own titles, and other blocs keep their names.
  [
    /(?<=^|\s|\()(của|trong|cho|thay mặt|ở|các|một|người của|thông tin) khối(?! lượng| thi đua| \d)(?!\p{L})/gu,
    '$1 cụm',
  ],
  [/^khối(?= (?:nghỉ|đi làm|đã chốt|chưa chốt|để ngỏ))/, 'cụm'],
  [/^Khối(?= (?:nghỉ|đi làm|để ngỏ|chưa chốt))/, 'Cụm'],
];
const toCluster = (text: string) => TO_CLUSTER.reduce((said, [from, to]) => said.replace(from, to), text);

/** The message as that bloc calls itself; what people have written (italics, codes, names) stays. */
export function inWordsOf(bloc: string | null, message: Message): Message {
  if (bloc === null || labelOf(bloc) === 'khối') return message;
  const inline = (one: Inline): Inline => {
    if (typeof one === 'string') return toCluster(one);
    return 'bold' in one ? { bold: toCluster(one.bold) } : one;
  };
  const { lines, options } = message;
  return {
    ...message,
    lines: lines.map(line => line.map(inline)),
    ...(options && {
      options: options.map(row => row.map(one => ({ ...one, label: toCluster(one.label) }))),
    }),
  };
}

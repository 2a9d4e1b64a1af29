import type { Day } from '../core/day.ts';
import { type Exemplar, type ExemplarFacts, type ExemplarStage, isLate } from '../core/exemplar.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { formatDay, formatInstant } from './days.ts';
import { clip } from './fold.ts';

/** Sentences of `/dien_hinh`: exemplars on their way through the four stages. */

/** UTF-16 units. */
const LABEL = 40;
const NAME = 100;

export const stageName: Record<ExemplarStage, string> = {
  found: 'phát hiện',
  nurtured: 'bồi dưỡng',
  summed_up: 'tổng kết',
  spread: 'nhân rộng',
  withdrawn: 'đã rút',
};

const ref = (one: Pick<Exemplar, 'id'>) => shortRef('e', one.id);
const head = (one: Pick<Exemplar, 'number'>) => `Điển hình số ${one.number}`;
const late = (one: Exemplar, today: Day) => (isLate(one, today) ? ', quá hạn' : '');
const factLines = ({ name, merit, caretaker, dueOn }: ExemplarFacts): Line[] => [
  [`• Điển hình: ${name}`],
  [`• Việc làm, thành tích: ${merit ?? 'chưa ghi'}`],
  [`• Phụ trách: ${caretaker ?? 'chưa phân công'}${dueOn ? `, đến ${formatDay(dueOn)}` : ''}`],
];

export const exemplarText = {
  list: (bloc: string, shown: readonly Exemplar[], all: readonly Exemplar[], today: Day): Line[] => {
    const of = (stage: ExemplarStage) => all.filter(one => one.stage === stage).length;
    return [
      [{ bold: 'Điển hình tiên tiến' }, ` · ${bloc}`],
      all.length === 0
        ? ['Chưa đơn vị nào giới thiệu.']
        : [
            `Phát hiện ${of('found')}, bồi dưỡng ${of('nurtured')}, tổng kết ${of('summed_up')}, nhân rộng ${of('spread')}.`,
          ],
      ...shown.map(
        (one): Line => [
          `${one.number}. ${clip(one.name, NAME)} – ${one.unitName}, ${stageName[one.stage]}${one.dueOn ? ` đến ${formatDay(one.dueOn)}` : ''}${late(one, today)}`,
        ],
      ),
      ['Giới thiệu: gõ ', { code: '/dien_hinh Tổ một cửa; thành tích: …; phụ trách: …; đến 30/9' }],
    ];
  },
  shown: (bloc: string, one: Exemplar, today: Day): Line[] => [
    [{ bold: head(one) }, ` · ${bloc}`],
    [`${one.unitName}; giai đoạn ${stageName[one.stage]}${late(one, today)}.`],
    ...factLines(one),
    [{ italic: `Đồng chí ${one.byName}, ${formatInstant(one.changedAt)}` }],
  ],
  open: (one: Exemplar) => ({
    id: `dien_hinh ${ref(one)}`,
    label: `${one.number}. ${clip(one.name, LABEL)}`,
  }),
  openLabel: 'Mở điển hình',
  /** What can be typed behind its number. */
  forms: ['bồi dưỡng', 'tổng kết', 'nhân rộng', 'thành tích: …', 'phụ trách: …', 'tên: …', 'rút'],
  make: { id: 'dien_hinh moi', label: 'Giới thiệu điển hình' },
  enter: (one: Exemplar, stage: ExemplarStage) => ({
    id: `dien_hinh ${stage} ${ref(one)}`,
    label: stage === 'withdrawn' ? 'Rút' : `Chuyển: ${stageName[stage]}`,
  }),
  typed: (stage: ExemplarStage): string => (stage === 'withdrawn' ? 'rút' : stageName[stage]),
  edit: (one: Exemplar) => ({ id: `dien_hinh sua ${ref(one)}`, label: 'Sửa, bổ sung' }),
  more: 'Xem tiếp',
  question: (): Line[] => [
    ['Điển hình là tập thể, cá nhân nào, việc làm gì, ai phụ trách, đến khi nào? Ví dụ:'],
    [{ code: 'Tổ một cửa; thành tích: không hồ sơ trễ hạn; phụ trách: đồng chí Mai; đến 30/9' }],
  ],
  noName: (): Line[] => [['Hệ thống chưa thấy tên điển hình. Đề nghị đồng chí gõ tên trước.']],
  badDay: (words: string): Line[] => [
    [`“${clip(words, 30)}” không có ngày rõ ràng. Đề nghị đồng chí gõ lại, ví dụ: đến 30/9.`],
  ],
  preview: (facts: ExemplarFacts, unit: string, file: string | null): Line[] => [
    [{ bold: `Sẽ ghi điển hình của ${unit} (phát hiện):` }],
    ...factLines(facts),
    ...(file ? [[`• Tệp: ${file}`]] : []),
  ],
  save: (unit: string | null) => (unit === null ? 'Ghi' : `Ghi: ${clip(unit, LABEL)}`),
  registered: (number: number, unit: string): Line[] => [[`Đã ghi điển hình số ${number} của ${unit}.`]],
  askEdit: (one: Exemplar): Line[] => [
    [{ bold: head(one) }, `, giai đoạn ${stageName[one.stage]}`],
    ...factLines(one),
    [],
    ['Đồng chí ghi gì? Ví dụ: ', { code: 'bồi dưỡng; phụ trách: đồng chí Mai; đến 30/9' }],
  ],
  previewChange: (one: Exemplar, facts: ExemplarFacts, stage: ExemplarStage, file: string | null): Line[] => [
    [
      {
        bold:
          stage === one.stage
            ? `${head(one)} sẽ là:`
            : `${head(one)}: ${stageName[one.stage]} → ${stageName[stage]}`,
      },
    ],
    ...factLines(facts),
    ...(file ? [[`• Tệp: ${file}`]] : []),
  ],
  mayNot: (one: Exemplar, stage: ExemplarStage): Line[] => [
    [
      `${head(one)} đang ở “${stageName[one.stage]}” nên chưa ghi “${stageName[stage]}” được; bốn bước lần lượt là phát hiện, bồi dưỡng, tổng kết, nhân rộng.`,
    ],
  ],
  saved: (one: Exemplar, stage: ExemplarStage): Line[] => [
    [`Đã lưu điển hình số ${one.number}: ${stageName[stage]}.`],
  ],
  arrived: (
    bloc: string,
    one: Pick<Exemplar, 'number' | 'name' | 'unitName'>,
    stage: ExemplarStage,
  ): Line[] => [
    [{ bold: `[Điển hình số ${one.number}]` }, ` ${bloc}: ${one.unitName}, ${stageName[stage]}.`],
    [one.name],
  ],
  notYours: (one: Exemplar): Line[] => [[`${head(one)} do đầu mối của ${one.unitName} cập nhật.`]],
  contactsOnly: (): Line[] => [['Việc giới thiệu điển hình dành cho đầu mối của đơn vị.']],
  unknown: (asked: string): Line[] => [
    [`Không có điển hình “${clip(asked, 20)}”. Xem danh sách: `, { code: '/dien_hinh' }],
  ],
  digest: (late: number): Line => [
    `Điển hình: ${late} việc bồi dưỡng, nhân rộng đã quá hạn; xem `,
    { code: '/dien_hinh' },
    '.',
  ],
};

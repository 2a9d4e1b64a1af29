import { type Day, daysBetween } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { type Countdown, countdown, lastDayOfSpan, type Milestone } from '../core/milestone.ts';
import { shortRef } from '../core/short-ref.ts';
import { anniversaryOf, numberSaid } from './anniversaries.ts';
import { formatDay } from './days.ts';
import { clip } from './fold.ts';
import { daysInName } from './milestone-line.ts';
import { milestoneDays } from './plan-items.ts';

/** Sentences of `/dot_thi_dua`: campaigns, anniversaries and events that the year works towards. */

/** UTF-16 units. */
const LABEL = 36;
const NAME = 90;
const BODY = 160;

const ref = (one: Pick<Milestone, 'id'>) => shortRef('p', one.id);

function countWords(count: Countdown | null): string {
  if (count === null) return '';
  if (count.kind === 'over') return ', đã qua';
  if (count.kind === 'before') return `, còn ${count.days} ngày`;
  const { day, of } = count;
  if (of === 1) return ', hôm nay';
  return `, hôm nay là ngày thứ ${day}/${of}${day === of ? ', ngày cuối' : `, còn ${of - day} ngày`}`;
}

/** The right number, and where the document has another. */
function anniversaryWords({ startsOn, endsOn, name }: Milestone): string {
  const known = startsOn && endsOn === null ? anniversaryOf(startsOn) : null;
  if (!known) return '';
  const said = numberSaid(name);
  const doubt = said !== null && said !== known.number ? `; văn bản ghi ${said} năm` : '';
  return ` (${known.words}${doubt})`;
}

const row = (one: Milestone, today: Day): Line => [
  `${one.no}. ${clip(one.name, NAME)}: `,
  { bold: milestoneDays(one) },
  `${countWords(countdown(one, today))}${anniversaryWords(one)}${one.activities.length > 0 ? `; ${one.activities.length} hoạt động` : ''}`,
];

export const milestoneText = {
  list: (bloc: string, all: readonly Milestone[], today: Day): Line[] => [
    [{ bold: 'Đợt thi đua, mốc kỷ niệm' }, ` · ${bloc}`],
    ...(all.length === 0
      ? [['Kế hoạch của năm chưa có đợt hay mốc nào: ', { code: '/nap_ke_hoach' }] as Line]
      : all.map(one => row(one, today))),
    ...(all.length > 0
      ? [
          [
            'Báo hoạt động: gõ số rồi nội dung, ví dụ ',
            { code: '/dot_thi_dua 1 Ra quân vệ sinh môi trường ngày 5/6' },
          ] as Line,
        ]
      : []),
  ],
  shown: (bloc: string, one: Milestone, today: Day, lead: boolean): Line[] => [
    [{ bold: clip(one.name, NAME) }, ` · ${bloc}`],
    [`Thời gian: ${milestoneDays(one)}${countWords(countdown(one, today))}${anniversaryWords(one)}.`],
    ...(one.activities.length === 0 ? [['Chưa đơn vị nào báo hoạt động.']] : []),
    ...one.activities.map(
      (done): Line => [`• ${formatDay(done.doneOn)}, ${done.unitName}: ${clip(done.body, BODY)}`],
    ),
    ...(lead && one.startsOn === null
      ? [['Đặt ngày: ', { code: `/dot_thi_dua ${one.no} từ 1/7 đến 18/9` }] as Line]
      : []),
  ],
  open: (one: Milestone) => ({ id: `dot_thi_dua ${ref(one)}`, label: `${one.no}. ${clip(one.name, LABEL)}` }),
  report: (one: Milestone) => ({ id: `dot_thi_dua bao ${ref(one)}`, label: 'Báo hoạt động' }),
  question: (one: Milestone): Line[] => [
    [{ bold: clip(one.name, NAME) }],
    ['Đơn vị đã làm gì, ngày nào? Ví dụ: ', { code: 'Ra quân vệ sinh môi trường 5 tuyến đường ngày 5/6' }],
  ],
  nothing: (): Line[] => [['Hệ thống chưa đọc được nội dung. Đề nghị đồng chí gõ lại.']],
  noDay: (): Line[] => [['Ngày vừa gõ không có hoặc chưa rõ. Đề nghị đồng chí gõ lại cả dòng.']],
  leadDates: (): Line[] => [['Ngày của đợt thi đua do Trưởng khối đặt.']],
  contactsOnly: (): Line[] => [['Việc báo hoạt động dành cho đầu mối của đơn vị.']],
  previewDates: (one: Milestone, startsOn: Day, endsOn: Day | null): Line[] => {
    const said = daysInName(one.name);
    const meant = said && lastDayOfSpan(startsOn, said);
    const days = endsOn ? daysBetween(startsOn, endsOn) + 1 : 1;
    return [
      [{ bold: `Sẽ đặt: ${clip(one.name, NAME)}` }],
      [
        `Thời gian: ${milestoneDays({ startsOn, endsOn })}`,
        ...(days > 1 ? [` (${days} ngày, kể cả ngày đầu và ngày cuối)`] : []),
      ],
      ...(meant && meant !== endsOn
        ? [[`Lưu ý: tên ghi ${said} ngày, kể cả ngày đầu là đến ${formatDay(meant)}.`] as Line]
        : []),
      ['Sáng ngày đầu và ngày cuối, Hệ thống nhắc trong nhóm của khối; bản tổng hợp tuần đếm ngược.'],
    ];
  },
  previewActivity: (one: Milestone, unit: string, body: string, doneOn: Day, file: string | null): Line[] => [
    [{ bold: `Sẽ ghi hoạt động của ${unit}, ${clip(one.name, NAME)}:` }],
    [`${formatDay(doneOn)}: ${body}`],
    ...(file ? [[`Tệp: ${file}`]] : []),
  ],
  save: (unit: string | null) => (unit === null ? 'Ghi' : `Ghi: ${clip(unit, LABEL)}`),
  dated: (one: Milestone, startsOn: Day, endsOn: Day | null): Line[] => [
    [`Đã đặt ${clip(one.name, NAME)}: ${milestoneDays({ startsOn, endsOn })}.`],
  ],
  reported: (one: Milestone, unit: string): Line[] => [
    [`Đã ghi hoạt động của ${unit} trong ${clip(one.name, NAME)}.`],
  ],
  begins: (bloc: string, one: Milestone, today: Day): Line[] => [
    [{ bold: `[Phát động] ${one.name}` }, ` · ${bloc}`],
    [
      `Từ ${one.startsOn === null || one.startsOn === today ? 'hôm nay' : formatDay(one.startsOn)}${one.endsOn ? ` đến ${formatDay(one.endsOn)}` : ''}. Đề nghị các đơn vị hưởng ứng và báo hoạt động: `,
      { code: `/dot_thi_dua ${one.no}` },
    ],
  ],
  ends: (bloc: string, one: Milestone, today: Day): Line[] => {
    const units = new Set(one.activities.map(done => done.unitId)).size;
    return [
      [
        { bold: `[${one.endsOn !== null && one.endsOn < today ? 'Đã kết thúc' : 'Ngày cuối'}] ${one.name}` },
        ` · ${bloc}`,
      ],
      [
        `Đến nay ${units} đơn vị đã báo ${one.activities.length} hoạt động. Báo thêm: `,
        { code: `/dot_thi_dua ${one.no}` },
      ],
    ];
  },
  unknown: (asked: string): Line[] => [
    [`Không có đợt, mốc “${clip(asked, 20)}”. Xem danh sách: `, { code: '/dot_thi_dua' }],
  ],
  digest: (one: Milestone, today: Day): Line => {
    const count = countdown(one, today);
    return [`${clip(one.name, NAME)}${countWords(count)}${anniversaryWords(one)}.`];
  },
};

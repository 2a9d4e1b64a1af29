import type { Day } from '../core/day.ts';
import { isHandedIn } from '../core/deadline.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { DeadlineView } from '../core/progress.ts';
import { formatDay, formatDayLong } from './days.ts';
import { standingWords } from './due-words.ts';
import { sentWords } from './reports-received.ts';
import { progressBar } from './sizes.ts';

/** Sentences of `/han` and `/tien_do`. */

const party = (duty: Duty) =>
  duty.party.kind === 'unit' ? duty.party.unitName : 'Trưởng khối (thay mặt khối)';

/** `own`: the reader's own day, where it is another than the others'. */
function due({ group, due: common, own: his }: DeadlineView, own: boolean): string {
  const shown = own ? his : common;
  if (shown === null) return 'chưa định ngày';
  const { dueOn, dueBefore, extended, practicalDue, standing } = shown;
  const worded = dueBefore && !extended ? `trước ngày ${formatDay(dueBefore)}` : formatDayLong(dueOn);
  const day = extended ? `gia hạn đến ${worded}` : worded;
  const past = standing.kind !== 'ahead';
  if (past && group.of > 0 && group.done === group.of) return `${day} (đã nộp đủ)`;
  const working =
    practicalDue !== dueOn && !past ? `, ngày làm việc cuối ${formatDayLong(practicalDue)}` : '';
  return `${day} (${standingWords(standing)}${working})`;
}

const extension = ({ extended, dueOn }: Duty) =>
  extended && dueOn !== null ? [`gia hạn đến ${formatDay(dueOn)}`] : [];

const missingParty = (duty: Duty) => [party(duty), ...extension(duty).map(words => `(${words})`)].join(' ');

function mineLine(view: DeadlineView): Line[] {
  if (view.mine.length === 0) return [];
  const open = view.mine.filter(duty => duty.handedIn === null);
  if (open.length === 0) return [['   ✓ Đơn vị đồng chí đã nộp']];
  const returned = open.flatMap(duty => (duty.sentBack ? [{ duty, reason: duty.sentBack.reason }] : []));
  const several = view.mine.length > 1;
  if (returned.length > 0) {
    return returned.map(
      ({ duty, reason }): Line => [
        '   ↩ ',
        { bold: `${several ? `${party(duty)}: b` : 'B'}ị trả lại: ${reason}` },
      ],
    );
  }
  return [
    [
      '   ➜ ',
      { bold: several ? `Chưa nộp: ${open.map(missingParty).join('; ')}` : 'Đơn vị đồng chí chưa nộp' },
    ],
  ];
}

const bar = ({ group }: DeadlineView): Line[] =>
  group.of > 0 ? [[`   ${progressBar(group.done, group.of)} đã nộp ${group.done}/${group.of}`]] : [];

function handedLine(duty: Duty, lateDays: number): Line {
  const notes = [...(lateDays > 0 ? [`trễ ${lateDays} ngày`] : []), ...extension(duty)];
  return [
    `✓ ${party(duty)} – ${duty.handedIn ? sentWords(duty.handedIn) : ''}`,
    ...(notes.length > 0 ? [` (${notes.join('; ')})`] : []),
  ];
}

const returnedLine = (duty: Duty, reason: boolean): Line => [
  `↩ ${party(duty)} – bị trả lại`,
  ...(reason && duty.sentBack ? [`: ${duty.sentBack.reason}`] : []),
];

export const dutyText = {
  handIn: () => ({ id: 'nop_bao_cao', label: 'Nộp báo cáo', tone: 'primary' as const }),
  all: () => ({ id: 'han tat ca', label: 'Xem thêm' }),

  /** `own`: the reader is alone with the assistant, so his unit's state may be said. */
  list: (bloc: string, today: Day, views: readonly DeadlineView[], more: number, own: boolean): Line[] => [
    [{ bold: bloc }, ` · hôm nay ${formatDayLong(today)}`],
    ...(views.length === 0 ? [['Không còn hạn nào phải nộp.']] : []),
    ...views.flatMap((view, index): Line[] => [
      [`${index + 1}. `, { bold: view.group.title }],
      [`   ${isHandedIn(view.group.kind) ? 'Hạn' : 'Thời gian'}: ${due(view, own)}`],
      ...bar(view),
      ...(own ? mineLine(view) : []),
    ]),
    ...(more > 0 ? [[`Còn ${more} hạn nữa. Xem tất cả: `, { code: '/han tất cả' }]] : []),
  ],

  progress: (
    views: readonly { view: DeadlineView; named: boolean; reasons: boolean }[],
    more: number,
    asked: string | null,
    own: boolean,
  ): Line[] => {
    if (views.length === 0) {
      return [
        [asked ? `Không có hạn nào tên như “${asked}”.` : 'Hiện không có hạn nào cần theo dõi.'],
        ['Gõ ', { code: '/han' }, ' để xem các hạn.'],
      ];
    }
    const rest: Line[] =
      more > 0 ? [[], [`Còn ${more} hạn nữa: gõ `, { code: '/tien_do' }, ' kèm tên hạn.']] : [];
    const shown = views.flatMap(({ view, named, reasons }, index): Line[] => {
      const open = view.group.duties.filter(duty => duty.handedIn === null && !duty.sentBack);
      const returned = view.group.duties.filter(duty => duty.sentBack);
      const handed = view.group.duties.filter(duty => duty.handedIn !== null);
      return [
        ...(index > 0 ? [[]] : []),
        [{ bold: view.group.title }],
        [`Hạn: ${due(view, own)}`],
        [`${progressBar(view.group.done, view.group.of)} đã nộp ${view.group.done}/${view.group.of}`],
        ...(named && open.length > 0 ? [[`Chưa nộp: ${open.map(missingParty).join('; ')}`]] : []),
        ...(named ? returned.map(duty => returnedLine(duty, reasons)) : []),
        ...(named ? handed.map(duty => handedLine(duty, view.late.get(duty.obligationId) ?? 0)) : []),
        ...(own && !named ? mineLine(view) : []),
      ];
    });
    return [...shown, ...rest];
  },
};

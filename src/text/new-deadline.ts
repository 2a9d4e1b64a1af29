import type { Boundary } from '../core/boundary.ts';
import { dueOf } from '../core/boundary.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { type DeadlineKind, isHandedIn } from '../core/deadline.ts';
import type { Line } from '../core/message.ts';
import type { Every } from '../core/recurrence.ts';
import { formatDay } from './days.ts';
import { changeText, dayList, kindLabels, termShort, termWords, two } from './deadlines.ts';
import { everyWords } from './due-words.ts';
import { clip } from './fold.ts';
import { joinVi } from './sizes.ts';
import { type NamedUnit, nameOf, type Who } from './who-words.ts';

/** Sentences of `/them_han`. */

export interface NewDeadlineShown {
  title: string;
  kind: DeadlineKind;
  boundary: Boundary;
  every: Every | null;
  hour: boolean;
  who: Who;
  recipient: string | null;
}

interface Around {
  units: readonly NamedUnit[];
  calendar: Calendar;
  today: Day;
  /** The last day on which what recurs falls due. */
  until: Day | null;
}

const term = (boundary: Boundary) => {
  const due = dueOf(boundary);
  return due.kind === 'dated' ? due : { dueOn: null, dueBefore: null, window: null, precision: null };
};

export function whoWords(who: Who, units: readonly NamedUnit[]): string {
  const all = `tất cả ${two(units.length)} đơn vị`;
  switch (who.kind) {
    case 'all':
      return all;
    case 'bloc':
      return 'Trưởng khối (thay mặt khối)';
    case 'both':
      return `${all} và Trưởng khối (thay mặt khối)`;
    case 'units':
      return joinVi(units.filter(unit => who.unitIds.includes(unit.id)).map(nameOf));
  }
}

/** Title, term, who, where to: the same in the look ahead and in what others are told. */
function facts(shown: NewDeadlineShown, { units, calendar, until }: Around): Line[] {
  const { title, kind, boundary, every, who, recipient } = shown;
  return [
    [{ bold: title }],
    [isHandedIn(kind) ? 'Hạn: ' : 'Thời gian: ', { bold: termWords(term(boundary), calendar) }],
    ...(every ? [[`Lặp lại: ${everyWords[every]}${until ? `, đến hết ${formatDay(until)}` : ''}`]] : []),
    ...(isHandedIn(kind) ? [[`Đơn vị thực hiện: ${whoWords(who, units)}`]] : []),
    ...(recipient ? [[`Nơi nhận: ${recipient}`]] : []),
  ];
}

export const newDeadlineLabels = {
  undated: 'Chưa có ngày',
  bloc: 'Trưởng khối (thay mặt khối)',
  both: 'Cả hai',
  all: (count: number) => `Tất cả ${two(count)} đơn vị`,
  once: 'Chỉ một lần',
  title: 'Tên',
  when: 'Thời hạn',
  who: 'Đơn vị',
  kind: 'Loại việc',
  recipient: 'Nơi nhận',
  back: 'Quay lại',
} as const;

export const newDeadlineText = {
  /** What is understood so far. */
  kept: (draft: { title: string | null; boundary: Boundary | null; who: string | null }): Line[] => [
    ...(draft.title ? [[{ bold: draft.title }]] : []),
    ...(draft.boundary ? [[`Hạn: ${termShort(term(draft.boundary))}`]] : []),
    ...(draft.who ? [[`Đơn vị thực hiện: ${draft.who}`]] : []),
  ],
  askTitle: (): Line[] => [
    ['Đồng chí thêm hạn gì? Gõ tên việc, hoặc cả dòng, ví dụ:'],
    [{ code: 'Báo cáo 6 tháng, trước ngày 15/6, tất cả đơn vị' }],
  ],
  titleNeedsWords: (): Line => ['Tên việc cần có chữ. Đề nghị đồng chí gõ lại.'],
  askKind: (): Line => ['Đây là loại việc gì?'],
  askWhen: (every: Every | null): Line =>
    every
      ? [`Việc này ${everyWords[every]}; lần đầu hạn đến khi nào? Ví dụ: trước ngày 15/6.`]
      : ['Hạn đến khi nào? Ví dụ: trước ngày 15/6; trong tháng 7; ngày 25 hằng tháng.'],
  askWho: (units: readonly NamedUnit[]): Line[] => [
    ['Đơn vị nào thực hiện? Chọn trong danh sách, hoặc gõ số hay tên các đơn vị (ví dụ: 2, 5).'],
    ...units.map((unit, index): Line => [`${index + 1}. ${nameOf(unit)}`]),
  ],
  askRecipient: (): Line => ['Gửi về đâu? Ví dụ: Hội đồng Thi đua - Khen thưởng xã.'],
  askEdit: (): Line => ['Đồng chí sửa phần nào?'],
  unknownUnits: (typed: readonly string[]): Line => [
    `Khối chưa có đơn vị tên ${typed.map(one => `“${clip(one, 60)}”`).join(', ')}. Đề nghị chọn lại đủ các đơn vị.`,
  ],
  unknownWho: (): Line => ['Hệ thống chưa nhận ra đơn vị. Đề nghị gõ số hoặc tên như trong danh sách.'],
  useButtons: (): Line => ['Đồng chí chọn một mục, hoặc gõ phần cần sửa, ví dụ: trước ngày 20/6.'],

  review: (
    shown: NewDeadlineShown,
    around: Around,
    also: { reminders: readonly Day[]; past: boolean; same: boolean },
  ): Line[] => [
    changeText.preview(),
    ...facts(shown, around),
    [`Loại việc: ${kindLabels[shown.kind].toLowerCase()}`],
    ...(also.reminders.length > 0 ? [[`Sẽ nhắc: ${dayList(also.reminders, around.today)}`]] : []),
    ...(shown.hour ? [changeText.hourDropped()] : []),
    ...(also.past ? [changeText.past()] : []),
    ...(also.same ? [['⚠ Đã có một hạn cùng tên.']] : []),
    ['Đúng thì chọn Thực hiện; cần sửa thì gõ phần thay, ví dụ: trước ngày 20/6.'],
  ],
  added: (shown: NewDeadlineShown, around: Around, untilTime: string): Line[] => [
    [{ bold: 'Đã thêm hạn' }, '.'],
    ...facts(shown, around),
    ...(shown.boundary.kind === 'unstated' ? [['Khi có ngày, đồng chí gõ ', { code: '/doi_han' }, '.']] : []),
    changeText.undoUntil(untilTime),
  ],
  news: (bloc: string, shown: NewDeadlineShown, around: Around): Line[] => [
    [{ bold: '[Hạn mới]' }, ` ${bloc}.`],
    ...facts(shown, around),
    request(shown),
  ],
} as const;

function request({ kind, boundary }: NewDeadlineShown): Line {
  if (!isHandedIn(kind)) return ['Trân trọng thông báo.'];
  if (boundary.kind === 'unstated') return ['Ngày cụ thể sẽ được thông báo sau. Trân trọng.'];
  if (kind === 'self_score') return ['Đề nghị chấm bằng ', { code: '/cham_diem' }, '. Trân trọng.'];
  return ['Đề nghị nộp bằng ', { code: '/nop_bao_cao' }, '. Trân trọng.'];
}

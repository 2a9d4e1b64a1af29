import { type Boundary, dueOf } from '../core/boundary.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { type DeadlineKind, practicalDue } from '../core/deadline.ts';
import type { ChangeEffect, LiveDeadline } from '../core/deadline-change.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import { fitLabel } from './dated-label.ts';
import { formatDate, formatDay, formatDayLong, formatDayShort, formatInstant } from './days.ts';
import { dueWords, everyWords } from './due-words.ts';
import { joinVi } from './sizes.ts';

/** How deadlines and changes of them are put into words; each command's own sentences stand beside this. */

export const kindLabels: Record<DeadlineKind, string> = {
  report: 'Báo cáo',
  dossier: 'Hồ sơ, danh sách',
  self_score: 'Bản tự chấm điểm',
  registration: 'Đăng ký',
  review: 'Sơ kết, bình xét',
  event: 'Họp, sự kiện',
  duration: 'Đợt thi đua',
};

export type Term = Pick<LiveDeadline, 'dueOn' | 'dueBefore' | 'window' | 'precision'>;

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** Days that a list shows at most. */
const DAYS_SHOWN = 6;

export const two = (count: number) => String(count).padStart(2, '0');

/** `trước ngày 15/6/2026`, `trong tháng 7/2026`, `thứ Bảy, 20/6/2026`. */
export function termShort({ dueOn, dueBefore, window, precision }: Term): string {
  if (dueOn === null) return 'chưa định ngày';
  if (dueBefore) {
    const whole =
      precision === 'month' ? `tháng ${Number(dueBefore.slice(5, 7))}/${dueBefore.slice(0, 4)}` : null;
    return `trước ${whole ?? `ngày ${formatDay(dueBefore)}`}`;
  }
  if (!window) return formatDayLong(dueOn);
  const [year, month] = [window.to.slice(0, 4), Number(window.to.slice(5, 7))];
  if (precision === 'month') return `trong tháng ${month}/${year}`;
  if (precision === 'quarter') return `trong quý ${QUARTERS[month / 3 - 1]}/${year}`;
  return `từ ngày ${formatDay(window.from)} đến hết ngày ${formatDay(window.to)}`;
}

/** `trước ngày 15/6/2026 (chậm nhất Chủ nhật, 14/6/2026; ngày làm việc cuối: thứ Sáu, 12/6/2026)`. */
export function termWords(term: Term, calendar: Calendar): string {
  const { dueOn, dueBefore, window } = term;
  if (dueOn === null) return termShort(term);
  const last = practicalDue(dueOn, calendar);
  const inside = [
    ...(dueBefore || window ? [`chậm nhất ${formatDayLong(dueOn)}`] : []),
    ...(last === dueOn ? [] : [`ngày làm việc cuối: ${formatDayLong(last)}`]),
  ];
  return inside.length > 0 ? `${termShort(term)} (${inside.join('; ')})` : termShort(term);
}

export const recurs = ({ recurrence }: Pick<LiveDeadline, 'recurrence'>): string =>
  recurrence && !recurrence.ended ? everyWords[recurrence.every] : '';

export const partyName = ({ party }: Pick<Duty, 'party'>): string =>
  party.kind === 'unit' ? party.unitName : 'Trưởng khối (thay mặt khối)';

/** All by number, some by name. */
export function partyWords(duties: readonly Duty[], all: readonly Duty[]): string {
  const units = duties.filter(duty => duty.party.kind === 'unit');
  const bloc = duties.length > units.length ? ['Trưởng khối (thay mặt khối)'] : [];
  const every = all.filter(duty => duty.party.kind === 'unit').length;
  if (units.length > 3 && units.length === every) return joinVi([`${two(units.length)} đơn vị`, ...bloc]);
  return joinVi([...units.map(partyName), ...bloc]);
}

export const dayList = (days: readonly Day[], today: Day): string => {
  const shown = days.slice(0, DAYS_SHOWN).map(one => formatDayShort(one, today));
  return days.length > DAYS_SHOWN ? `${shown.join(', ')} …` : shown.join(', ');
};

/** What a change does to those who have handed in, and to the reminders. */
export function effectLines(effect: ChangeEffect, today: Day): Line[] {
  const { rejudged, kept, reminders } = effect;
  const late = (days: number) => (days > 0 ? `trễ ${days} ngày` : 'đúng hạn');
  const before = reminders.before.filter(one => !reminders.after.includes(one));
  const after = reminders.after.filter(one => !reminders.before.includes(one));
  return [
    ...kept.map(
      (duty): Line => [
        `${partyName(duty)} giữ hạn đã gia hạn${duty.dueOn ? `: ${formatDayLong(duty.dueOn)}` : ''}.`,
      ],
    ),
    ...rejudged.map(
      ({ duty, ...one }): Line => [
        `Bản đã nộp của ${partyName(duty)}: ${late(one.before)} → `,
        { bold: late(one.after) },
        '.',
      ],
    ),
    ...(before.length > 0 ? [[`Không nhắc nữa: ${dayList(before, today)}.`]] : []),
    ...(after.length > 0 ? [[`Sẽ nhắc: ${dayList(after, today)}.`]] : []),
  ];
}

/** `2. Báo cáo 6 tháng · trước 15/6`, for a button. */
export function deadlineLabel({ title, ...term }: LiveDeadline, position: number, today: Day): string {
  const before = term.dueBefore && !term.precision ? `trước ${formatDate(term.dueBefore, today)}` : null;
  const date = term.window ? null : term.dueOn && formatDate(term.dueOn, today);
  return fitLabel(`${position}. ${title}`, before ?? date ?? termShort(term));
}

/** Asks the lead to date what has no day yet; the id is a command line. */
export const dateUndated = () => ({ id: 'doi_han chua dinh ngay', label: 'Định ngày' });

export const changeLabels = {
  do: 'Thực hiện',
  edit: 'Sửa',
  undo: 'Hoàn tác',
  cancel: 'Bỏ',
  later: 'Để sau',
  more: 'Xem thêm',
  resume: 'Làm tiếp',
} as const;

/** One of several readings of a term, for a button. */
export function readingLabel(boundary: Boundary, today: Day): string {
  const due = dueOf(boundary);
  return due.kind === 'dated' && due.dueOn < today ? `${dueWords(boundary)} (đã qua)` : dueWords(boundary);
}

/** Said by every conversation that changes deadlines. */
export const changeText = {
  preview: (): Line => [{ bold: 'Xem trước' }, ' (chưa thay đổi gì)'],
  past: (): Line => ['⚠ Ngày này đã qua.'],
  heard: (later: Date | null): Line => [
    later
      ? `Đang ngoài giờ: các đơn vị liên quan nhận tin lúc ${formatInstant(later)}.`
      : 'Các đơn vị liên quan đã được báo.',
  ],
  hourDropped: (): Line => [
    'Giờ không tính riêng cho từng hạn; hệ thống tính theo giờ cuối ngày chung của khối.',
  ],
  noWeekly: (): Line => [
    'Hệ thống chưa lặp hạn hằng tuần được; có hằng tháng, hằng quý, 6 tháng, hằng năm. Đồng chí ghi từng ngày, hoặc chọn cách lặp ấy.',
  ],
  stale: (): Line => ['Lựa chọn vừa rồi thuộc một câu hỏi đã qua; chưa có gì thay đổi.'],
  stopped: (): Line[] => [['Đã bỏ; không có gì thay đổi.']],
  parked: (): Line[] => [['Đã để lại, chưa thay đổi gì. Khi làm tiếp, đồng chí chọn mục dưới đây.']],
  first: (): Line => ['Đây là bước đầu tiên.'],
  cannotSkip: (): Line => ['Bước này không bỏ qua được.'],
  noFiles: (): Line => ['Bước này không nhận tệp.'],
  notADay: (): Line => [
    'Hệ thống chưa hiểu thời hạn. Ví dụ: ',
    { code: 'trước ngày 15/6' },
    ', ',
    { code: 'hết ngày 20/6' },
    ', ',
    { code: 'trong tháng 7' },
    '.',
  ],
  noSuchDay: (): Line => ['Lịch không có ngày đó. Đề nghị đồng chí gõ lại.'],
  whichDay: (): Line => ['Có thể hiểu theo hai cách. Đồng chí chọn ngày nào?'],
  noSeason: (): Line[] => [['Khối chưa có năm thi đua đang mở nên chưa đặt được hạn.']],
  undoUntil: (time: string): Line => [{ italic: `Có thể hoàn tác đến ${time}.` }],
} as const;

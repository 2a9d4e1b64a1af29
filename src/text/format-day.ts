import { type Day, dayOf, timeOf, weekdayOf } from '../core/day.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** As official letters write it: a zero only before dates under 10 and before months 1 and 2. */
function official(day: Day): { date: string; year: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { date: `${date}/${Number(month) > 2 ? Number(month) : month}`, year };
}

/** `15/6/2026`, `03/6/2026`. */
export function formatDay(day: Day): string {
  const { date, year } = official(day);
  return `${date}/${year}`;
}

/** `thứ Hai`; `Chủ nhật`. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? '';
}

/** `thứ Hai, 15/6/2026`. */
export function formatDayLong(day: Day): string {
  return `${weekdayName(day)}, ${formatDay(day)}`;
}

/** `29/5`; the year only where it is not today's. */
export function formatDate(day: Day, today: Day): string {
  const { date, year } = official(day);
  return today.startsWith(`${year}-`) ? date : `${date}/${year}`;
}

/** `T6 29/5`, `CN 31/5`; the year only where it is not today's. */
export function formatDayShort(day: Day, today: Day): string {
  const weekday = weekdayOf(day);
  return `${weekday === 7 ? 'CN' : `T${weekday + 1}`} ${formatDate(day, today)}`;
}

/** `còn 3 ngày`, `ngày mai`, `hôm nay`: calendar days still left. */
export function daysLeft(days: number): string {
  if (days === 0) return 'hôm nay';
  return days === 1 ? 'ngày mai' : `còn ${days} ngày`;
}

/** `16:42` in Vietnam. */
export function formatTime(instant: Date): string {
  return timeOf(instant);
}

/** `16:42, thứ Năm, 28/5/2026` in Vietnam. */
export function formatInstant(instant: Date): string {
  return `${formatTime(instant)}, ${formatDayLong(dayOf(instant))}`;
}

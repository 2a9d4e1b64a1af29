/** Days in and out, for whoever needs both. */

export type { ParsedDay } from './find-day.ts';
export {
  daysLeft,
  formatDay,
  formatDayLong,
  formatDayShort,
  formatInstant,
  formatTime,
  weekdayName,
} from './format-day.ts';
export { parseDay } from './parse-day.ts';

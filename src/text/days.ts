/** Days in and out, for whoever needs both. */

export {
  daysLeft,
  formatDate,
  formatDay,
  formatDayLong,
  formatDayShort,
  formatInstant,
  formatTime,
  weekdayName,
} from './format-day.ts';
export { parseDay } from './parse-day.ts';

import { addDays, at, type Day, day, dayOf } from '../../src/core/day.ts';
import type { ReminderPolicy } from '../../src/core/reminder-policy.ts';

/** Days off of 2026 to 2028 written down by hand, apart from src/core/holidays.ts; weekends are left out. */
const settled = [
  ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27'],
  ...['2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
  ...['2027-01-01', '2027-04-16', '2027-04-30', '2027-05-03', '2027-09-02', '2027-11-24'],
  ...['2028-01-03', '2028-04-04', '2028-05-01', '2028-05-02', '2028-09-04', '2028-11-24'],
].map(day);

/** Doubtful ones: swaps, the second day of 02/9, and from 28 tháng chạp to mùng 5 where not announced. */
const doubtful = ['2026-01-02', '2026-11-23', '2027-09-01', '2027-09-03', '2028-09-01', '2028-09-05'].map(
  day,
);
const weekFrom = (from: Day) => Array.from({ length: 7 }, (_, i) => addDays(from, i));

const offDays: ReadonlySet<Day> = new Set(settled);
export const badDays: ReadonlySet<Day> = new Set([
  ...settled,
  ...doubtful,
  ...weekFrom(day('2027-02-04')),
  ...weekFrom(day('2028-01-24')),
]);
const workingSaturdays: ReadonlySet<Day> = new Set([day('2026-08-22')]);

const isWeekday = (on: Day) => new Date(on).getUTCDay() % 6 !== 0;
export const isWorking = (on: Day) => workingSaturdays.has(on) || (isWeekday(on) && !offDays.has(on));
/** A day on which people may be written to. */
export const isGood = (on: Day) => workingSaturdays.has(on) || (isWeekday(on) && !badDays.has(on));

/** Plain walks, one day at a time. */
export const back = (from: Day, fits: (on: Day) => boolean): Day =>
  fits(from) ? from : back(addDays(from, -1), fits);
const ahead = (from: Day, fits: (on: Day) => boolean): Day =>
  fits(from) ? from : ahead(addDays(from, 1), fits);
export function workingDaysBack(from: Day, count: number): Day {
  return count === 0 ? from : workingDaysBack(back(addDays(from, -1), isWorking), count - 1);
}

export function isLoud(time: string, { from, to }: ReminderPolicy['quiet']): boolean {
  return from < to ? time < from || time >= to : time < from && time >= to;
}
export function nextMorning(after: Date, policy: ReminderPolicy): Date {
  const first = at(ahead(dayOf(after), isGood), policy.morning);
  return first > after ? first : at(ahead(addDays(dayOf(after), 1), isGood), policy.morning);
}

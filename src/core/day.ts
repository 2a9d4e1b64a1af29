/**
 * People's time zone. Vietnam has kept UTC+7 without daylight saving time since 1975: with the offset fixed, a
 * conversion costs under 1 µs (a time zone library 12), and the planner makes dozens for every obligation.
 */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** A calendar day as people in Vietnam name it, `YYYY-MM-DD`. Compares correctly with `<` and `>`. */
export type Day = string & { readonly __brand: 'Day' };

/** A time of day in Vietnam, `HH:MM`. */
export type TimeOfDay = string & { readonly __brand: 'TimeOfDay' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True only for a day that exists: `2026-02-29` is refused. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

export function isTimeOfDay(text: string): text is TimeOfDay {
  return TIME.test(text);
}

/** @throws RangeError where `text` is no existing day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** @throws RangeError where `text` is no `HH:MM`. */
export function timeOfDay(text: string): TimeOfDay {
  if (!isTimeOfDay(text)) throw new RangeError(`not a time of day: ${text}`);
  return text;
}

/** What clocks in Vietnam show at this instant, in milliseconds as if it were UTC. */
function wallClock(instant: Date): number {
  return instant.getTime() + OFFSET_MS;
}

/** The day it is in Vietnam at this instant. */
export function dayOf(instant: Date): Day {
  return dayAt(Math.floor(wallClock(instant) / DAY_MS));
}

/** The time of day in Vietnam at this instant, seconds dropped. */
export function timeOf(instant: Date): TimeOfDay {
  return timeOfDay(new Date(wallClock(instant)).toISOString().slice(11, 16));
}

/** The instant at which it is `time` on `on` in Vietnam. */
export function at(on: Day, time: TimeOfDay): Date {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return new Date(serialOf(on) * DAY_MS + minutes * 60_000 - OFFSET_MS);
}

/** The last instant of a day in Vietnam: 23:59:59.999 (decision 12). */
export function endOf(on: Day): Date {
  return new Date((serialOf(on) + 1) * DAY_MS - 1 - OFFSET_MS);
}

/** Days since 1 January 1970; a calendar day needs no zone. */
function serialOf(on: Day): number {
  return Date.parse(on) / DAY_MS;
}

/** Names of days once written: planning a season steps through the same ones again and again. */
const names = new Map<number, Day>();
/** Some 55 years of them. */
const MOST_NAMES = 20_000;

function dayAt(serial: number): Day {
  const known = names.get(serial);
  if (known) return known;
  const made = day(new Date(serial * DAY_MS).toISOString().slice(0, 10));
  if (names.size >= MOST_NAMES) names.clear();
  names.set(serial, made);
  return made;
}

export function addDays(on: Day, count: number): Day {
  return dayAt(serialOf(on) + count);
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: Day): number {
  return ((((serialOf(on) + 3) % 7) + 7) % 7) + 1;
}

/** The day of that year and month (1–12); `date` 0 is the last day of the month before. */
export function dayIn(year: number, month: number, date: number): Day {
  return day(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10));
}

/** The quarter of a month from 1 to 12. */
export function quarterOf(month: number): 1 | 2 | 3 | 4 {
  if (month <= 3) return 1;
  if (month <= 6) return 2;
  return month <= 9 ? 3 : 4;
}

import { addDays, type Day, isDay, weekdayOf } from '../core/day.ts';

/** Which way a missing year, month or week is filled in; today itself counts either way. */
export type Prefer = 'future' | 'past';

export type ParsedDay =
  /** `assumed`: what was not said and has been filled in, for an echo. */
  | { kind: 'day'; day: Day; assumed: 'nothing' | 'year' | 'month' | 'week' }
  /** Earliest first: to be offered. */
  | { kind: 'ambiguous'; readings: Day[] }
  | { kind: 'no_such_day'; asTyped: string }
  | { kind: 'not_a_day' };

const two = (n: number) => String(n).padStart(2, '0');

/** Null where there is no such day, or the year is no year that people here write. */
export function dayFrom(year: number, month: number, date: number): Day | null {
  const text = `${year}-${two(month)}-${two(date)}`;
  return year >= 1900 && year <= 2199 && isDay(text) ? text : null;
}

/** `month` may run over: 13 is January of the next year. Null for an impossible year only. */
export function lastDayOf(year: number, month: number): Day | null {
  const next = dayFrom(year + Math.floor(month / 12), (month % 12) + 1, 1);
  return next === null ? null : addDays(next, -1);
}

export const yearOf = (on: Day): number => Number(on.slice(0, 4));
export const monthOf = (on: Day): number => Number(on.slice(5, 7));

/** The candidate closest to today on the preferred side. */
export function nearest(candidates: readonly (Day | null)[], today: Day, prefer: Prefer): Day | null {
  const days = candidates.filter(one => one !== null).toSorted();
  return (prefer === 'future' ? days.find(one => one >= today) : days.findLast(one => one <= today)) ?? null;
}

/** A weekday (1 = Monday) of the ISO week that lies `weeks` after that of `from`. */
export function inWeek(from: Day, weekday: number, weeks: number): Day {
  return addDays(from, weekday - weekdayOf(from) + 7 * weeks);
}

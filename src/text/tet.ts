import { addDays, type Day, day } from '../core/day.ts';

/** The first day of the lunar year, in Vietnam's reckoning. */
const FIRST: Record<number, Day> = {
  2026: day('2026-02-17'),
  2027: day('2027-02-06'),
  2028: day('2028-01-26'),
  2029: day('2029-02-13'),
  2030: day('2030-02-02'),
  2031: day('2031-01-23'),
};

/** Null outside the years written here. */
export const tetOf = (year: number): Day | null => FIRST[year] ?? null;

/** Of the Tết whose day of that number is still to come. */
export const nextTet = (today: Day, date: number): Day | null =>
  Object.values(FIRST).find(first => addDays(first, date - 1) >= today) ?? null;

import { addDays, type Day, day, daysBetween, weekdayOf } from './day.ts';
import type { CalendarDay } from './holidays.ts';

/** Working days and quiet days as one bloc sees them (decision 14). */
export interface Calendar {
  isWorkingDay(on: Day): boolean;
  /** A working day that no proposal, likely source or computed Tết makes doubtful. */
  mayDisturb(on: Day): boolean;
  workingDayOnOrBefore(on: Day): Day;
  workingDayOnOrAfter(on: Day): Day;
  nextWorkingDay(on: Day): Day;
  previousWorkingDay(on: Day): Day;
  mayDisturbOnOrBefore(on: Day): Day;
  mayDisturbOnOrAfter(on: Day): Day;
  /** Working days after `from` up to and including `to`; negative where `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number;
  /** The `count`-th working day after `on`, before it where negative; `on` itself for 0. */
  addWorkingDays(on: Day, count: number): Day;
}

type What = CalendarDay['what'];

const EPOCH_MONDAY = day('1970-01-05');

/**
 * @param days what is known to everybody, in the order read: a `law` or `confirmed` entry settles its day, a later one wins
 * @param confirmed what this bloc has settled for itself; stronger than any entry
 */
export function createCalendar(days: readonly CalendarDay[], confirmed: ReadonlyMap<Day, What>): Calendar {
  const settled = settledDays(days, confirmed);
  const doubtful = doubtfulDays(days, settled);
  const exceptions = exceptionsOf(settled);

  const isWorkingDay = (on: Day) => {
    const what = settled.get(on);
    return what === undefined ? weekdayOf(on) <= 5 : what === 'working';
  };
  const mayDisturb = (on: Day) => !doubtful.has(on) && isWorkingDay(on);

  /** Working days from Monday 5/1/1970 to `on`: whole weeks in closed form, then the exceptions up to that day. */
  const ordinalOf = (on: Day) => {
    const passed = daysBetween(EPOCH_MONDAY, on) + 1;
    const weeks = Math.floor(passed / 7);
    const weekdays = weeks * 5 + Math.min(passed - weeks * 7, 5);
    return weekdays + (exceptions.findLast(exception => exception.day <= on)?.sum ?? 0);
  };

  const nextWorkingDay = remembered(on => walk(addDays(on, 1), 1, isWorkingDay));
  const previousWorkingDay = remembered(on => walk(addDays(on, -1), -1, isWorkingDay));
  const addWorkingDays = (on: Day, count: number) => {
    const step = count < 0 ? previousWorkingDay : nextWorkingDay;
    let result = on;
    for (let left = Math.abs(count); left > 0; left--) result = step(result);
    return result;
  };

  return {
    isWorkingDay,
    mayDisturb,
    workingDayOnOrBefore: on => walk(on, -1, isWorkingDay),
    workingDayOnOrAfter: on => walk(on, 1, isWorkingDay),
    nextWorkingDay,
    previousWorkingDay,
    mayDisturbOnOrBefore: on => walk(on, -1, mayDisturb),
    mayDisturbOnOrAfter: on => walk(on, 1, mayDisturb),
    workingDaysBetween: (from, to) => ordinalOf(to) - ordinalOf(from),
    addWorkingDays,
  };
}

function walk(from: Day, step: 1 | -1, fits: (on: Day) => boolean): Day {
  let on = from;
  while (!fits(on)) on = addDays(on, step);
  return on;
}

/** Many duties of a bloc share their days: a step is looked up rather than walked again. */
function remembered(step: (on: Day) => Day): (on: Day) => Day {
  const known = new Map<Day, Day>();
  return on => {
    const result = known.get(on) ?? step(on);
    known.set(on, result);
    return result;
  };
}

function isOfficial(entry: CalendarDay): boolean {
  return entry.status === 'law' || entry.status === 'confirmed';
}

function settledDays(days: readonly CalendarDay[], confirmed: ReadonlyMap<Day, What>): Map<Day, What> {
  return new Map([...days.filter(isOfficial).map(entry => [entry.day, entry.what] as const), ...confirmed]);
}

/** Days that may turn out to be off. */
function doubtfulDays(days: readonly CalendarDay[], settled: ReadonlyMap<Day, What>): Set<Day> {
  const announced = new Set(days.filter(isTetHoliday).map(entry => yearOf(entry.day)));
  const open = days.filter(entry => entry.what === 'off' && !settled.has(entry.day));
  return new Set(
    open
      .filter(entry => entry.status !== 'computed' || !announced.has(yearOf(entry.day)))
      .map(entry => entry.day),
  );
}

/** Tết is the only holiday between mid-January and March: an official day off there means its schedule is out. */
function isTetHoliday(entry: CalendarDay): boolean {
  const date = entry.day.slice(5);
  return isOfficial(entry) && entry.what === 'off' && date >= '01-15' && date < '03-01';
}

function yearOf(on: Day): string {
  return on.slice(0, 4);
}

/** Where the settled days depart from Monday to Friday, with the running sum of days gained or lost. */
function exceptionsOf(settled: ReadonlyMap<Day, What>): { day: Day; sum: number }[] {
  let sum = 0;
  return [...settled]
    .filter(([on, what]) => (what === 'working') !== weekdayOf(on) <= 5)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, what]) => {
      sum += what === 'working' ? 1 : -1;
      return { day: on, sum };
    });
}

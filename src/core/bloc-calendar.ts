import { type Calendar, createCalendar } from './calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf } from './day.ts';
import type { DayDecision, HolidayFacts } from './holiday-questions.ts';

/** The common calendar with what a bloc has settled for itself. */
export function calendarOf({ days, decided }: HolidayFacts): Calendar {
  const settled = [...decided].flatMap(([on, what]) => (what === 'open' ? [] : [[on, what] as const]));
  return createCalendar(days, new Map(settled));
}

/** The same facts once the bloc has said this too. */
export const withDecided = (facts: HolidayFacts, days: ReadonlyMap<Day, DayDecision>): HolidayFacts => ({
  ...facts,
  decided: new Map([...facts.decided, ...days]),
});

/** The days from `from` to `to` on which a decision changes something: "nghỉ" leaves weekends as they are. */
export function daysToDecide(
  from: Day,
  to: Day,
  what: DayDecision,
  facts: HolidayFacts,
): Map<Day, DayDecision> {
  const { isWorkingDay } = calendarOf(facts);
  const all = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
  const changes = (on: Day) =>
    what === 'open' ? facts.decided.has(on) : isWorkingDay(on) === (what === 'off');
  const chosen = all.length === 1 ? all : all.filter(changes);
  return new Map(chosen.map(on => [on, what]));
}

export interface DecidedRun {
  from: Day;
  to: Day;
  what: DayDecision;
}

/** Days of one decision, in order, with nothing but a weekend between them, put together. */
export function runsOf(days: ReadonlyMap<Day, DayDecision>): DecidedRun[] {
  const runs: DecidedRun[] = [];
  for (const [on, what] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const run = runs.at(-1);
    if (run?.what === what && onlyWeekendBetween(run.to, on)) run.to = on;
    else runs.push({ from: on, to: on, what });
  }
  return runs;
}

export function onlyWeekendBetween(from: Day, to: Day): boolean {
  const count = daysBetween(from, to) - 1;
  if (count > 2) return false;
  return Array.from({ length: count }, (_, i) => addDays(from, i + 1)).every(on => weekdayOf(on) > 5);
}

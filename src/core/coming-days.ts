import { addDays, type Day, daysBetween } from './day.ts';
import type { DayDecision, HolidayFacts } from './holiday-questions.ts';
import type { CalendarDay } from './holidays.ts';

/** Days in a row of which the same is known; `status` null where only the bloc itself has said something. */
export interface ComingDays {
  from: Day;
  to: Day;
  what: CalendarDay['what'];
  name: string | null;
  status: CalendarDay['status'] | null;
  source: string | null;
  decided: DayDecision | null;
}

/** Days off and make-up days of the next `ahead` days, runs put together. */
export function comingDays({ days, decided }: HolidayFacts, today: Day, ahead: number): ComingDays[] {
  const last = addDays(today, ahead);
  const known = days.map(({ day, what, name, status, source }) => one(day, { what, name, status, source }));
  const own = [...decided]
    .filter(([on, what]) => what !== 'open' && !days.some(entry => entry.day === on))
    .map(([on, what]) =>
      one(on, { what: what === 'off' ? 'off' : 'working', name: null, status: null, source: null }),
    );
  const runs: ComingDays[] = [];
  const coming = [...known, ...own].filter(({ from }) => from >= today && from <= last);
  for (const next of coming.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const run = runs.at(-1);
    if (run && isSame(run, next) && daysBetween(run.to, next.from) === 1) run.to = next.to;
    else runs.push(next);
  }
  return runs;

  function one(on: Day, facts: Pick<ComingDays, 'what' | 'name' | 'status' | 'source'>): ComingDays {
    return { ...facts, from: on, to: on, decided: decided.get(on) ?? null };
  }
}

const isSame = (a: ComingDays, b: ComingDays) =>
  a.what === b.what && a.name === b.name && a.status === b.status && a.decided === b.decided;

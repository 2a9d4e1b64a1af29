import { type Calendar, createCalendar } from '../src/core/calendar.ts';
import type { HolidayFacts } from '../src/core/holiday-questions.ts';
import { knownCalendarDays } from '../src/core/holidays.ts';
import { holidayFacts } from './holidays.ts';
import { holiday } from './schema/system.ts';
import type { Tx } from './tx.ts';

/** The days this release knows go into the table; what an operator has entered since stays. */
export async function loadHolidays(tx: Tx): Promise<void> {
  await tx
    .insert(holiday)
    .values([...knownCalendarDays])
    .onConflictDoNothing();
}

/** The common calendar with what a bloc has settled for itself. */
export function calendarOf({ days, decided }: HolidayFacts): Calendar {
  const settled = [...decided].flatMap(([on, what]) => (what === 'open' ? [] : [[on, what] as const]));
  return createCalendar(days, new Map(settled));
}

export const blocCalendar = async (tx: Tx, blocId: number): Promise<Calendar> =>
  calendarOf(await holidayFacts(tx, blocId));

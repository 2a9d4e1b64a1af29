import { calendarOf } from '../src/core/bloc-calendar.ts';
import type { Calendar } from '../src/core/calendar.ts';
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

export const blocCalendar = async (tx: Tx, blocId: number): Promise<Calendar> =>
  calendarOf(await holidayFacts(tx, blocId));

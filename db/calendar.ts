import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Calendar, createCalendar } from '../src/core/calendar.ts';
import { day } from '../src/core/day.ts';
import { knownCalendarDays } from '../src/core/holidays.ts';
import { holiday } from './schema/system.ts';
import { rows, type Tx } from './tx.ts';

/** The days this release knows go into the table; what an operator has entered since stays. */
export async function loadHolidays(tx: Tx): Promise<void> {
  await tx
    .insert(holiday)
    .values([...knownCalendarDays])
    .onConflictDoNothing();
}

const dayText = z.string().transform(text => day(text));
const holidayRow = z.object({
  day: dayText,
  what: z.enum(['off', 'working']),
  name: z.string(),
  status: z.enum(['law', 'confirmed', 'likely', 'proposal', 'computed', 'unknown']),
  source: z.string(),
});

/** The common calendar with what the entered bloc has confirmed for itself (decision 14). */
export async function blocCalendar(tx: Tx, blocId: number): Promise<Calendar> {
  const [days, confirmed] = await Promise.all([
    rows(tx, holidayRow, sql`select day::text, what, name, status, source from holiday order by day`),
    rows(
      tx,
      z.object({ day: dayText, what: z.enum(['off', 'working']) }),
      sql`select day::text, what from calendar_confirmation where bloc_id = ${blocId}`,
    ),
  ]);
  return createCalendar(days, new Map(confirmed.map(one => [one.day, one.what])));
}

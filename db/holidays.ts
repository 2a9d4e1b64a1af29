import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { DayDecision, HolidayFacts } from '../src/core/holiday-questions.ts';
import type { CalendarDay } from '../src/core/holidays.ts';
import { dayText, rows, type Tx } from './tx.ts';

const holidayRow = z.object({
  day: dayText,
  what: z.enum(['off', 'working']),
  name: z.string(),
  status: z.enum(['law', 'confirmed', 'likely', 'proposal', 'computed', 'unknown']),
  source: z.string(),
});

const decisionRow = z.object({ day: dayText, what: z.enum(['off', 'working', 'open']) });

/** What everybody knows of days off. */
export const knownDays = (tx: Tx): Promise<CalendarDay[]> =>
  rows(tx, holidayRow, sql`select day::text, what, name, status, source from holiday order by day`);

/** What the entered bloc has said of them (decision 14). */
export async function decidedDays(tx: Tx, blocId: number): Promise<HolidayFacts['decided']> {
  const decided = await rows(
    tx,
    decisionRow,
    sql`select day::text, what from calendar_confirmation where bloc_id = ${blocId}`,
  );
  return new Map(decided.map(one => [one.day, one.what]));
}

export async function holidayFacts(tx: Tx, blocId: number): Promise<HolidayFacts> {
  const [days, decided] = await Promise.all([knownDays(tx), decidedDays(tx, blocId)]);
  return { days, decided };
}

export interface NewDecision {
  blocId: number;
  day: string;
  what: DayDecision;
  by: string;
  at: Date;
}

/** The bloc's word on a day; a later one replaces it. */
export async function decideDay(tx: Tx, { blocId, day: on, what, by, at }: NewDecision): Promise<void> {
  await tx.execute(sql`
    insert into calendar_confirmation (bloc_id, day, what, confirmed_by, confirmed_at)
    values (${blocId}, ${on}::date, ${what}, ${by}::uuid, ${at.toISOString()}::timestamptz)
    on conflict (bloc_id, day) do update set what = excluded.what, confirmed_by = excluded.confirmed_by,
      confirmed_at = excluded.confirmed_at`);
}

import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { NudgeItem } from '../src/core/due-item.ts';
import { instantText, rows, type Tx } from './tx.ts';

export interface NewNudge {
  blocId: number;
  deadlineId: string;
  /** The day on which it is said. */
  day: NudgeItem['day'];
  at: Date;
  /** Said within this very turn; else it waits for its time. */
  said: boolean;
}

/** So close together it is the same press twice. */
const SAME_MS = 10 * 60_000;

/**
 * Takes the next of a deadline's `most` hand-made reminders of that day; `full` where all are taken, `again` where
 * one of them is at that very time. The key makes the cap hold also for two who press at once.
 */
export async function takeNudge(tx: Tx, nudge: NewNudge, most: number): Promise<'taken' | 'again' | 'full'> {
  const { blocId, deadlineId, day, at, said } = nudge;
  const keys = Array.from({ length: most }, (_, n) => `nudge:${deadlineId}:${day}:${n + 1}`);
  const known = await rows(
    tx,
    z.object({ at: instantText }),
    sql`select due_at as at from due where bloc_id = ${blocId} and key = any(${sql.param(keys)}::text[])`,
  );
  if (known.some(one => Math.abs(one.at.getTime() - at.getTime()) < SAME_MS)) return 'again';
  for (const key of keys) {
    const item: NudgeItem = { kind: 'nudge', key, day, at, deadlineId };
    const taken = await rows(
      tx,
      z.object({ key: z.string() }),
      sql`insert into due (bloc_id, kind, key, item, due_at, state, done_at)
        values (${blocId}, ${item.kind}, ${item.key}, ${JSON.stringify(item)}::text::jsonb,
          ${at.toISOString()}::timestamptz, ${said ? 'done' : 'waiting'},
          ${said ? at.toISOString() : null}::timestamptz)
        on conflict do nothing returning key`,
    );
    if (taken.length > 0) return 'taken';
  }
  return 'full';
}

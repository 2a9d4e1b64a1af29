import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { instantText, rows, type Tx } from './tx.ts';

const rowSchema = z.object({ base: instantText, anchored: instantText, speed: z.number() });
/** The domain's clock: at machine time `anchored` it was `base`, and it runs `speed` times as fast. */
export type ClockRow = z.infer<typeof rowSchema>;

export async function readClock(tx: Tx): Promise<ClockRow | null> {
  const [row] = await rows(tx, rowSchema, sql`select base, anchored, speed from domain_clock where id = 1`);
  return row ?? null;
}

export async function writeClock(tx: Tx, { base, anchored, speed }: ClockRow): Promise<void> {
  await tx.execute(sql`
    insert into domain_clock (id, base, anchored, speed)
    values (1, ${base.toISOString()}::timestamptz, ${anchored.toISOString()}::timestamptz, ${speed})
    on conflict (id) do update set base = excluded.base, anchored = excluded.anchored, speed = excluded.speed`);
}

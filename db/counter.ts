import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows, type Tx } from './tx.ts';

/** The next number of a bloc's series, gapless: the row stays locked until the commit. */
export async function nextNumber(tx: Tx, blocId: number, name: string): Promise<number> {
  const [row] = await rows(
    tx,
    z.object({ value: z.number() }),
    sql`insert into counter (bloc_id, name, value) values (${blocId}, ${name}, 1)
      on conflict (bloc_id, name) do update set value = counter.value + 1 returning value`,
  );
  if (!row) throw new Error('counter gave no number');
  return row.value;
}

import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { UnitFact } from '../src/core/scoring-facts.ts';
import { type Acting, acted } from './acting.ts';
import { unitFact } from './schema/stage.ts';
import type { Tx } from './tx.ts';

export interface NewUnitFact extends UnitFact {
  tableId: string;
}

export async function addUnitFact(tx: Tx, fact: NewUnitFact, acting: Acting): Promise<void> {
  await tx.insert(unitFact).values({ ...acted(acting), ...fact });
}

export const unitFactRow = z.object({
  scoredUnitId: z.string(),
  kind: z.enum(['class_event', 'indicator']),
  key: z.string(),
  seq: z.number(),
  value: z.string().nullable(),
  source: z.string(),
});

/** The newest of each kind and key, taken back or not. */
export const unitFactsOf = (tableId: string): SQL =>
  sql`select distinct on (scored_unit_id, kind, key) scored_unit_id as "scoredUnitId", kind, key, seq, value, source
    from unit_fact where table_id = ${tableId}::uuid order by scored_unit_id, kind, key, seq desc`;

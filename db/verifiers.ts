import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Acting, acted } from './acting.ts';
import { verifier } from './schema/stage.ts';
import type { Tx } from './tx.ts';

export interface Assigned {
  tableId: string;
  scoredUnitId: string;
  seq: number;
  /** Null: back to the rule. */
  verifierUnitId: string | null;
}

export async function addVerifier(tx: Tx, assigned: Assigned, acting: Acting): Promise<void> {
  await tx.insert(verifier).values({ ...acted(acting), ...assigned });
}

export const verifierRow = z.object({
  scoredUnitId: z.string(),
  seq: z.number(),
  verifierUnitId: z.string().nullable(),
});

/** The assignments that hold. */
export const verifiersOf = (tableId: string): SQL =>
  sql`select distinct on (scored_unit_id) scored_unit_id as "scoredUnitId", seq,
    verifier_unit_id as "verifierUnitId" from verifier
    where table_id = ${tableId}::uuid order by scored_unit_id, seq desc`;

import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Veto } from '../src/core/scoring-facts.ts';
import { type Acting, acted } from './acting.ts';
import { veto } from './schema/stage.ts';
import { rows, type Tx } from './tx.ts';

export async function addVeto(tx: Tx, seasonId: string, given: Veto, acting: Acting): Promise<void> {
  const { unitId: vetoedUnitId, ...rest } = given;
  await tx.insert(veto).values({ ...rest, ...acted(acting), seasonId, vetoedUnitId });
}

export const vetoRow = z.object({
  unitId: z.string(),
  no: z.number(),
  seq: z.number(),
  reason: z.string().nullable(),
  source: z.string(),
});

/** The newest of each, taken back or not. */
export const vetoesOf = (seasonId: string): SQL =>
  sql`select distinct on (vetoed_unit_id, no) vetoed_unit_id as "unitId", no, seq, reason, source
    from veto where season_id = ${seasonId}::uuid order by vetoed_unit_id, no, seq desc`;

export const vetoes = (tx: Tx, seasonId: string): Promise<Veto[]> => rows(tx, vetoRow, vetoesOf(seasonId));

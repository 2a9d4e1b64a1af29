import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type ActKind, actKinds } from '../src/core/stage.ts';
import { type Acting, acted, actor } from './acting.ts';
import { scoringAct } from './schema/stage.ts';
import type { Tx } from './tx.ts';

/** Until the transaction ends nobody closes or publishes the table's scores, or (`alone`) nobody writes any. */
export async function lockScoring(
  tx: Tx,
  of: { blocId: number; tableId: string },
  alone: boolean,
): Promise<void> {
  await tx.execute(sql`select scoring_lock(${of.blocId}, ${of.tableId}::uuid, ${alone})`);
}

export const actRow = z.object({
  seq: z.number(),
  kind: z.enum(actKinds),
  appealUntil: z.string().nullable(),
  seen: z.array(z.object({ unitId: z.string(), points: z.number(), rank: z.number().nullable() })).nullable(),
  ...actor,
});

/** What was done with a table's scores as a whole, in order. */
export const actsOf = (tableId: string | SQL): SQL =>
  sql`select a.seq, a.kind, a.appeal_until::text as "appealUntil",
    case when a.kind = 'proposed' then a.facts end as seen, a.unit_id as "unitId", a.made_by as by,
    p.display_name as "byName", a.made_at as at
    from scoring_act a join person p on p.id = a.made_by where a.table_id = ${tableId}::uuid order by a.seq`;

export interface NewAct {
  tableId: string;
  seq: number;
  kind: ActKind;
  appealUntil: string | null;
  /** Of `published`: what was not entered by anybody, as it stood; of `proposed`: the result that was seen. */
  facts: unknown;
}

export async function addAct(tx: Tx, act: NewAct, acting: Acting): Promise<void> {
  const { tableId, seq, kind, appealUntil, facts } = act;
  await tx.insert(scoringAct).values({ ...acted(acting), tableId, seq, kind, appealUntil, facts });
}

/** The facts kept at publication; none before. */
export const publishedFacts = (tableId: string): SQL =>
  sql`select facts from scoring_act where table_id = ${tableId}::uuid and kind = 'published'`;

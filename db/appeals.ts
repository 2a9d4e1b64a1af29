import { type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type Acting, acted, actor } from './acting.ts';
import { appeal, appealDecision } from './schema/appeal.ts';
import type { SheetRef } from './sheet-moves.ts';
import { instantText, type Tx } from './tx.ts';

export async function addAppeal(
  tx: Tx,
  of: SheetRef,
  given: { criterionKey: string; text: string },
  acting: Acting,
): Promise<string> {
  const id = uuidv7();
  await tx.insert(appeal).values({ ...acted(acting), id, sheetId: of.id, tableId: of.tableId, ...given });
  return id;
}

export async function decideAppeal(
  tx: Tx,
  given: { appealId: string; kind: 'accepted' | 'rejected'; reason: string },
  acting: Acting,
): Promise<void> {
  await tx.insert(appealDecision).values({ ...acted(acting), ...given });
}

export const appealRow = z.object({
  id: z.string(),
  sheetId: z.string(),
  criterionKey: z.string(),
  text: z.string(),
  ...actor,
  decision: z
    .object({
      kind: z.enum(['accepted', 'rejected']),
      reason: z.string(),
      byName: z.string(),
      unitId: z.string(),
      at: instantText,
    })
    .nullable(),
});

/** A table's appeals with what became of them, oldest first. */
export const appealsOf = (tableId: string): SQL =>
  sql`select a.id, a.sheet_id as "sheetId", a.criterion_key as "criterionKey", a.text, a.unit_id as "unitId",
    a.made_by as by, p.display_name as "byName", a.made_at as at,
    (select jsonb_build_object('kind', d.kind, 'reason', d.reason, 'byName', q.display_name, 'unitId', d.unit_id,
      'at', d.made_at) from appeal_decision d join person q on q.id = d.made_by
      where d.bloc_id = a.bloc_id and d.appeal_id = a.id) as decision
    from appeal a join person p on p.id = a.made_by where a.table_id = ${tableId}::uuid order by a.id`;

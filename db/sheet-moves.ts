import { and, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MoveKind } from '../src/core/stage.ts';
import { type Acting, acted, actor } from './acting.ts';
import { inScope, type SheetScope } from './listed.ts';
import { sheet } from './schema/score.ts';
import { sheetMove } from './schema/stage.ts';
import type { Tx } from './tx.ts';

export const moveRow = z.object({
  sheetId: z.string(),
  seq: z.number(),
  kind: z.enum(['sent', 'returned', 'verified', 'explained', 'settled']),
  ...actor,
});

/** The moves of sheets, each sheet's in order. */
export const movesOf = (of: SheetScope): SQL =>
  sql`select m.sheet_id as "sheetId", m.seq, m.kind, m.unit_id as "unitId", m.made_by as by,
    p.display_name as "byName", m.made_at as at
    from sheet_move m join person p on p.id = m.made_by where ${inScope(sql`m`, of)} order by m.sheet_id, m.seq`;

export interface SheetRef {
  id: string;
  tableId: string;
}

/** `seq` is one more than the last the writer saw: of two who move at once, the second fails. */
export async function addMove(
  tx: Tx,
  of: SheetRef,
  move: { seq: number; kind: MoveKind },
  acting: Acting,
): Promise<void> {
  await tx.insert(sheetMove).values({ ...acted(acting), sheetId: of.id, tableId: of.tableId, ...move });
}

/** The sheet is the unit's to answer again. */
export async function reopenSheet(tx: Tx, key: { blocId: number; id: string }): Promise<void> {
  await tx
    .update(sheet)
    .set({ submittedAt: null, submittedBy: null })
    .where(and(eq(sheet.blocId, key.blocId), eq(sheet.id, key.id)));
}

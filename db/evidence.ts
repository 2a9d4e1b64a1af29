import { and, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Evidence } from '../src/core/scoring-facts.ts';
import { type Acting, acted } from './acting.ts';
import { inScope, type SheetScope } from './listed.ts';
import { evidence } from './schema/verdict.ts';
import type { SheetRef } from './sheet-moves.ts';
import { instantText, rows, type Tx } from './tx.ts';

export interface NewEvidence {
  id: string;
  criterionKey: string;
  kind: 'file' | 'link' | 'document';
  text: string;
  sha256: string | null;
  mime: string | null;
}

export async function addEvidence(tx: Tx, of: SheetRef, given: NewEvidence, acting: Acting): Promise<void> {
  await tx.insert(evidence).values({ ...acted(acting), sheetId: of.id, tableId: of.tableId, ...given });
}

export async function takeBackEvidence(
  tx: Tx,
  of: { blocId: number; id: string },
  by: string,
  at: Date,
): Promise<void> {
  await tx
    .update(evidence)
    .set({ takenBackAt: at, takenBackBy: by })
    .where(and(eq(evidence.blocId, of.blocId), eq(evidence.id, of.id)));
}

export const evidenceRow = z.object({
  id: z.string(),
  sheetId: z.string(),
  criterionKey: z.string(),
  kind: z.enum(['file', 'link', 'document']),
  text: z.string(),
  sha256: z.string().nullable(),
  mime: z.string().nullable(),
  by: z.string(),
  byName: z.string(),
  at: instantText,
});

/** Evidence that holds, oldest first. */
export const evidenceFor = (of: SheetScope): SQL =>
  sql`select e.id, e.sheet_id as "sheetId", e.criterion_key as "criterionKey", e.kind, e.text, e.sha256, e.mime,
    e.made_by as by, p.display_name as "byName", e.made_at as at from evidence e join person p on p.id = e.made_by
    where ${inScope(sql`e`, of)} and e.taken_back_at is null order by e.id`;

export const evidenceOf = (tx: Tx, of: SheetScope): Promise<Evidence[]> =>
  rows(tx, evidenceRow, evidenceFor(of));

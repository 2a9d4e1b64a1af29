import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Verdict } from '../src/core/scoring.ts';
import { sheetValueSchema } from '../src/core/sheet-value.ts';
import { type Acting, acted, actor } from './acting.ts';
import { inScope, type SheetScope } from './listed.ts';
import { explanation, verdict } from './schema/verdict.ts';
import type { SheetRef } from './sheet-moves.ts';
import { instantText, type Tx } from './tx.ts';

export interface NewVerdict {
  criterionKey: string;
  version: number;
  stage: 'verified' | 'final' | 'appeal';
  kind: 'agreed' | 'changed' | 'returned';
  value: unknown;
  entryVersion: number;
  reason: string | null;
  appealId: string | null;
}

export async function addVerdicts(
  tx: Tx,
  of: SheetRef,
  verdicts: readonly NewVerdict[],
  acting: Acting,
): Promise<void> {
  if (verdicts.length === 0) return;
  await tx
    .insert(verdict)
    .values(verdicts.map(one => ({ ...acted(acting), sheetId: of.id, tableId: of.tableId, ...one })));
}

export const verdictRow = z
  .object({
    sheetId: z.string(),
    criterionKey: z.string(),
    version: z.number(),
    stage: z.enum(['verified', 'final', 'appeal']),
    kind: z.enum(['agreed', 'changed', 'returned']),
    value: z.unknown(),
    entryVersion: z.number(),
    reason: z.string().nullable(),
    ...actor,
    explanation: z.object({ text: z.string().nullable(), by: z.string(), at: instantText }).nullable(),
  })
  .transform(({ kind, value, ...rest }): StoredVerdict => {
    const ruling = kind === 'changed' ? { kind, value: sheetValueSchema.parse(value) } : { kind };
    return { ...rest, ruling };
  });

/** On which sheet, too. */
export type StoredVerdict = Verdict & { sheetId: string };

/** Every verdict on sheets with the unit's answer, oldest first. */
export const verdictsOn = (of: SheetScope): SQL =>
  sql`select v.sheet_id as "sheetId", v.criterion_key as "criterionKey", v.version, v.stage, v.kind, v.value,
    v.entry_version as "entryVersion", v.reason, v.unit_id as "unitId", v.made_by as by,
    p.display_name as "byName", v.made_at as at,
    (select jsonb_build_object('text', x.text, 'by', x.made_by, 'at', x.made_at) from explanation x
      where x.bloc_id = v.bloc_id and x.sheet_id = v.sheet_id and x.criterion_key = v.criterion_key
        and x.verdict_version = v.version) as explanation
    from verdict v join person p on p.id = v.made_by where ${inScope(sql`v`, of)}
    order by v.sheet_id, v.criterion_key, v.version`;

/** `text` null: the unit takes the verdict as it is. */
export async function addExplanation(
  tx: Tx,
  of: SheetRef,
  given: { criterionKey: string; verdictVersion: number; text: string | null },
  acting: Acting,
): Promise<void> {
  await tx.insert(explanation).values({ ...acted(acting), sheetId: of.id, tableId: of.tableId, ...given });
}

import { and, eq, type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Appeal, UnitFact } from '../src/core/scoring-facts.ts';
import type { ActKind, MoveKind, ScoringAct, SheetMove } from '../src/core/stage.ts';
import { sheet } from './schema/score.ts';
import {
  appeal,
  appealDecision,
  evidence,
  explanation,
  scoringAct,
  sheetMove,
  unitFact,
  verdict,
  verifier,
} from './schema/stage.ts';
import { instantText, rows, type Tx } from './tx.ts';

/** Who acts, for which unit, in which bloc. */
export interface Acting {
  blocId: number;
  unitId: string;
  by: string;
  at: Date;
}

const acted = ({ blocId, unitId, by, at }: Acting) => ({ blocId, unitId, madeBy: by, madeAt: at });

/** Until the transaction ends nobody closes or publishes the table's scores, or (`alone`) nobody writes any. */
export async function lockScoring(
  tx: Tx,
  of: { blocId: number; tableId: string },
  alone: boolean,
): Promise<void> {
  await tx.execute(sql`select scoring_lock(${of.blocId}, ${of.tableId}::uuid, ${alone})`);
}

const who = { unitId: z.string(), by: z.string(), byName: z.string(), at: instantText };

const actRow = z.object({
  seq: z.number(),
  kind: z.enum(['self_closed', 'self_reopened', 'opened', 'shut', 'proposed', 'withdrawn', 'published']),
  appealUntil: z.string().nullable(),
  ...who,
});

/** What was done with a table's scores as a whole, in order. */
export function scoringActs(tx: Tx, tableId: string): Promise<ScoringAct[]> {
  return rows(
    tx,
    actRow,
    sql`select a.seq, a.kind, a.appeal_until::text as "appealUntil", a.unit_id as "unitId", a.made_by as by,
      p.display_name as "byName", a.made_at as at
      from scoring_act a join person p on p.id = a.made_by where a.table_id = ${tableId}::uuid order by a.seq`,
  );
}

export interface NewAct {
  tableId: string;
  seq: number;
  kind: ActKind;
  appealUntil: string | null;
  /** Of `published`: what was not entered by anybody, as it stood. */
  facts: unknown;
}

export async function addAct(tx: Tx, act: NewAct, acting: Acting): Promise<void> {
  const { tableId, seq, kind, appealUntil, facts } = act;
  await tx.insert(scoringAct).values({ ...acted(acting), tableId, seq, kind, appealUntil, facts });
}

/** The facts kept at publication; null before. */
export async function publishedFacts(tx: Tx, tableId: string): Promise<unknown> {
  const [found] = await rows(
    tx,
    z.object({ facts: z.unknown() }),
    sql`select facts from scoring_act where table_id = ${tableId}::uuid and kind = 'published'`,
  );
  return found?.facts ?? null;
}

const moveRow = z.object({
  sheetId: z.string(),
  seq: z.number(),
  kind: z.enum(['sent', 'returned', 'verified', 'explained', 'settled']),
  ...who,
});

/** A unit's sheet; null before it has one. */
export async function sheetIdOf(tx: Tx, tableId: string, unitId: string): Promise<string | null> {
  const [found] = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select id from sheet where table_id = ${tableId}::uuid and unit_id = ${unitId}::uuid and stage = 'self'`,
  );
  return found?.id ?? null;
}

const sheetOf = (tableId: string, unitId: string | null): SQL =>
  sql`(select id from sheet where table_id = ${tableId}::uuid and unit_id = ${unitId}::uuid and stage = 'self')`;

/** The moves of a table's sheets, each sheet's in order; of all units, or one. */
export function sheetMoves(
  tx: Tx,
  tableId: string,
  unitId: string | null = null,
): Promise<(SheetMove & { sheetId: string })[]> {
  return rows(
    tx,
    moveRow,
    sql`select m.sheet_id as "sheetId", m.seq, m.kind, m.unit_id as "unitId", m.made_by as by,
      p.display_name as "byName", m.made_at as at
      from sheet_move m join person p on p.id = m.made_by where m.table_id = ${tableId}::uuid
        and (${unitId}::uuid is null or m.sheet_id = ${sheetOf(tableId, unitId)})
      order by m.sheet_id, m.seq`,
  );
}

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

const verifierRow = z.object({
  scoredUnitId: z.string(),
  seq: z.number(),
  verifierUnitId: z.string().nullable(),
});

/** The assignments that hold. */
export function verifiers(tx: Tx, tableId: string) {
  return rows(
    tx,
    verifierRow,
    sql`select distinct on (scored_unit_id) scored_unit_id as "scoredUnitId", seq,
      verifier_unit_id as "verifierUnitId" from verifier
      where table_id = ${tableId}::uuid order by scored_unit_id, seq desc`,
  );
}

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

const verdictRow = z.object({
  sheetId: z.string(),
  criterionKey: z.string(),
  version: z.number(),
  stage: z.enum(['verified', 'final', 'appeal']),
  kind: z.enum(['agreed', 'changed', 'returned']),
  value: z.unknown(),
  entryVersion: z.number(),
  reason: z.string().nullable(),
  ...who,
  explanation: z.object({ text: z.string().nullable(), by: z.string(), at: instantText }).nullable(),
});
export type StoredVerdict = z.infer<typeof verdictRow>;

/** Every verdict on a table's sheets with the unit's answer, oldest first; of one unit's, or all. */
export function verdicts(tx: Tx, tableId: string, unitId: string | null): Promise<StoredVerdict[]> {
  return rows(
    tx,
    verdictRow,
    sql`select v.sheet_id as "sheetId", v.criterion_key as "criterionKey", v.version, v.stage, v.kind, v.value,
      v.entry_version as "entryVersion", v.reason, v.unit_id as "unitId", v.made_by as by,
      p.display_name as "byName", v.made_at as at,
      (select jsonb_build_object('text', x.text, 'by', x.made_by, 'at', x.made_at) from explanation x
        where x.bloc_id = v.bloc_id and x.sheet_id = v.sheet_id and x.criterion_key = v.criterion_key
          and x.verdict_version = v.version) as explanation
      from verdict v join person p on p.id = v.made_by
      where v.table_id = ${tableId}::uuid and (${unitId}::uuid is null or v.sheet_id = ${sheetOf(tableId, unitId)})
      order by v.sheet_id, v.criterion_key, v.version`,
  );
}

/** `text` null: the unit takes the verdict as it is. */
export async function addExplanation(
  tx: Tx,
  of: SheetRef,
  given: { criterionKey: string; verdictVersion: number; text: string | null },
  acting: Acting,
): Promise<void> {
  await tx.insert(explanation).values({ ...acted(acting), sheetId: of.id, tableId: of.tableId, ...given });
}

export interface NewEvidence {
  criterionKey: string;
  kind: 'file' | 'link' | 'document';
  text: string;
  sha256: string | null;
  mime: string | null;
}

export async function addEvidence(tx: Tx, of: SheetRef, given: NewEvidence, acting: Acting): Promise<void> {
  await tx
    .insert(evidence)
    .values({ ...acted(acting), id: uuidv7(), sheetId: of.id, tableId: of.tableId, ...given });
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

const evidenceRow = z.object({
  id: z.string(),
  sheetId: z.string(),
  criterionKey: z.string(),
  kind: z.enum(['file', 'link', 'document']),
  text: z.string(),
  sha256: z.string().nullable(),
  mime: z.string().nullable(),
  byName: z.string(),
  at: instantText,
});
export type StoredEvidence = z.infer<typeof evidenceRow>;

/** Evidence that holds, oldest first; of one sheet, or all of the table. */
export function evidenceOf(tx: Tx, tableId: string, sheetId: string | null): Promise<StoredEvidence[]> {
  return rows(
    tx,
    evidenceRow,
    sql`select e.id, e.sheet_id as "sheetId", e.criterion_key as "criterionKey", e.kind, e.text, e.sha256, e.mime,
      p.display_name as "byName", e.made_at as at from evidence e join person p on p.id = e.made_by
      where e.table_id = ${tableId}::uuid and (${sheetId}::uuid is null or e.sheet_id = ${sheetId}::uuid)
        and e.taken_back_at is null order by e.id`,
  );
}

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

const appealRow = z.object({
  id: z.string(),
  sheetId: z.string(),
  criterionKey: z.string(),
  text: z.string(),
  ...who,
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
export function appeals(tx: Tx, tableId: string): Promise<Appeal[]> {
  return rows(
    tx,
    appealRow,
    sql`select a.id, a.sheet_id as "sheetId", a.criterion_key as "criterionKey", a.text, a.unit_id as "unitId",
      a.made_by as by, p.display_name as "byName", a.made_at as at,
      (select jsonb_build_object('kind', d.kind, 'reason', d.reason, 'byName', q.display_name, 'unitId', d.unit_id,
        'at', d.made_at) from appeal_decision d join person q on q.id = d.made_by
        where d.bloc_id = a.bloc_id and d.appeal_id = a.id) as decision
      from appeal a join person p on p.id = a.made_by where a.table_id = ${tableId}::uuid order by a.id`,
  );
}

export interface NewUnitFact extends UnitFact {
  tableId: string;
}

export async function addUnitFact(tx: Tx, fact: NewUnitFact, acting: Acting): Promise<void> {
  await tx.insert(unitFact).values({ ...acted(acting), ...fact });
}

const unitFactRow = z.object({
  scoredUnitId: z.string(),
  kind: z.enum(['knockout', 'class_event', 'indicator']),
  key: z.string(),
  seq: z.number(),
  value: z.string().nullable(),
  source: z.string(),
});

/** The newest of each kind and key, taken back or not. */
export function unitFacts(tx: Tx, tableId: string): Promise<UnitFact[]> {
  return rows(
    tx,
    unitFactRow,
    sql`select distinct on (scored_unit_id, kind, key) scored_unit_id as "scoredUnitId", kind, key, seq, value, source
      from unit_fact where table_id = ${tableId}::uuid order by scored_unit_id, kind, key, seq desc`,
  );
}

/** The sheet is the unit's to answer again. */
export async function reopenSheet(tx: Tx, key: { blocId: number; id: string }): Promise<void> {
  await tx
    .update(sheet)
    .set({ submittedAt: null, submittedBy: null })
    .where(and(eq(sheet.blocId, key.blocId), eq(sheet.id, key.id)));
}

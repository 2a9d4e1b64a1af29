import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { boundLeaves } from '../src/core/asked.ts';
import type { BoundLeaf } from '../src/core/bound-table.ts';
import { dayOf } from '../src/core/day.ts';
import type { ScoreTable } from '../src/core/score-table.ts';
import type { SheetValue } from '../src/core/sheet-value.ts';
import { type TableDraft, tableDraftSchema } from '../src/core/table-proposal.ts';
import { valueFault } from '../src/core/value-fault.ts';
import { addEvidence, evidenceOf } from './evidence.ts';
import { tableDraft } from './schema/score.ts';
import {
  addEntry,
  addTable,
  lockSheet,
  type Sheet,
  type StoredTable,
  seasonTable,
  sheets,
} from './scores.ts';
import { lockScoring } from './scoring-acts.ts';
import { instantText, rows, type Tx } from './tx.ts';

interface Making {
  blocId: number;
  seasonId: string;
  by: string;
  at: Date;
}

const headSchema = z.object({
  madeAt: instantText,
  byName: z.string().nullable(),
  fileName: z.string().nullable(),
  begun: z.number(),
  fixed: z.boolean(),
});

/** The season's table with where it came from and how far scoring by it has gone; null before there is one. */
export async function standingTable(tx: Tx, seasonId: string) {
  const stored = await seasonTable(tx, seasonId);
  const head = stored && (await headOf(tx, stored.id));
  if (!stored || !head) return null;
  const { madeAt, ...facts } = head;
  return { ...facts, version: stored.table.version, table: stored.table, madeOn: dayOf(madeAt) };
}

/** Once a sheet was sent or the lead has acted upon the scores, the season keeps its table. */
async function headOf(tx: Tx, tableId: string) {
  const [head] = await rows(
    tx,
    headSchema,
    sql`select t.created_at as "madeAt", p.display_name as "byName",
        case when d.sha256 is null then null else d.name end as "fileName",
        (select count(distinct e.sheet_id)::int from score_entry e
          where e.bloc_id = t.bloc_id and e.table_id = t.id) as begun,
        (exists (select from sheet_move m where m.bloc_id = t.bloc_id and m.table_id = t.id)
          or exists (select from scoring_act a where a.bloc_id = t.bloc_id and a.table_id = t.id
            and a.kind not like 'lone%')) as fixed
      from score_table t left join person p on p.id = t.made_by
        left join table_draft d on d.bloc_id = t.bloc_id and d.id = t.draft_id
      where t.id = ${tableId}::uuid`,
  );
  return head ?? null;
}

const draftRow = z.object({ id: z.string(), proposal: tableDraftSchema });

export async function tableDrafts(tx: Tx, ids: readonly string[]): Promise<Map<string, TableDraft>> {
  if (ids.length === 0) return new Map();
  const found = await rows(
    tx,
    draftRow,
    sql`select id, proposal from table_draft where id = any(${sql.param(ids)}::uuid[])`,
  );
  return new Map(found.map(({ id, proposal }) => [id, proposal]));
}

interface NewDraft {
  draftId: string;
  draft: TableDraft;
  file: { sha256: string; name: string; mime: string } | null;
}

export async function addDrafts(tx: Tx, drafts: readonly NewDraft[], made: Making): Promise<void> {
  const { blocId, seasonId, by, at } = made;
  await tx.insert(tableDraft).values(
    drafts.map(({ draftId, draft, file }) => ({
      ...{ blocId, seasonId, id: draftId, readBy: by, readAt: at },
      ...{ sha256: file?.sha256 ?? null, name: file?.name ?? draft.table.name, mime: file?.mime ?? null },
      // Only what the schema knows: a proposal's problems are worked out each time.
      proposal: tableDraftSchema.parse(pick(draft)),
    })),
  );
}

const pick = ({ sheet, table, evidence, questions, rules }: TableDraft): TableDraft => ({
  ...{ sheet, table, evidence, questions, rules },
});

/** Null: the table that holds is kept for the season. */
export async function replaceTable(
  tx: Tx,
  given: { before: StoredTable | null; draftId: string; table: ScoreTable },
  made: Making,
) {
  const { before, draftId, table } = given;
  if (before) {
    await lockScoring(tx, { blocId: made.blocId, tableId: before.id }, true);
    const head = await headOf(tx, before.id);
    if (head?.fixed) return null;
  }
  const version = (before?.table.version ?? 0) + 1;
  const { blocId, seasonId, at: now, by } = made;
  const tableId = await addTable(tx, { blocId, seasonId, now, draftId, madeBy: by }, { ...table, version });
  const carried = before ? await carryOver(tx, before, { id: tableId, table }, made) : [];
  return { tableId, version, carried };
}

/** Answers go over to the criteria that ask for the same, as whoever gave them, when he did. */
async function carryOver(tx: Tx, before: StoredTable, after: StoredTable, { blocId, seasonId, at }: Making) {
  const now = new Map(boundLeaves(after.table).map(bound => [bound.leaf.key, bound]));
  const carried: { unitId: string; kept: number; again: number }[] = [];
  for (const sheet of await sheets(tx, { tableId: before.id })) {
    const { unitId } = sheet;
    const id = await lockSheet(tx, { blocId, seasonId, tableId: after.id, unitId }, at);
    const kept = sheet.entries.filter(entry => stands(now.get(entry.criterionKey), entry.value));
    for (const entry of kept)
      await addEntry(tx, {
        ...{ blocId, sheetId: id, tableId: after.id, criterionKey: entry.criterionKey, sawVersion: 0 },
        ...{ value: entry.value, by: entry.by, at: entry.at },
      });
    await carryEvidence(tx, sheet, { id, tableId: after.id, known: new Set(now.keys()) }, blocId);
    if (sheet.entries.length > 0)
      carried.push({ unitId, kept: kept.length, again: sheet.entries.length - kept.length });
  }
  return carried;
}

const stands = (bound: BoundLeaf | undefined, value: SheetValue): boolean =>
  bound !== undefined &&
  valueFault(bound, value) === null &&
  (value.kind === 'skipped' || value.kind === 'not_assigned' || value.kind === bound.rule.asks);

async function carryEvidence(
  tx: Tx,
  sheet: Sheet,
  after: { id: string; tableId: string; known: ReadonlySet<string> },
  blocId: number,
): Promise<void> {
  for (const one of await evidenceOf(tx, { sheetId: sheet.id })) {
    if (!after.known.has(one.criterionKey)) continue;
    const { criterionKey, kind, text, sha256, mime, by, at } = one;
    const acting = { blocId, unitId: sheet.unitId, by, at };
    await addEvidence(tx, after, { id: uuidv7(), criterionKey, kind, text, sha256, mime }, acting);
  }
}

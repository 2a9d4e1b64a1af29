import { and, eq, type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type Criterion, isGroup, type ScoreTable, scoreTableSchema } from '../src/core/score-table.ts';
import { type Entry, type SheetValue, sheetValueSchema } from '../src/core/sheet-value.ts';
import { inScope, type SheetScope } from './listed.ts';
import { criterion, scoreEntry, scoreTable, sheet } from './schema/score.ts';
import { instantText, rows, type Tx } from './tx.ts';

const criterionRow = z.object({
  key: z.string(),
  parentKey: z.string().nullable(),
  no: z.string(),
  name: z.string(),
  max: z.number(),
  terms: z.record(z.string(), z.json()),
  rule: z.unknown(),
});

export interface StoredTable {
  id: string;
  table: ScoreTable;
}

/**
 * Trees that were read lately, by the table's id, the latest last. The application may add tables and neither change nor
 * remove them (grants), so that one never goes stale; who may see it was decided when its id was read.
 */
const known = new Map<string, ScoreTable>();
const MOST_KNOWN = 100;

export const newestTable = (seasonId: string): SQL =>
  sql`select id from score_table where season_id = ${seasonId}::uuid order by version desc limit 1`;

/** The season's newest table; null before one is loaded. */
export async function seasonTable(tx: Tx, seasonId: string): Promise<StoredTable | null> {
  const [head] = await rows(tx, z.object({ id: z.string() }), newestTable(seasonId));
  return head ? { id: head.id, table: await tableOf(tx, head.id) } : null;
}

export async function tableOf(tx: Tx, id: string): Promise<ScoreTable> {
  const table = known.get(id) ?? (await readTable(tx, id));
  known.delete(id);
  known.set(id, table);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return table;
}

const treeRow = z.object({
  version: z.number(),
  name: z.string(),
  max: z.number(),
  terms: z.record(z.string(), z.json()),
  criteria: z.array(criterionRow),
});

async function readTable(tx: Tx, id: string): Promise<ScoreTable> {
  const [head] = await rows(
    tx,
    treeRow,
    sql`select t.version, t.name, t.max_points as max, t.terms, (select jsonb_agg(jsonb_build_object('key', c.key,
        'parentKey', c.parent_key, 'no', c.no, 'name', c.name, 'max', c.max_points, 'terms', c.terms, 'rule', c.rule)
        order by c.position) from criterion c where c.bloc_id = t.bloc_id and c.table_id = t.id) as criteria
      from score_table t where t.id = ${id}::uuid`,
  );
  if (!head) throw new Error('a score table vanished');
  const under = (parent: string | null): unknown[] =>
    head.criteria
      .filter(row => row.parentKey === parent)
      .map(({ parentKey: _, terms, rule, ...named }) =>
        rule ? { ...named, ...terms, rule } : { ...named, ...terms, children: under(named.key) },
      );
  const { criteria: __, terms, ...printed } = head;
  return scoreTableSchema.parse({ ...printed, ...terms, children: under(null) });
}

type Node = Pick<
  typeof criterion.$inferInsert,
  'key' | 'parentKey' | 'no' | 'name' | 'maxPoints' | 'terms' | 'rule'
>;

function flat(criteria: readonly Criterion[], parentKey: string | null): Node[] {
  return criteria.flatMap((one): Node[] => {
    const { key, no, name, max, counts, clause, atLeast } = one;
    const node = { key, parentKey, no, name, maxPoints: max };
    const terms = { counts, clause, atLeast };
    return isGroup(one)
      ? [{ ...node, terms: { ...terms, caps: one.caps }, rule: null }, ...flat(one.children, key)]
      : [{ ...node, terms, rule: one.rule }];
  });
}

/** Writes a table's tree as the season's next version. */
export async function addTable(
  tx: Tx,
  at: { blocId: number; seasonId: string; now: Date; draftId?: string; madeBy?: string },
  table: ScoreTable,
): Promise<string> {
  const id = uuidv7();
  const { blocId, seasonId, draftId = null, madeBy = null } = at;
  await tx.insert(scoreTable).values({
    blocId,
    draftId,
    madeBy,
    seasonId,
    id,
    version: table.version,
    name: table.name,
    maxPoints: table.max,
    terms: { caps: table.caps, settings: table.settings },
    createdAt: at.now,
  });
  const nodes = flat(table.children, null);
  await tx
    .insert(criterion)
    .values(nodes.map((node, position) => ({ ...node, blocId, tableId: id, position })));
  return id;
}

export interface Sheet {
  id: string;
  unitId: string;
  submittedAt: Date | null;
  submittedByName: string | null;
  entries: Entry[];
}

/** Criterion, version, kind of answer, points, what else was answered, by whom, when: many come at once, so without names. */
const entryRow = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.number().nullable(),
  z.unknown(),
  z.string(),
  instantText,
]);

export const sheetRow = z
  .object({
    id: z.string(),
    unitId: z.string(),
    submittedAt: instantText.nullable(),
    submittedByName: z.string().nullable(),
    /** By person, of who has answered. */
    names: z.record(z.string(), z.string()),
    entries: z.array(entryRow),
  })
  .transform(
    ({ names, entries, ...sheet }): Sheet => ({
      ...sheet,
      entries: entries.map(([criterionKey, version, kind, points, detail, by, at]) => {
        const own = points === null ? { kind } : { kind, points };
        const value = sheetValueSchema.parse(detail instanceof Object ? { ...own, ...detail } : own);
        return { criterionKey, version, value, by, byName: names[by] ?? '', at };
      }),
    }),
  );

/** Self-score sheets with the entries that hold; of a criterion the newest, in the order in which its index goes backwards. */
export const sheetsOf = (of: SheetScope): SQL =>
  sql`select s.id, s.unit_id as "unitId", s.submitted_at as "submittedAt", p.display_name as "submittedByName",
    (select coalesce(json_object_agg(q.id, q.display_name), '{}') from person q where q.id in (
      select x.entered_by from score_entry x where x.bloc_id = s.bloc_id and x.sheet_id = s.id)) as names,
    (select coalesce(json_agg(json_build_array(e.criterion_key, e.version, e.value, e.points, e.detail, e.entered_by,
        e.entered_at)), '[]')
      from (select distinct on (criterion_key) * from score_entry x where x.bloc_id = s.bloc_id
        and x.sheet_id = s.id order by criterion_key desc, version desc) e) as entries
    from sheet s left join person p on p.id = s.submitted_by
    where ${inScope(sql`s`, of, sql`id`)} and s.stage = 'self'`;

export const sheets = (tx: Tx, of: SheetScope): Promise<Sheet[]> => rows(tx, sheetRow, sheetsOf(of));

export interface SheetKey {
  blocId: number;
  seasonId: string;
  tableId: string;
  unitId: string;
}

/** The unit's sheet, made where there is none, and locked: two contacts' answers come one after the other. */
export async function lockSheet(tx: Tx, key: SheetKey, now: Date): Promise<string> {
  const held = (await heldSheet(tx, key)) ?? (await madeSheet(tx, key, now));
  if (!held) throw new Error('sheet vanished');
  return held;
}

async function madeSheet(tx: Tx, key: SheetKey, now: Date): Promise<string | null> {
  await tx
    .insert(sheet)
    .values({ ...key, id: uuidv7(), stage: 'self', createdAt: now })
    .onConflictDoNothing();
  return heldSheet(tx, key);
}

async function heldSheet(tx: Tx, key: SheetKey): Promise<string | null> {
  const [row] = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select id from sheet where table_id = ${key.tableId}::uuid and unit_id = ${key.unitId}::uuid
      and stage = 'self' for update`,
  );
  return row?.id ?? null;
}

export interface NewEntry {
  blocId: number;
  sheetId: string;
  tableId: string;
  criterionKey: string;
  /** The version the writer saw; the new one is the next, and a second writer of it fails. */
  sawVersion: number;
  value: SheetValue;
  by: string;
  at: Date;
}

export async function addEntry(tx: Tx, entry: NewEntry): Promise<void> {
  const { by, at, sawVersion, value: given, ...key } = entry;
  const { kind, ...answer } = given;
  const detail = kind === 'points' || Object.keys(answer).length === 0 ? null : answer;
  await tx.insert(scoreEntry).values({
    ...key,
    version: sawVersion + 1,
    value: kind,
    points: given.kind === 'points' ? given.points : null,
    detail,
    enteredBy: by,
    enteredAt: at,
  });
}

export async function submitSheet(
  tx: Tx,
  key: { blocId: number; id: string },
  by: string,
  at: Date,
): Promise<void> {
  await tx
    .update(sheet)
    .set({ submittedAt: at, submittedBy: by })
    .where(and(eq(sheet.blocId, key.blocId), eq(sheet.id, key.id)));
}

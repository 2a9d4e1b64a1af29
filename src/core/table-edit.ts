import { z } from 'zod';
import { storedForms } from './number-forms.ts';
import { pointsSchema } from './points-schema.ts';
import { type Criterion, isGroup, noCaps, ruleRefSchema, type ScoreTable } from './score-table.ts';
import { ruleGaps } from './table-proposal.ts';
import { settingsParts, tableSettingsSchema } from './table-settings.ts';

const key = z.string();
const name = z.string().min(1).max(1000);
const counts = z.enum(['base', 'bonus', 'penalty']);

/** What a lead said of a table under review. What was read of the workbook stays as it was read. */
export const tableEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('max'), key, points: pointsSchema }),
  z.strictObject({ kind: z.literal('table_max'), points: pointsSchema }),
  z.strictObject({ kind: z.literal('rename'), key, name }),
  z.strictObject({ kind: z.literal('table_name'), name }),
  z.strictObject({ kind: z.literal('counts'), key, counts }),
  /** `open`: what has still to be said of the rule. */
  z.strictObject({ kind: z.literal('rule'), key, rule: ruleRefSchema, open: z.array(z.enum(ruleGaps)) }),
  z.strictObject({ kind: z.literal('drop'), key }),
  /** `under` null: beside the first groups. */
  z.strictObject({
    ...{ kind: z.literal('add'), key, under: key.nullable(), no: z.string().min(1).max(20), name },
    ...{ max: pointsSchema, counts },
  }),
  z.strictObject({
    ...{ kind: z.literal('add_group'), key, under: key.nullable(), no: z.string().min(1).max(20), name },
    max: pointsSchema,
  }),
  /** `part` is what was changed of them. */
  z.strictObject({
    ...{ kind: z.literal('settings'), part: z.enum(settingsParts) },
    settings: tableSettingsSchema(storedForms),
  }),
  /** `key` null: of the whole table. */
  z.strictObject({
    ...{ kind: z.literal('cap'), key: key.nullable(), of: z.enum(['bonus', 'penalty', 'total']) },
    points: pointsSchema.nullable(),
  }),
  /** Looked at and left as it is. */
  z.strictObject({ kind: z.literal('settle'), ask: z.string() }),
]);
export type TableEdit = z.infer<typeof tableEditSchema>;

/** The table as it stands after the edits. Nothing is rescaled: a group keeps its maximum until it is given another. */
export const editedTable = (table: ScoreTable, edits: readonly TableEdit[]): ScoreTable =>
  edits.reduce(withEdit, table);

function withEdit(table: ScoreTable, edit: TableEdit): ScoreTable {
  switch (edit.kind) {
    case 'settle':
      return table;
    case 'table_max':
      return { ...table, max: edit.points };
    case 'table_name':
      return { ...table, name: edit.name };
    case 'settings':
      return { ...table, settings: edit.settings };
    case 'cap': {
      const { of, points } = edit;
      if (edit.key === null) return { ...table, caps: { ...table.caps, [of]: points } };
      return at(table, edit.key, one => [
        isGroup(one) ? { ...one, caps: { ...one.caps, [of]: points } } : one,
      ]);
    }
    case 'add':
    case 'add_group':
      return withAdded(table, edit);
    case 'drop':
      return at(table, edit.key, () => []);
    default:
      return at(table, edit.key, one => [changed(one, edit)]);
  }
}

function withAdded(table: ScoreTable, edit: Extract<TableEdit, { kind: 'add' | 'add_group' }>): ScoreTable {
  const { under, key: own, no, name: words, max } = edit;
  const named = { key: own, no, name: words, max, clause: null, atLeast: null };
  const added: Criterion =
    edit.kind === 'add'
      ? { ...named, counts: edit.counts, rule: { id: 'manual', version: 1, params: {} } }
      : { ...named, counts: 'base', caps: noCaps, children: [] };
  if (under === null) return { ...table, children: [...table.children, added] };
  return at(table, under, one => [isGroup(one) ? { ...one, children: [...one.children, added] } : one]);
}

type Change = Extract<TableEdit, { kind: 'max' | 'rename' | 'counts' | 'rule' }>;

function changed(one: Criterion, edit: Change): Criterion {
  switch (edit.kind) {
    case 'max':
      return { ...one, max: edit.points };
    case 'rename':
      return { ...one, name: edit.name };
    case 'counts':
      return { ...one, counts: edit.counts };
    case 'rule':
      return isGroup(one) ? one : { ...one, rule: edit.rule };
  }
}

/** The table with what `change` makes of one node; of a group that loses its last child nothing is said here. */
function at(table: ScoreTable, wanted: string, change: (one: Criterion) => Criterion[]): ScoreTable {
  const visit = (list: readonly Criterion[]): Criterion[] =>
    list.flatMap(one => {
      if (one.key === wanted) return change(one);
      return isGroup(one) ? [{ ...one, children: visit(one.children) }] : [one];
    });
  return { ...table, children: visit(table.children) };
}

/** Every node, from the top down, as the table is printed. */
export function nodesOf(table: ScoreTable): Criterion[] {
  const under = (list: readonly Criterion[]): Criterion[] =>
    list.flatMap(one => (isGroup(one) ? [one, ...under(one.children)] : [one]));
  return under(table.children);
}

export const nodeAt = (table: ScoreTable, wanted: string): Criterion | null =>
  nodesOf(table).find(one => one.key === wanted) ?? null;

/** The number with those of its groups, as a person would name it: `II.3`, and `3.1` in a group 3. */
export function placeOf(table: ScoreTable, wanted: string): string {
  const visit = (list: readonly Criterion[], above: string): string | null => {
    for (const one of list) {
      const own = one.no.startsWith(`${above}.`) || above === '' ? one.no : `${above}.${one.no}`;
      if (one.key === wanted) return own;
      const within = isGroup(one) ? visit(one.children, own) : null;
      if (within !== null) return within;
    }
    return null;
  };
  return visit(table.children, '') ?? wanted;
}

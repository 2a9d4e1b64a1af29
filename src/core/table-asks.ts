import { checkTable } from './check-table.ts';
import type { Points } from './points.ts';
import type { RuleDoubt } from './rules/rule.ts';
import { isGroup, type ScoreTable } from './score-table.ts';
import { editedTable, nodeAt, nodesOf, placeOf, type TableEdit } from './table-edit.ts';
import type { CellEvidence, RuleGap, RuleProposal, TableDraft } from './table-proposal.ts';

/** Something that a person has to decide about a table under review; `id` stays the same until it is decided. */
export type TableAsk =
  /** `proposed`: what stands until somebody says otherwise; null: nothing does. */
  | {
      kind: 'max';
      id: string;
      key: string;
      no: string;
      proposed: Points | null;
      unclear: boolean;
      at: CellEvidence | null;
    }
  | { kind: 'line'; id: string; at: CellEvidence }
  | { kind: 'rule'; id: string; proposal: RuleProposal }
  /** `others`: what has to be said besides. */
  | { kind: 'gap'; id: string; key: string; no: string; gap: RuleGap; others: RuleGap[] }
  | { kind: 'doubt'; id: string; key: string; no: string; doubt: RuleDoubt }
  /** `key` null: the whole table. */
  | { kind: 'sum'; id: string; key: string | null; no: string | null; max: Points; sum: Points };
export type AskOf<Kind extends TableAsk['kind']> = Extract<TableAsk, { kind: Kind }>;

/** What is open still: maxima and loose lines, then rule by rule, and last what does not add up. */
export function tableAsks(draft: TableDraft, edits: readonly TableEdit[]): TableAsk[] {
  const table = editedTable(draft.table, edits);
  const settled = new Set(edits.flatMap(edit => (edit.kind === 'settle' ? [edit.ask] : [])));
  const asks = [
    ...maximaAsked(draft, table, edits),
    ...draft.questions.flatMap(one =>
      one.code === 'line_unclear' ? [{ kind: 'line' as const, id: `line ${one.at.cell}`, at: one.at }] : [],
    ),
    ...rulesAsked(draft, table, edits),
    ...sumsAsked(table),
  ];
  return asks.filter(one => !settled.has(one.id));
}

/** What must be decided before anybody is scored by the table. */
export const mustBeDecided = (ask: TableAsk): boolean =>
  ask.kind === 'gap' || ask.kind === 'doubt' || (ask.kind === 'max' && ask.proposed === null);

const said = (edits: readonly TableEdit[], kind: TableEdit['kind'], key: string) =>
  edits.findLast(edit => edit.kind === kind && 'key' in edit && edit.key === key);

function maximaAsked(draft: TableDraft, table: ScoreTable, edits: readonly TableEdit[]): AskOf<'max'>[] {
  const asked = new Map(
    draft.questions.flatMap(one =>
      one.code === 'max_missing' || one.code === 'max_unclear' ? [[one.key, one]] : [],
    ),
  );
  return nodesOf(table).flatMap((node): AskOf<'max'>[] => {
    const { key, max } = node;
    const question = asked.get(key);
    const worthless = max === 0 && !isGroup(node) && node.rule.id === 'manual';
    if ((!question && !worthless) || said(edits, 'max', key)) return [];
    const proposed = max === 0 ? null : max;
    const unclear = question?.code === 'max_unclear';
    const no = placeOf(table, key);
    return [{ kind: 'max', id: `max ${key}`, key, no, proposed, unclear, at: question?.at ?? null }];
  });
}

function rulesAsked(draft: TableDraft, table: ScoreTable, edits: readonly TableEdit[]): TableAsk[] {
  const doubts = new Map<string, RuleDoubt[]>();
  for (const problem of checkTable(table))
    if (problem.code === 'doubt' && problem.doubt.code !== 'reaches')
      doubts.set(problem.key, [...(doubts.get(problem.key) ?? []), problem.doubt]);
  return nodesOf(table).flatMap((node): TableAsk[] => {
    if (isGroup(node)) return [];
    const { key } = node;
    const no = placeOf(table, key);
    const told = said(edits, 'rule', key);
    if (told?.kind !== 'rule')
      return [
        ...draft.rules
          .filter(one => one.key === key)
          .map(one => ({ kind: 'rule' as const, id: `rule ${key}`, proposal: { ...one, no } })),
        ...doubtsAsked(key, no, doubts.get(key) ?? []),
      ];
    const gaps = told.open.map((gap): TableAsk => {
      const others = told.open.filter(one => one !== gap);
      return { kind: 'gap', id: `gap ${gap} ${key}`, key, no, gap, others };
    });
    return [...gaps, ...(gaps.length > 0 ? [] : doubtsAsked(key, no, doubts.get(key) ?? []))];
  });
}

const doubtsAsked = (key: string, no: string, doubts: readonly RuleDoubt[]): AskOf<'doubt'>[] =>
  doubts.map(doubt => ({ kind: 'doubt', id: `doubt ${doubt.code} ${key}`, key, no, doubt }));

/** Settled for these figures only: another maximum is another question. */
function sumsAsked(table: ScoreTable): AskOf<'sum'>[] {
  return checkTable(table).flatMap(problem => {
    if (problem.code !== 'sum_differs') return [];
    const { key, max, sum } = problem;
    const no = key === null ? null : placeOf(table, key);
    const counts = key === null ? 'base' : nodeAt(table, key)?.counts;
    // Bonuses and penalties may come to less than what limits them.
    return counts === 'base'
      ? [{ kind: 'sum', id: `sum ${key ?? ''} ${max} ${sum}`, key, no, max, sum }]
      : [];
  });
}

import { type Points, sum, zero } from './points.ts';
import { ruleOf } from './rules/index.ts';
import type { Because } from './rules/rule.ts';
import { type Criterion, isGroup, type Leaf, type ScoreTable } from './score-table.ts';
import { currentEntries, type Entry } from './sheet-value.ts';

type LeafState = 'scored' | 'skipped' | 'open' | 'not_assigned';

interface Sums {
  points: Points;
  /** Of all that is assigned to the unit: what it could reach. */
  max: Points;
  /** Of what is scored so far: what `points` is out of. */
  maxScored: Points;
  counts: { scored: number; skipped: number; open: number; notAssigned: number };
  /** Nothing is waiting for points any more. */
  complete: boolean;
}

export interface LeafTally {
  kind: 'leaf';
  key: string;
  no: string;
  name: string;
  max: Points;
  state: LeafState;
  points: Points | null;
  because: Because | null;
  /** The entry that holds, null where nobody has touched the criterion. */
  entry: Entry | null;
}

interface GroupTally extends Sums {
  kind: 'group';
  key: string;
  no: string;
  name: string;
  children: NodeTally[];
}

export type NodeTally = GroupTally | LeafTally;

export interface SheetTally extends Sums {
  tableVersion: number;
  children: NodeTally[];
}

/** A sheet's points from its facts. Entries for criteria that the table does not have count nothing. */
export function tallySheet(table: ScoreTable, entries: readonly Entry[]): SheetTally {
  const current = currentEntries(entries);
  const visit = (criterion: Criterion): NodeTally => {
    if (!isGroup(criterion)) return tallyLeaf(criterion, current.get(criterion.key) ?? null);
    const { key, no, name } = criterion;
    const children = criterion.children.map(visit);
    return { kind: 'group', key, no, name, children, ...sumUp(children) };
  };
  const children = table.children.map(visit);
  return { tableVersion: table.version, children, ...sumUp(children) };
}

/** The leaves of a tally in the order they are printed. */
export function tallyLeaves(nodes: readonly NodeTally[]): LeafTally[] {
  return nodes.flatMap(node => (node.kind === 'leaf' ? [node] : tallyLeaves(node.children)));
}

function tallyLeaf(leaf: Leaf, entry: Entry | null): LeafTally {
  const { key, no, name, max, rule } = leaf;
  const shown = { kind: 'leaf', key, no, name, max, entry } as const;
  if (entry?.value.kind === 'not_assigned') {
    return { ...shown, state: 'not_assigned', points: null, because: null };
  }
  const entered = entry && { value: entry.value, entryVersion: entry.version, by: entry.by, at: entry.at };
  const verdict = ruleOf(rule).evaluate({ max, entered }, rule.params);
  if (verdict.points !== null) {
    return { ...shown, state: 'scored', points: verdict.points, because: verdict.because };
  }
  return {
    ...shown,
    state: entry?.value.kind === 'skipped' ? 'skipped' : 'open',
    points: null,
    because: null,
  };
}

function sumUp(children: readonly NodeTally[]): Sums {
  const parts = children.map(child => (child.kind === 'group' ? child : sumsOf(child)));
  const total = (of: (part: Omit<Sums, 'complete'>) => number) =>
    parts.reduce((so, part) => so + of(part), 0);
  const counts = {
    scored: total(part => part.counts.scored),
    skipped: total(part => part.counts.skipped),
    open: total(part => part.counts.open),
    notAssigned: total(part => part.counts.notAssigned),
  };
  return {
    points: sum(parts.map(part => part.points)),
    max: sum(parts.map(part => part.max)),
    maxScored: sum(parts.map(part => part.maxScored)),
    counts,
    complete: counts.open + counts.skipped === 0,
  };
}

function sumsOf(leaf: LeafTally): Omit<Sums, 'complete'> {
  const is = (state: LeafState) => (leaf.state === state ? 1 : 0);
  return {
    points: leaf.points ?? zero,
    max: leaf.state === 'not_assigned' ? zero : leaf.max,
    maxScored: leaf.state === 'scored' ? leaf.max : zero,
    counts: {
      scored: is('scored'),
      skipped: is('skipped'),
      open: is('open'),
      notAssigned: is('not_assigned'),
    },
  };
}

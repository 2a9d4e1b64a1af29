import { checkTable, type TableProblem } from './check-table.ts';
import { ruleOf } from './rules/index.ts';
import type { BoundRule, Counts } from './rules/rule.ts';
import {
  type Criterion,
  countsWithin,
  type Group,
  isGroup,
  type Leaf,
  type ScoreTable,
} from './score-table.ts';

/** A table's criteria with their rules read, worked out once for all units. */
export type BoundNode = BoundGroup | BoundLeaf;

export interface BoundGroup {
  kind: 'group';
  group: Group;
  countsAs: Counts;
  children: BoundNode[];
}

export interface BoundLeaf {
  kind: 'leaf';
  leaf: Leaf;
  countsAs: Counts;
  rule: BoundRule;
}

export interface BoundTable {
  nodes: BoundNode[];
  /** In the order they are printed. */
  leaves: BoundLeaf[];
  problems: TableProblem[];
}

/** Reading the rules' parameters costs more than a tally, and a table is never changed: its next version is another. */
const bound = new WeakMap<ScoreTable, BoundTable>();

/** @throws where a table names a rule, or parameters of one, that this release does not have */
export function bindTable(table: ScoreTable): BoundTable {
  const known = bound.get(table);
  if (known) return known;
  const nodes = bindAll(table.children, 'base');
  const made = { nodes, leaves: leavesOf(nodes), problems: checkTable(table) };
  bound.set(table, made);
  return made;
}

const leavesOf = (nodes: readonly BoundNode[]): BoundLeaf[] =>
  nodes.flatMap(node => (node.kind === 'leaf' ? [node] : leavesOf(node.children)));

function bindAll(criteria: readonly Criterion[], above: Counts): BoundNode[] {
  return criteria.map((criterion): BoundNode => {
    const countsAs = countsWithin(above, criterion);
    if (isGroup(criterion))
      return { kind: 'group', group: criterion, countsAs, children: bindAll(criterion.children, countsAs) };
    const { max, rule } = criterion;
    return {
      kind: 'leaf',
      leaf: criterion,
      countsAs,
      rule: ruleOf(rule).bind(rule.params, { max, counts: countsAs }),
    };
  });
}

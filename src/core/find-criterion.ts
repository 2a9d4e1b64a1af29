import { type Criterion, isGroup, type ScoreTable } from './score-table.ts';
import type { NodeTally } from './tally-result.ts';

/** As a person writes it: `II. 3` is `ii.3`. */
const plain = (no: string) => no.toLowerCase().replace(/\s+/g, '').replace(/\.+$/, '');

/** Nodes by the number as printed, or with its groups' numbers before it: `3.2`, `II.1.g`. The latter first. */
function byNumber<Node extends { no: string }>(
  nodes: readonly Node[],
  childrenOf: (node: Node) => readonly Node[],
  typed: string,
): Node[] {
  const wanted = plain(typed);
  const placed: Node[] = [];
  const named: Node[] = [];
  const visit = (list: readonly Node[], path: readonly string[], above: string) => {
    for (const node of list) {
      const no = plain(node.no);
      // `3.2` in group 3 says its group itself.
      const whole = [...path, no.startsWith(`${above}.`) ? no.slice(above.length + 1) : no];
      if (whole.join('.') === wanted) placed.push(node);
      else if (no === wanted) named.push(node);
      visit(childrenOf(node), whole, no);
    }
  };
  visit(nodes, [], '');
  return placed.length > 0 ? placed : named;
}

export const findNodes = (nodes: readonly NodeTally[], typed: string): NodeTally[] =>
  byNumber(nodes, node => (node.kind === 'group' ? node.children : []), typed);

export const findCriteria = (table: ScoreTable, typed: string): Criterion[] =>
  byNumber(table.children, one => (isGroup(one) ? one.children : []), typed);

import type { NodeTally } from './tally-result.ts';

const plain = (no: string) => no.toLowerCase().replace(/\s+/g, '').replace(/\.+$/, '');

/** Nodes by the number as printed, or with its groups' numbers before it: `3.2`, `II.1.g`. The latter first. */
export function findNodes(nodes: readonly NodeTally[], typed: string): NodeTally[] {
  const wanted = plain(typed);
  const placed: NodeTally[] = [];
  const named: NodeTally[] = [];
  const visit = (list: readonly NodeTally[], path: readonly string[]) => {
    for (const node of list) {
      const whole = [...path, plain(node.no)];
      if (whole.join('.') === wanted) placed.push(node);
      else if (plain(node.no) === wanted) named.push(node);
      if (node.kind === 'group') visit(node.children, whole);
    }
  };
  visit(nodes, []);
  return placed.length > 0 ? placed : named;
}

import type { LeafTally, NodeTally } from './tally-result.ts';

/** The leaves of a tally in the order they are printed. */
export function tallyLeaves(nodes: readonly NodeTally[]): LeafTally[] {
  return nodes.flatMap(node => (node.kind === 'leaf' ? [node] : tallyLeaves(node.children)));
}

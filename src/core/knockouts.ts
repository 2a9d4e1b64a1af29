import { type Criterion, isGroup } from './score-table.ts';
import type { Knockout } from './tally-facts.ts';
import type { KnockoutVerdict, NodeTally } from './tally-result.ts';

/** Why a unit is not considered, whatever its points: facts from elsewhere first, then its sheet's own lines. */
export function knockoutsOf(
  criteria: readonly Criterion[],
  nodes: readonly NodeTally[],
  facts: readonly Knockout[],
  unsent: boolean,
): KnockoutVerdict[] {
  const told = facts.map(({ reason, source }) => ({ kind: 'fact', reason, source }) as const);
  const silent = unsent ? [{ kind: 'unsent' } as const] : [];
  return [...told, ...silent, ...criteria.flatMap((criterion, index) => ofNode(criterion, nodes[index]))];
}

function ofNode(criterion: Criterion, node: NodeTally | undefined): KnockoutVerdict[] {
  if (!node) return [];
  const { key, no, name, atLeast } = criterion;
  const found: KnockoutVerdict[] = [];
  if (node.kind === 'leaf' && node.because?.rule === 'knockout' && node.because.facts.happened)
    found.push({ kind: 'criterion', key, no, name });
  const points = settled(node) ? node.points : null;
  if (atLeast !== null && points !== null && points < atLeast)
    found.push({ kind: 'below', key, no, name, points, atLeast });
  if (isGroup(criterion) && node.kind === 'group')
    found.push(...criterion.children.flatMap((child, index) => ofNode(child, node.children[index])));
  return found;
}

/** What is still open may yet reach what is asked for. */
function settled(node: NodeTally): boolean {
  return node.kind === 'leaf' ? node.state === 'scored' : node.complete && node.counts.scored > 0;
}

import type { BoundGroup, BoundNode } from './bound-table.ts';
import { nothing } from './fraction.ts';
import { zero } from './points.ts';
import type { ScoreTable } from './score-table.ts';
import { type JudgedLeaf, type Judging, tallyLeaf } from './tally-leaf.ts';
import type { LeafTally, NodeTally, Sums } from './tally-result.ts';
import { type Judged, sumUp } from './tally-sums.ts';

type Gate = Pick<LeafTally, 'key' | 'no' | 'name'>;

/** One unit's sheet, from the criteria up to its sums. */
export function tallySheet(
  table: ScoreTable,
  nodes: readonly BoundNode[],
  unitId: string,
  judging: Judging,
): { children: NodeTally[]; sums: Sums } {
  const { rounding, floor } = table.settings;
  const within = (node: BoundNode): Judged =>
    node.kind === 'leaf'
      ? judgedLeaf(node.countsAs, tallyLeaf(node, unitId, judging))
      : groupOf(node, withGates(node.children, node.children.map(within)));

  const groupOf = ({ group, countsAs }: BoundGroup, children: Judged[]): Judged => {
    const { key, no, name, max: printedMax, caps } = group;
    const step = rounding.at === 'group' ? judging.step : null;
    const how = { countsAs, caps, max: printedMax, floor: floor === 'group', step };
    const { sums, parts } = sumUp(children, how);
    const tallied = children.map(child => child.tally);
    return {
      tally: { kind: 'group', key, no, name, countsAs, printedMax, children: tallied, ...sums },
      parts,
    };
  };

  const children = withGates(nodes, nodes.map(within));
  const how = { countsAs: 'base', caps: table.caps, max: table.max, floor: floor !== 'none' } as const;
  const { sums } = sumUp(children, { ...how, step: judging.step });
  return { children: children.map(child => child.tally), sums };
}

function judgedLeaf(countsAs: NodeTally['countsAs'], { tally, exact }: JudgedLeaf): Judged {
  return { tally, parts: { base: nothing, bonus: nothing, penalty: nothing, [countsAs]: exact } };
}

/** A gate answered with "no" leaves the group it stands in without points, whatever was reached. */
function withGates(nodes: readonly BoundNode[], judged: Judged[]): Judged[] {
  const shut = judged.find(({ tally }, index) => {
    const node = nodes[index];
    const because = tally.kind === 'leaf' ? tally.because : null;
    return node?.kind === 'leaf' && because?.rule === 'gate' && !because.facts.open;
  })?.tally;
  if (!shut) return judged;
  const gate = { key: shut.key, no: shut.no, name: shut.name };
  return judged.map(({ tally }) => ({ tally: closed(tally, gate), parts: emptied }));
}

const emptied = { base: nothing, bonus: nothing, penalty: nothing };

function closed(node: NodeTally, gate: Gate): NodeTally {
  if (node.kind === 'group') {
    const children = node.children.map(child => closed(child, gate));
    return { ...node, points: zero, limits: [], children };
  }
  if (node.points === null || node.because === null || node.because.rule === 'gate') return node;
  return { ...node, points: zero, because: { ...node.because, closedBy: gate } };
}

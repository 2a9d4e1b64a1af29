import { minus, nothing, ofPoints, plus, roundedPoints } from './fraction.ts';
import { limitParts, type Parts, wholeOf } from './limit-parts.ts';
import { type Points, points, sum, zero } from './points.ts';
import type { Counts } from './rules/rule.ts';
import type { Caps } from './score-table.ts';
import type { LeafState, NodeTally, Sums } from './tally-result.ts';

export interface Judged {
  tally: NodeTally;
  parts: Parts;
}

export interface Summing {
  countsAs: Counts;
  caps: Caps;
  /** Of a group of bonuses or penalties: their limit, too. */
  max: Points;
  floor: boolean;
  /** Null: the exact sum is carried on. */
  step: 1 | 10 | 100 | null;
}

/** A group's or a whole sheet's sums, after its limits; the parts are what goes on upwards. */
export function sumUp(children: readonly Judged[], how: Summing): { sums: Sums; parts: Parts } {
  const all = children.map(child => child.parts);
  const added = (part: keyof Parts) => all.reduce((so, one) => plus(so, one[part]), nothing);
  const given = { base: added('base'), bonus: added('bonus'), penalty: added('penalty') };
  const { parts, limits } = limitParts(given, limitsOf(how));
  const total = roundedPoints(wholeOf(parts), how.step ?? 1);

  const nodes = children.map(child => child.tally);
  const alike = nodes.filter(node => node.countsAs === how.countsAs);
  const reach = sum(alike.map(maxOf));
  const counts = countStates(nodes);
  const complete = counts.open + counts.skipped === 0;
  const sums = {
    points: total,
    max: how.countsAs === 'base' ? reach : points(Math.min(reach, how.max)),
    maxScored: sum(alike.map(maxScoredOf)),
    counts,
    complete,
    provisional: !complete || nodes.some(node => node.provisional),
    limits,
  };
  return { sums, parts: how.step === null ? parts : rounded(parts, how.countsAs, total) };
}

function limitsOf({ countsAs, caps, max, floor }: Summing) {
  const own = (counts: Counts, cap: Points | null) =>
    countsAs === counts && (cap === null || max < cap) ? max : cap;
  return { bonus: own('bonus', caps.bonus), penalty: own('penalty', caps.penalty), total: caps.total, floor };
}

/** The difference that rounding makes belongs to what the group itself counts as. */
function rounded(parts: Parts, countsAs: Counts, total: Points): Parts {
  const difference = minus(ofPoints(total), wholeOf(parts));
  return { ...parts, [countsAs]: plus(parts[countsAs], difference) };
}

function countStates(nodes: readonly NodeTally[]): Sums['counts'] {
  const counted = (state: LeafState, of: keyof Sums['counts']) =>
    nodes.reduce(
      (so, node) => so + (node.kind === 'group' ? node.counts[of] : Number(node.state === state)),
      0,
    );
  return {
    scored: counted('scored', 'scored'),
    skipped: counted('skipped', 'skipped'),
    open: counted('open', 'open'),
    notAssigned: counted('not_assigned', 'notAssigned'),
  };
}

function maxOf(node: NodeTally): Points {
  return node.kind === 'leaf' && node.state === 'not_assigned' ? zero : node.max;
}

function maxScoredOf(node: NodeTally): Points {
  if (node.kind === 'group') return node.maxScored;
  return node.state === 'scored' ? node.max : zero;
}

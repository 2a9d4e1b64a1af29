import { leafNumbers } from './find-criterion.ts';
import type { Points } from './points.ts';
import { tallyLeaves } from './tally-leaves.ts';
import type { LeafTally, Tally, UnitTally } from './tally-result.ts';

/** What a change of the facts did to one unit. */
export interface Affected {
  unitId: string;
  unitName: string;
  points: { from: Points; to: Points };
  /** Null: not considered. */
  rank: { from: number | null; to: number | null };
  /** Criteria whose points changed; null: none there. */
  criteria: { key: string; no: string; name: string; from: Points | null; to: Points | null }[];
}

/**
 * Who is affected by a change, and by how much: units whose points, criteria or place differ, in their order.
 * Both tallies are of one table; a unit that is in only one of them is left out.
 */
export function affected(before: Tally, after: Tally): Affected[] {
  const earlier = new Map(before.units.map(unit => [unit.unitId, unit]));
  return after.units.flatMap(unit => {
    const was = earlier.get(unit.unitId);
    return was && differs(was, unit) ? [changeOf(was, unit)] : [];
  });
}

function changeOf(was: UnitTally, is: UnitTally): Affected {
  return {
    unitId: is.unitId,
    unitName: is.unitName,
    points: { from: was.points, to: is.points },
    rank: { from: was.rank, to: is.rank },
    criteria: changedLeaves(was, is),
  };
}

function differs(was: UnitTally, is: UnitTally): boolean {
  return was.points !== is.points || was.rank !== is.rank || changedLeaves(was, is).length > 0;
}

function changedLeaves(was: UnitTally, is: UnitTally): Affected['criteria'] {
  const earlier = new Map<string, LeafTally>(tallyLeaves(was.children).map(leaf => [leaf.key, leaf]));
  const numbers = leafNumbers(is.children);
  return tallyLeaves(is.children).flatMap(({ key, no, name, points }) => {
    const from = earlier.get(key)?.points ?? null;
    return from === points ? [] : [{ key, no: numbers.get(key) ?? no, name, from, to: points }];
  });
}

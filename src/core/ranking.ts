import { type Fraction, order } from './fraction.ts';
import type { RankedPlace } from './tally-result.ts';

export interface Contender {
  unitId: string;
  value: Fraction;
  /** For each key of the chain, more is better; null: the fact is missing. */
  keys: readonly (Fraction | null)[];
}

/** Best first. What the chain does not decide stays on one place: never by id, name or time. */
export function rank(
  contenders: readonly Contender[],
  chain: readonly string[],
  style: 'gaps' | 'dense',
): RankedPlace[] {
  const groups = groupedBy(contenders, contender => contender.value).flatMap(alike =>
    alike.length === 1 ? [{ units: alike, decidedBy: null, tie: null }] : untie(alike, chain, 0, null),
  );
  let before = 0;
  return groups.map(({ units, decidedBy, tie }, index) => {
    const rank = style === 'dense' ? index + 1 : before + 1;
    before += units.length;
    return { rank, unitIds: units.map(unit => unit.unitId), decidedBy, tie };
  });
}

interface Place extends Pick<RankedPlace, 'decidedBy' | 'tie'> {
  units: Contender[];
}

/** A key that one of them lacks stops the chain: what stands after it in line must not decide in its place. */
function untie(alike: Contender[], chain: readonly string[], at: number, decidedBy: string | null): Place[] {
  const key = chain[at];
  if (key === undefined) return [{ units: alike, decidedBy, tie: { kind: 'chain_ends' } }];
  const lacking = alike.filter(unit => !unit.keys[at]).map(unit => unit.unitId);
  if (lacking.length > 0) return [{ units: alike, decidedBy, tie: { kind: 'needs', key, unitIds: lacking } }];
  return groupedBy(alike, unit => unit.keys[at] ?? unit.value).flatMap((still, index) => {
    const by = index === 0 ? decidedBy : key;
    return still.length === 1
      ? [{ units: still, decidedBy: by, tie: null }]
      : untie(still, chain, at + 1, by);
  });
}

/** Largest first; each group in the order given. */
function groupedBy(contenders: readonly Contender[], by: (one: Contender) => Fraction): Contender[][] {
  const sorted = contenders
    .map((one, index) => ({ one, index, value: by(one) }))
    .sort((a, b) => order(b.value, a.value) || a.index - b.index);
  const groups: Contender[][] = [];
  let last: Fraction | null = null;
  for (const { one, value } of sorted) {
    if (last && order(last, value) === 0) groups.at(-1)?.push(one);
    else groups.push([one]);
    last = value;
  }
  return groups;
}

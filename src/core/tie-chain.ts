import { fractionOf } from './decimal.ts';
import { type Fraction, fraction, minus, nothing } from './fraction.ts';
import type { TieKey } from './table-settings.ts';
import type { Indicator } from './tally-facts.ts';
import type { NodeTally, UnitTally } from './tally-result.ts';

/** Under these keys facts tell a ballot's votes and the place that the lead decided. */
const BALLOT = 'ballot';
const DECISION = 'decision';

/** The chain that parts units of equal points, ready to be asked for each. */
export interface TieChain {
  /** A criterion's or an indicator's key. */
  names: string[];
  /** More is better; null where the fact is missing. */
  keysOf(unit: Pick<UnitTally, 'unitId' | 'children'>): (Fraction | null)[];
}

export function chainOf(keys: readonly TieKey[], indicators: readonly Indicator[]): TieChain {
  const known = new Map(indicators.map(({ unitId, key, value }) => [`${unitId} ${key}`, value]));
  const told = (unitId: string, key: string, prefer: 'higher' | 'lower') => {
    const value = known.get(`${unitId} ${key}`);
    if (value === undefined) return null;
    const number = fractionOf(value);
    return prefer === 'higher' ? number : minus(nothing, number);
  };
  return {
    names: keys.map(nameOf),
    keysOf: ({ unitId, children }) =>
      keys.map(key => {
        if (key.by === 'criterion') return pointsOf(children, key.key);
        return told(
          unitId,
          nameOf(key),
          key.by === 'indicator' ? key.prefer : key.by === 'ballot' ? 'higher' : 'lower',
        );
      }),
  };
}

function nameOf(key: TieKey): string {
  if (key.by === 'ballot') return BALLOT;
  return key.by === 'decision' ? DECISION : key.key;
}

/** Null also where the criterion is still open or not assigned to the unit: nothing to compare. */
function pointsOf(nodes: readonly NodeTally[], key: string): Fraction | null {
  for (const node of nodes) {
    if (node.key === key) return node.points === null ? null : fraction(BigInt(node.points), 100n);
    const within = node.kind === 'group' ? pointsOf(node.children, key) : null;
    if (within) return within;
  }
  return null;
}

import type { Fraction } from '../fraction.ts';
import { ofPoints } from '../fraction.ts';
import { type Points, points } from '../points.ts';
import type { Reason } from './reason.ts';
import type { RuleScope, Verdict } from './rule.ts';

/** Points that nothing else can change. */
export function scored(given: Points | Fraction, reason: Reason): Verdict {
  const exact = typeof given === 'number' ? ofPoints(given) : given;
  return { kind: 'points', points: exact, provisional: false, reason };
}

/** An amount as the criterion counts it: a penalty takes it off. */
export function signed(amount: Points, { counts }: Pick<RuleScope, 'counts'>): Points {
  return counts === 'penalty' ? points(-amount) : amount;
}

/** The smaller of two amounts. */
export function atMost(amount: Points, limit: Points): Points {
  return amount > limit ? limit : amount;
}

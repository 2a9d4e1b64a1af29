import { z } from 'zod';
import { type Decimal, decimal, fractionOf } from '../decimal.ts';
import {
  type Fraction,
  fraction,
  minus,
  nothing,
  ofPoints,
  one,
  order,
  over,
  plus,
  times,
} from '../fraction.ts';
import type { ValueOf } from '../sheet-value.ts';
import type { LeaderFacts } from './reason.ts';
import { defineRule, type PeerAnswer, type RuleFacts } from './rule.ts';

type Answer = ValueOf<'ratio'>;

/**
 * A share of the points for meeting the target, in proportion below it; the rest in proportion to the largest
 * excess over a target in the bloc. Nobody exceeds it: nobody has any of the rest. Without a target, all points
 * in proportion to the largest result among the units without one. Until all have answered, the leader may change.
 */
export const relativeToLeader = defineRule({
  id: 'relative_to_leader',
  version: 1,
  asks: 'ratio',
  /** `share`: per cent of the points for meeting the target; 50 by default. */
  params: forms =>
    z.strictObject({
      share: forms.decimal
        .refine(value => order(fractionOf(value), fraction(100n)) <= 0, 'over_100')
        .optional(),
    }),
  faultOf: ({ target }) => (target === '0' ? { code: 'target_zero' } : null),
  evaluate: (facts, { share = decimal('50') }, { max }) => {
    const { actual, target } = facts.value;
    const field = fieldOf(facts);
    const basic = over(fractionOf(share), fraction(100n));
    return {
      kind: 'points',
      points: times(ofPoints(max), shareOf(facts.value, field.best, basic)),
      provisional: field.missing.length > 0,
      reason: { rule: 'relative_to_leader', facts: { actual, target, ...shown(field) } },
    };
  },
});

interface Field {
  /** The largest excess (or result); null: nobody exceeds the target. */
  best: Fraction | null;
  leaders: { unitId: string; answer: Answer }[];
  missing: string[];
}

const fields = new WeakMap<readonly PeerAnswer[], Map<boolean, Field>>();

/** Those who are measured alike: with a target, or without one. Worked out once for all units of a tally. */
function fieldOf({ value, peers }: RuleFacts<Answer>): Field {
  const all = peers();
  const known = fields.get(all) ?? new Map<boolean, Field>();
  fields.set(all, known);
  const targeted = value.target !== null;
  const field = known.get(targeted) ?? findField(all, targeted);
  known.set(targeted, field);
  return field;
}

function findField(all: readonly PeerAnswer[], targeted: boolean): Field {
  const rivals = all.flatMap(({ unitId, value: answer }) =>
    answer?.kind === 'ratio' && answer.target !== '0' && (answer.target !== null) === targeted
      ? [{ unitId, answer, size: sizeOf(answer) }]
      : [],
  );
  const best = rivals.reduce((so, { size }) => (order(size, so) > 0 ? size : so), nothing);
  const leads = order(best, nothing) > 0;
  return {
    best: leads ? best : null,
    leaders: leads ? rivals.filter(({ size }) => order(size, best) === 0) : [],
    missing: all.filter(isMissing).map(({ unitId }) => unitId),
  };
}

/** Passed over is not yet answered either; corrected points say nothing about targets, but are final. */
const isMissing = ({ value }: PeerAnswer) => value === null || value.kind === 'skipped';

/** The excess over the target as part of it, or the result itself where there is no target. */
function sizeOf({ actual, target }: Answer): Fraction {
  const reached = fractionOf(actual);
  if (target === null) return reached;
  const aim = fractionOf(target);
  return over(minus(reached, aim), aim);
}

/** Of the criterion's points, as a part of 1. */
function shareOf(answer: Answer, best: Fraction | null, basic: Fraction): Fraction {
  const size = sizeOf(answer);
  if (answer.target === null) return best === null ? nothing : over(size, best);
  if (order(size, nothing) <= 0) return times(basic, plus(one, size));
  return best === null ? basic : plus(basic, times(minus(one, basic), over(size, best)));
}

function shown({ leaders, missing }: Field): Omit<LeaderFacts, 'actual' | 'target'> {
  const first: { actual: Decimal; target: Decimal | null } | undefined = leaders[0]?.answer;
  return {
    leaders: leaders.map(leader => leader.unitId),
    best: first ? { actual: first.actual, target: first.target } : null,
    missing,
  };
}

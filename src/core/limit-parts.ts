import {
  type Fraction,
  fraction,
  minus,
  most,
  nothing,
  ofPoints,
  order,
  plus,
  roundedPoints,
} from './fraction.ts';
import type { Points } from './points.ts';
import type { Limit } from './tally-result.ts';

/** Exact points by what they count as, so that a limit further up can reach them. */
export interface Parts {
  base: Fraction;
  bonus: Fraction;
  /** Not above zero. */
  penalty: Fraction;
}

/** Null: no such limit. */
export interface PartLimits {
  bonus: Points | null;
  penalty: Points | null;
  total: Points | null;
  floor: boolean;
}

export const wholeOf = ({ base, bonus, penalty }: Parts): Fraction => plus(plus(base, bonus), penalty);

/** Bonuses first, then penalties, then all together; what is over a total is taken from the bonuses first. */
export function limitParts(given: Parts, limits: PartLimits): { parts: Parts; limits: Limit[] } {
  const hit: Limit[] = [];
  const steps = [
    bonusCap(limits.bonus),
    penaltyCap(limits.penalty),
    totalCap(limits.total),
    floor(limits.floor),
  ];
  const parts = steps.reduce((so, step) => {
    const cut = step(so);
    if (!cut) return so;
    hit.push({ by: cut.by, from: roundedPoints(cut.from), to: roundedPoints(cut.to) });
    return cut.parts;
  }, given);
  return { parts, limits: hit };
}

type Step = (parts: Parts) => { by: Limit['by']; from: Fraction; to: Fraction; parts: Parts } | null;

const bonusCap =
  (cap: Points | null): Step =>
  parts => {
    if (cap === null || order(parts.bonus, ofPoints(cap)) <= 0) return null;
    const to = ofPoints(cap);
    return { by: 'bonus_cap', from: parts.bonus, to, parts: { ...parts, bonus: to } };
  };

const penaltyCap =
  (cap: Points | null): Step =>
  parts => {
    const to = fraction(BigInt(-(cap ?? 0)));
    if (cap === null || order(parts.penalty, to) >= 0) return null;
    return { by: 'penalty_cap', from: parts.penalty, to, parts: { ...parts, penalty: to } };
  };

const totalCap =
  (cap: Points | null): Step =>
  parts => {
    const from = wholeOf(parts);
    if (cap === null || order(from, ofPoints(cap)) <= 0) return null;
    const to = ofPoints(cap);
    const bonus = most(nothing, minus(parts.bonus, minus(from, to)));
    return {
      by: 'total_cap',
      from,
      to,
      parts: { ...parts, bonus, base: minus(to, plus(bonus, parts.penalty)) },
    };
  };

const floor =
  (wanted: boolean): Step =>
  parts => {
    const from = wholeOf(parts);
    if (!wanted || order(from, nothing) >= 0) return null;
    return { by: 'floor', from, to: nothing, parts: { ...parts, penalty: minus(parts.penalty, from) } };
  };

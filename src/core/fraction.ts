import { type Points, points } from './points.ts';

/** An exact number: what a formula computes with until it is rounded, once. `bottom` is above zero. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** @throws RangeError where `bottom` is 0. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('division by zero');
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

export const nothing = fraction(0n);
export const one = fraction(1n);

export function plus(a: Fraction, b: Fraction): Fraction {
  if (b.top === 0n) return a;
  if (a.top === 0n) return b;
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom };
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.top, a.bottom * b.bottom);
}

/** @throws RangeError where `b` is 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return times(a, fraction(b.bottom, b.top));
}

/** For `sort`: ascending. */
export function order(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (a: Fraction, b: Fraction) => (order(a, b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction) => (order(a, b) >= 0 ? a : b);

/** In hundredths, as points are. */
export function ofPoints(value: Points): Fraction {
  return { top: BigInt(value), bottom: 1n };
}

/** Rounded once to whole multiples of `step` hundredths, a half away from zero, as spreadsheets do. */
export function roundedPoints({ top, bottom }: Fraction, step: 1 | 10 | 100 = 1): Points {
  if (bottom === 1n && step === 1) return points(Number(top));
  const unit = bottom * BigInt(step);
  const size = top < 0n ? -top : top;
  const whole = Number((2n * size + unit) / (2n * unit)) * step;
  return points(top < 0n ? -whole : whole);
}

function reduced(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { top: top / a, bottom: bottom / a } : { top, bottom };
}

/** Whole hundredths of a point: 9,25 is 925. Never a fraction, never -0, always exact. */
export type Points = number & { readonly __brand: 'Points' };

export function isPoints(value: number): value is Points {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** @throws RangeError where `hundredths` is no safe integer. */
export function points(hundredths: number): Points {
  const value = hundredths === 0 ? 0 : hundredths;
  if (!isPoints(value)) throw new RangeError(`not whole hundredths: ${hundredths}`);
  return value;
}

export const zero: Points = points(0);

export function add(a: Points, b: Points): Points {
  return points(a + b);
}

export function sum(list: Iterable<Points>): Points {
  let total = zero;
  for (const one of list) total = add(total, one);
  return total;
}

/** For `sort`: ascending. */
export function compare(a: Points, b: Points): number {
  return a - b;
}

/**
 * `value` × `numerator` / `denominator`, rounded once to a hundredth, a half away from zero (as spreadsheets
 * do, so that an exported formula agrees). BigInt, since the product may leave the safe integers.
 * @throws RangeError where the denominator is 0 or a factor is no safe integer.
 */
export function multiplyRounded(value: Points, numerator: number, denominator: number): Points {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`not a fraction of integers: ${numerator}/${denominator}`);
  }
  const top = BigInt(value) * BigInt(numerator);
  const bottom = BigInt(denominator);
  const negative = top < 0n !== bottom < 0n;
  const size = (n: bigint) => (n < 0n ? -n : n);
  const rounded = (2n * size(top) + size(bottom)) / (2n * size(bottom));
  return points(Number(negative ? -rounded : rounded));
}

/** `part` of `whole` in per cent, itself in hundredths (86,5 % is 8650); null where `whole` is nothing. */
export function percentOf(part: Points, whole: Points): Points | null {
  return whole === 0 ? null : multiplyRounded(part, 10_000, whole);
}

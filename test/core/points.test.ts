import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  isPoints,
  multiplyRounded,
  type Points,
  percentOf,
  points,
  sum,
  zero,
} from '../../src/core/points.ts';

const someHundredths = fc.integer({ min: -10_000_000, max: 10_000_000 });

describe('points are whole hundredths', () => {
  it('refuses what is no safe integer', () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => points(bad)).toThrow(RangeError);
    }
  });

  it('knows no minus zero', () => {
    expect(Object.is(points(-0), 0)).toBe(true);
    expect(isPoints(-0)).toBe(false);
    expect(Object.is(multiplyRounded(points(-1), 1, 3), 0)).toBe(true);
  });

  it('adds up without loss, in any order', () => {
    fc.assert(
      fc.property(fc.array(someHundredths), list => {
        const all = list.map(points);
        expect(sum(all)).toBe(all.reduceRight(add, zero));
      }),
    );
    expect(sum([])).toBe(zero);
    expect(sum([points(10), points(20)])).toBe(30);
  });

  it('refuses a sum that would not be exact', () => {
    expect(() => add(points(Number.MAX_SAFE_INTEGER), points(1))).toThrow(RangeError);
  });

  it('sorts ascending', () => {
    expect([points(30), points(-5), zero].sort(compare)).toEqual([-5, 0, 30]);
  });
});

describe('a product is rounded once', () => {
  it.each([
    [925, 1, 2, 463],
    [-925, 1, 2, -463],
    [924, 1, 2, 462],
    [100, 1, 3, 33],
    [100, 2, 3, 67],
    [100, 2, -3, -67],
    [0, 5, 7, 0],
  ])('%i × %i / %i = %i', (value, numerator, denominator, expected) => {
    expect(multiplyRounded(points(value), numerator, denominator)).toBe(expected);
  });

  it('is never further than half a hundredth from the exact product, and a half goes outwards', () => {
    const factor = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(someHundredths, factor, factor, (value, top, bottom) => {
        const off =
          2n *
          (BigInt(multiplyRounded(points(value), top, bottom)) * BigInt(bottom) -
            BigInt(value) * BigInt(top));
        const outwards = value < 0 ? -off : off;
        expect(outwards <= BigInt(bottom) && outwards > -BigInt(bottom)).toBe(true);
      }),
    );
  });

  it('stays exact where the product leaves the safe integers', () => {
    expect(multiplyRounded(points(9_007_199_254_740_991), 3, 3)).toBe(9_007_199_254_740_991);
  });

  it('refuses a denominator of 0 and factors that are no integers', () => {
    expect(() => multiplyRounded(points(1), 1, 0)).toThrow(RangeError);
    expect(() => multiplyRounded(points(1), 0.5, 1)).toThrow(RangeError);
    expect(() => multiplyRounded(points(1), 1, 0.5)).toThrow(RangeError);
  });
});

describe('a share in per cent', () => {
  it('has two decimals and is unknown of nothing', () => {
    const percent = (part: number, whole: number): Points | null => percentOf(points(part), points(whole));
    expect(percent(8650, 10_000)).toBe(8650);
    expect(percent(1, 3)).toBe(3333);
    expect(percent(5, 0)).toBeNull();
  });
});

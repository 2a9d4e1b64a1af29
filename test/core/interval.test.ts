import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, fractionOf } from '../../src/core/decimal.ts';
import { contains, type Interval, intervalSchema, isInterval } from '../../src/core/interval.ts';
import { coverOf } from '../../src/core/interval-cover.ts';
import { storedForms } from '../../src/core/number-forms.ts';
import { d } from '../support/score-facts.ts';

const at = (value: number | string) => fractionOf(d(value));

describe('an interval', () => {
  test('takes its bounds in or leaves them out as they say', () => {
    const half: Interval = { ge: d(88), lt: d(90) };
    expect(['87.99', 88, '89.999', 90].map(value => contains(half, at(value)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([88, '88.01', 90].map(value => contains({ gt: d(88), le: d(90) }, at(value)))).toEqual([
      false,
      true,
      true,
    ]);
    expect([99, 100].map(value => contains({ eq: d(100) }, at(value)))).toEqual([false, true]);
    expect(contains({}, at(0))).toBe(true);
  });

  test.each([
    [{ ge: '1', gt: '1' }],
    [{ le: '1', lt: '1' }],
    [{ eq: '1', ge: '0' }],
    [{ ge: '2', le: '1' }],
    [{ gt: '1', le: '1' }],
    [{ ge: '1', lt: '1' }],
    [{ ge: '01' }],
  ])('%j is none', given => {
    expect(intervalSchema(storedForms).safeParse(given).success).toBe(false);
  });

  test('one value, or no bound at all, is one', () => {
    expect(isInterval({ ge: d(1), le: d(1) })).toBe(true);
    expect(isInterval({})).toBe(true);
    expect(intervalSchema(storedForms).parse({ gt: '1', lt: '1.5' })).toEqual({ gt: '1', lt: '1.5' });
  });
});

const bound = fc.nat(12).map(n => decimal(String(n / 2)));
const anyInterval: fc.Arbitrary<Interval> = fc
  .record({ ge: bound, gt: bound, le: bound, lt: bound, eq: bound }, { requiredKeys: [] })
  .filter(isInterval);

describe('what several intervals claim', () => {
  /** Halves and quarters up to 7: every place where something can begin or end, and between them. */
  const places = Array.from({ length: 57 }, (_, index) => at(String(index / 8)));

  test('is found wherever two do, and wherever none does', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 5 }), anyInterval, (intervals, domain) => {
        const { overlaps, gaps } = coverOf(intervals, { domain });
        for (const place of places.filter(value => contains(domain, value))) {
          const claims = intervals.filter(one => contains(one, place)).length;
          expect(overlaps.some(one => contains(one, place))).toBe(claims > 1);
          expect(gaps.some(one => contains(one, place))).toBe(claims === 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('and of whole numbers only whole ones matter', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 5 }), intervals => {
        const { overlaps, gaps } = coverOf(intervals, { domain: { ge: d(0) }, whole: true });
        for (let number = 0; number < 9; number++) {
          const claims = intervals.filter(one => contains(one, at(number))).length;
          expect(overlaps.some(one => contains(one, at(number)))).toBe(claims > 1);
          expect(gaps.some(one => contains(one, at(number)))).toBe(claims === 0);
        }
        for (const gap of [...overlaps, ...gaps]) expect(gap.gt ?? gap.lt).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

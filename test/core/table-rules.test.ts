import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, fractionOf } from '../../src/core/decimal.ts';
import { contains } from '../../src/core/interval.ts';
import { ruleOf } from '../../src/core/rules/index.ts';
import { bandsOf, rivals, wonBy } from '../../src/core/table-rules.ts';
import { p } from '../support/score-facts.ts';

const bound = fc.integer({ min: 0, max: 12 }).map(n => decimal(String(n)));
const low = fc.oneof(
  bound.map(ge => ({ ge })),
  bound.map(gt => ({ gt })),
  fc.constant({}),
);
const high = fc.oneof(
  bound.map(le => ({ le })),
  bound.map(lt => ({ lt })),
  fc.constant({}),
);
const interval = fc.oneof(
  bound.map(eq => ({ eq })),
  fc.tuple(low, high).map(([a, b]) => ({ ...a, ...b })),
);
const rule = fc
  .array(fc.tuple(interval, fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 5 })
  .map(list => ({
    ...{ id: 'bands', version: 1 },
    params: { bands: list.map(([one, points]) => ({ ...one, points: p(points) })) },
  }))
  .filter(one => ruleOf(one).accepts(one.params));

/** Halves as well, so that both sides of each bound are looked at. */
const values = Array.from({ length: 27 }, (_, n) =>
  decimal(n % 2 === 0 ? String(n / 2) : `${(n - 1) / 2}.5`),
);

test('who wins what two bands claim keeps all it claimed, and nobody loses or gains a value besides', () => {
  fc.assert(
    fc.property(rule, fc.nat(4), (given, nth) => {
      const contested = rivals(given);
      const winner = contested[nth % Math.max(1, contested.length)];
      if (winner === undefined) return;
      const won = wonBy(given, winner);
      expect(ruleOf(won).accepts(won.params)).toBe(true);
      const [before, after] = [bandsOf(given), bandsOf(won)];
      const claims = (bands: typeof before, value: (typeof values)[number]) =>
        bands.filter(band => contains(band, fractionOf(value))).map(band => band.points);
      for (const value of values) {
        const own = before[winner];
        if (own && contains(own, fractionOf(value))) expect(claims(after, value)).toEqual([own.points]);
        else expect(claims(after, value)).toEqual(claims(before, value));
      }
    }),
  );
});

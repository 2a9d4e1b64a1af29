import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../src/core/day.ts';
import type { Counts } from '../../../src/core/rules/rule.ts';
import type { SheetValue } from '../../../src/core/sheet-value.ts';
import { countOf, levelOf, numberOf, ratioOf, pointsOf as typed, yesNo } from '../../support/score-facts.ts';
import { bound, duty, pointsOf, type RuleCase, type Seen } from '../../support/score-rules.ts';

const max = fc.integer({ min: 1, max: 20_000 }).map(n => n / 100);
const counts = fc.constantFrom<Counts>('base', 'bonus', 'penalty');
const amount = fc.integer({ min: 0, max: 2_000 });
const number = fc.integer({ min: 0, max: 1_000_000 }).map(n => String(n / 100));
const target = fc.integer({ min: 1, max: 1_000_000 }).map(n => String(n / 100));
const count = fc.nat(500);

/** Rising thresholds without overlap or gap, the points of each as given. */
function bandsOf(points: number[], from = 0, step = 5) {
  return points.map((one, index) => ({
    ge: String(from + index * step),
    ...(index === points.length - 1 ? {} : { lt: String(from + (index + 1) * step) }),
    points: one,
  }));
}

const within = (cap: number) => fc.array(fc.integer({ min: 0, max: cap }), { minLength: 1, maxLength: 6 });

interface Given {
  id: string;
  rule: RuleCase & { max: number };
  value: SheetValue | null;
  seen?: Seen;
}

/** One of each rule, whatever its parameters and whatever was answered. */
const anyCase: fc.Arbitrary<Given> = fc
  .record({ max, counts, amount, number, target, count, yes: fc.boolean(), list: within(100) })
  .chain(({ max, counts, amount, number, target, count, yes, list }) => {
    const shared = { max, counts };
    const bands = bandsOf(list.map(part => Math.round(max * part)));
    const given = (
      id: string,
      params: Record<string, unknown>,
      value: SheetValue | null,
      seen?: Seen,
    ): Given => {
      return { id, rule: { ...shared, params }, value, ...(seen ? { seen } : {}) };
    };
    const sent = duty('2026-05-29', addDays(day('2026-05-20'), count % 60));
    const duties = { duties: [sent, duty('2026-06-30', null)], now: new Date('2026-07-15T00:00:00Z') };
    const derived = { of: { kinds: ['report'] } };
    return fc.constantFrom(
      given('manual', {}, typed(Math.min(max, amount / 100))),
      given('yes_no', {}, yesNo(yes)),
      given(
        'levels',
        { levels: [{ key: 'x', name: 'X', points: Math.round(max * (amount % 100)) }] },
        levelOf('x'),
      ),
      given('bands', { bands }, numberOf(number)),
      given('sample', { cases: 500, each: amount }, countOf(count)),
      given('gate', {}, yesNo(yes)),
      given('knockout', {}, yesNo(yes)),
      given('late_days', { ...derived, days: 'working', several: 'each', bands }, null, duties),
      given('late_days', { ...derived, days: 'calendar', several: 'mean', each: amount }, null, duties),
      given('missing_reports', { ...derived, bands }, null, duties),
      given('penalty_per_occurrence', { each: amount }, countOf(count)),
      ...(counts === 'penalty'
        ? []
        : [
            given('ratio', {}, ratioOf(number, target)),
            given('ratio_over', { cap: Math.round(max * 100) }, ratioOf(number, target)),
            given('relative_to_leader', {}, ratioOf(number, target)),
            given('bonus_per_item', { each: amount }, countOf(count)),
          ]),
    );
  });

describe('whatever the parameters and the answer', () => {
  test('points lie between 0 and the maximum, of a penalty between its limit and 0', () => {
    fc.assert(
      fc.property(anyCase, ({ id, rule, value, seen }) => {
        const got = pointsOf(bound(id, rule), value, seen) ?? 0;
        const [low, high] = rule.counts === 'penalty' ? [-rule.max, 0] : [0, rule.max];
        expect(got).toBeGreaterThanOrEqual(low);
        expect(got).toBeLessThanOrEqual(high);
      }),
      { numRuns: 500 },
    );
  });

  test('every rule is among the cases', () => {
    const seen = new Set(fc.sample(anyCase, 400).map(one => one.id));
    expect(seen.size).toBe(14);
  });
});

describe('more is never worse', () => {
  const pair = (values: fc.Arbitrary<string>) =>
    fc.tuple(values, values).map(both => both.sort((a, b) => +a - +b));

  test.each(['ratio', 'ratio_over', 'relative_to_leader'])('%s: of the result', id => {
    fc.assert(
      fc.property(
        max,
        pair(number),
        target,
        fc.array(fc.tuple(number, target), { maxLength: 5 }),
        (top, [low = '', high = ''], aim, others) => {
          const rule = bound(id, { max: top });
          const at = (actual: string) =>
            pointsOf(rule, ratioOf(actual, aim), {
              peers: [ratioOf(actual, aim), ...others.map(([a, t]) => ratioOf(a, t))].map((value, index) => ({
                unitId: `${index}`,
                value,
              })),
            });
          expect(at(high)).toBeGreaterThanOrEqual(at(low) ?? 0);
        },
      ),
    );
  });

  test.each(['sample', 'bonus_per_item'])('%s: of the count', id => {
    fc.assert(
      fc.property(max, amount, count, count, (top, each, a, b) => {
        const rule = bound(id, { max: top, params: id === 'sample' ? { cases: 500, each } : { each } });
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(pointsOf(rule, countOf(high))).toBeGreaterThanOrEqual(pointsOf(rule, countOf(low)) ?? 0);
      }),
    );
  });

  test('and more occurrences are never better', () => {
    fc.assert(
      fc.property(max, counts, amount, count, count, (top, kind, each, a, b) => {
        const rule = bound('penalty_per_occurrence', { max: top, counts: kind, params: { each } });
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(pointsOf(rule, countOf(high))).toBeLessThanOrEqual(pointsOf(rule, countOf(low)) ?? 0);
      }),
    );
  });

  test('a later due day never costs points, whatever bands are accepted', () => {
    fc.assert(
      fc.property(
        max,
        within(100),
        fc.constantFrom('calendar', 'working'),
        fc.constantFrom('worst', 'each', 'mean'),
        fc.array(fc.tuple(fc.nat(60), fc.option(fc.nat(60)), fc.nat(30)), { minLength: 1, maxLength: 4 }),
        (top, list, days, several, reports) => {
          const falling = list.map(part => Math.round(top * part)).sort((a, b) => b - a);
          const params = { of: { kinds: ['report'] }, days, several, bands: bandsOf(falling, 0, 3) };
          const rule = bound('late_days', { max: top, params });
          const start = day('2026-04-01');
          const dutiesWith = (more: number[]) =>
            reports.map(([due, sent], index) =>
              duty(addDays(start, due + (more[index] ?? 0)), sent === null ? null : addDays(start, sent), {
                obligationId: `o${index}`,
              }),
            );
          // Due or not, as it then is: what is waited for is not compared.
          const now = new Date('2026-12-31T00:00:00Z');
          const before = pointsOf(rule, null, { now, duties: dutiesWith([]) });
          const after = pointsOf(rule, null, { now, duties: dutiesWith(reports.map(([, , more]) => more)) });
          expect(after).toBeGreaterThanOrEqual(before ?? 0);
        },
      ),
    );
  });
});

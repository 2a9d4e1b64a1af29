import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { Figure } from '../../src/core/plan-draft.ts';
import {
  bySentence,
  elapsedShare,
  type Light,
  lightOf,
  standingOf,
  type Target,
  type TargetReport,
} from '../../src/core/target.ts';

const figure = (operator: Figure['operator'], low: number | null, high: number | null = null) => ({
  operator,
  low,
  high,
});
const level = { measure: '%' };
const count = { measure: 'mô hình' };

describe('a reported figure shows its light', () => {
  test.each<[string, Figure & { measure: string | null }, number | null, number, Light]>([
    ['nothing reported', { ...figure('>=', 95), ...level }, null, 0.5, 'silent'],
    ['at least, reached exactly', { ...figure('>=', 95), ...level }, 95, 0.5, 'reached'],
    ['more than, just equal', { ...figure('>', 95), ...level }, 95, 0.5, 'on_track'],
    ['a share near the aim', { ...figure('>=', 95), ...level }, 86, 0.5, 'on_track'],
    ['a share far from the aim', { ...figure('>=', 95), ...level }, 85, 0.5, 'behind'],
    ['a count that keeps the pace', { ...figure('>=', 10), ...count }, 4, 0.5, 'on_track'],
    ['a count that does not', { ...figure('>=', 10), ...count }, 3, 0.5, 'behind'],
    ['the year is over', { ...figure('>=', 10), ...count }, 9, 1, 'behind'],
    ['at most, kept', { ...figure('<=', 5), ...count }, 5, 0.2, 'reached'],
    ['at most, gone beyond early', { ...figure('<=', 5), ...count }, 6, 0.2, 'behind'],
    ['less than, just equal', { ...figure('<', 5), ...count }, 5, 0.2, 'behind'],
    ['none left to be', { ...figure('=', 0), ...count }, 3, 0.2, 'behind'],
    ['none left', { ...figure('=', 0), ...count }, 0, 0.2, 'reached'],
    ['within a range', { ...figure('between', 12.5, 13), ...level }, 12.8, 0.5, 'reached'],
    ['above a range', { ...figure('between', 12.5, 13), ...level }, 13.1, 1, 'above'],
    ['below a range', { ...figure('between', 12.5, 13), ...level }, 5, 0.5, 'behind'],
    ['about', { ...figure('approx', 45), ...level }, 43, 0.5, 'reached'],
    ['to be done, done', { ...figure('done', null), measure: null }, 1, 0.5, 'reached'],
    ['to be done, not yet', { ...figure('done', null), measure: null }, 0, 0.5, 'on_track'],
    ['to be done, too late', { ...figure('done', null), measure: null }, 0, 1, 'behind'],
  ])('%s', (_, target, value, share, light) => {
    expect(lightOf(target, value, share)).toBe(light);
  });

  test('more never looks worse where more is wanted, and later never better', () => {
    const rank: Light[] = ['behind', 'on_track', 'reached'];
    const number = fc.integer({ min: 0, max: 200 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, number, share, share, (aim, a, b, s, t) => {
        const target = { ...figure('>=', aim), ...count };
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const [early, late] = [Math.min(s, t), Math.max(s, t)];
        const at = (value: number, when: number) => rank.indexOf(lightOf(target, value, when));
        expect(at(more, s)).toBeGreaterThanOrEqual(at(less, s));
        expect(at(a, early)).toBeGreaterThanOrEqual(at(a, late));
      }),
    );
  });
});

test.each([
  [null, null, '2026-01-01', 1 / 365],
  [null, null, '2026-12-31', 1],
  [null, null, '2025-12-01', 0],
  ['2026-2030', null, '2026-12-31', 365 / 1826],
  ['2026', day('2026-06-30'), '2026-06-30', 1],
  [null, day('2027-12-31'), '2026-12-31', 0.5],
])('of the time of %s until %s, on %s so much is over', (period, dueOn, today, share) => {
  expect(elapsedShare({ period, dueOn }, 2026, day(today))).toBeCloseTo(share, 9);
});

const target = (given: Partial<Target>): Target => ({
  ...{ id: 'a', revision: 1, no: 1, scope: 'bloc', metric: 'Hồ sơ đúng hạn', measure: '%', period: null },
  ...{ operator: '>=', low: 98, high: null, dueOn: null, raw: '98%', from: null, owners: [], reports: [] },
  ...given,
});
const report = (unitId: string | null, value: number): TargetReport => ({
  ...{ unitId, value, asOf: day('2026-06-30'), source: null, file: null, byName: 'Mai' },
  at: new Date('2026-06-30T03:00:00Z'),
});
const units = ['u1', 'u2', 'u3'].map(unitId => ({ unitId, unitName: unitId }));
const today = day('2026-07-01');

test('the list shows the worst of the units, and the bloc’s own figure where the lead gave one', () => {
  const of = (reports: TargetReport[]) => standingOf(target({ owners: units, reports }), 2026, today);
  expect(of([report('u1', 99), report('u2', 99)])).toMatchObject({ light: 'silent', silent: 1 });
  expect(of([report('u1', 99), report('u2', 50)])).toMatchObject({ light: 'behind', silent: 1 });
  expect(of(units.map(one => report(one.unitId, 99)))).toMatchObject({ light: 'reached', silent: 0 });
  expect(of([report('u2', 50), report(null, 98.5)])).toMatchObject({ light: 'reached', silent: 2 });
  expect(standingOf(target({}), 2026, today)).toMatchObject({ light: 'silent', silent: 1 });
});

test('figures of one sentence stay together, others apart, also where nothing says from where', () => {
  const at = (id: string, quote: string, line: number) =>
    standingOf(target({ id, from: quote === '' ? null : { line, quote } }), 2026, today);
  const groups = bySentence([
    ...[at('a', 'Thu 10 tỷ; chi 8 tỷ', 7), at('b', 'Thu 10 tỷ; chi 8 tỷ', 8)],
    ...[at('c', 'Đạt 95%', 8), at('d', 'Giảm 5%', 8), at('e', '', 9), at('f', '', 9)],
  ]);
  expect(groups.map(group => group.map(one => one.target.id))).toEqual([
    ['a', 'b'],
    ...[['c'], ['d'], ['e'], ['f']],
  ]);
});

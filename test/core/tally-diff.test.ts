import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { tally } from '../../src/core/tally.ts';
import { affected } from '../../src/core/tally-diff.ts';
import type { ScoredDuty } from '../../src/core/tally-facts.ts';
import { factsFor, p, pointsOf, staged } from '../support/score-facts.ts';
import { duty } from '../support/score-rules.ts';
import { leaf, table } from '../support/score-sheets.ts';

const late = {
  id: 'late_days',
  version: 1,
  params: { of: { kinds: ['report'] }, days: 'calendar', several: 'worst', each: 100 },
};
const made = table([leaf('1', 10), { ...leaf('2', 5), rule: late }]);
const after = new Date('2026-12-31T00:00:00Z');

const tallyWith = (...duties: ScoredDuty[]) =>
  tally(
    made,
    factsFor(['a', 'b'], {
      duties,
      entries: [staged('a', 'k1', pointsOf(8)), staged('b', 'k1', pointsOf(7))],
    }),
    after,
  );
const ownLate = duty('2026-05-29', '2026-06-01');
const others = {
  ...ownLate,
  unitId: 'b',
  obligationId: 'x',
  sentAt: ownLate.dueOn ? new Date('2026-05-29T03:00:00Z') : null,
};

test('an extension re-derives the penalty and tells who is affected, in points and place', () => {
  const before = tallyWith(ownLate, others);
  const extended = tallyWith({ ...ownLate, dueOn: day('2026-06-05') }, others);
  expect(affected(before, extended)).toEqual([
    {
      unitId: 'a',
      unitName: 'Đơn vị a',
      points: { from: p(10), to: p(13) },
      rank: { from: 2, to: 1 },
      criteria: [{ key: 'k2', no: '2', name: 'Tiêu chí số 2', from: p(2), to: p(5) }],
    },
    {
      unitId: 'b',
      unitName: 'Đơn vị b',
      points: { from: p(12), to: p(12) },
      rank: { from: 1, to: 2 },
      criteria: [],
    },
  ]);
});

test('a withdrawn report takes the points away; nothing changed, nobody is told', () => {
  const before = tallyWith(ownLate, others);
  expect(affected(before, tallyWith(ownLate, others))).toEqual([]);
  expect(affected(before, tallyWith({ ...ownLate, sentAt: null }, others))).toMatchObject([
    { unitId: 'a', points: { from: p(10), to: p(8) }, criteria: [{ from: p(2), to: 0 }] },
  ]);
  expect(affected(before, tallyWith(ownLate))).toMatchObject([
    { unitId: 'a', rank: { from: 2, to: 1 }, criteria: [] },
    { unitId: 'b', criteria: [{ from: p(5), to: null }] },
  ]);
});

test('a unit that only one of the tallies has is left out', () => {
  expect(affected({ ...tallyWith(ownLate), units: [] }, tallyWith(others))).toEqual([]);
});

import { expect, test } from 'vitest';
import { freeze, thaw } from '../../src/core/frozen-facts.ts';
import { type TallyInput, tallyAt } from '../../src/core/scoring-tally.ts';
import { scoringStanding } from '../../src/core/stage.ts';
import { factsFor } from '../support/score-facts.ts';
import { entry, now, small } from '../support/score-sheets.ts';

const { units, duties, cutOff, indicators, knockouts, classEvents } = factsFor(['a', 'b']);
const entries = [entry('k1.1', 1, 8)];
const records = { now, units, unsent: ['b'], duties, cutOff };
const closed = { seq: 1, kind: 'self_closed', unitId: 'a', by: 'an', byName: 'An', at: now } as const;
const input: TallyInput = {
  table: small,
  sheets: ['a', 'b'].map(id => ({ id, unitId: id, entries, moves: [], verdicts: [] })),
  standing: scoringStanding([{ ...closed, appealUntil: null, seen: null }]),
  records,
  told: { indicators, knockouts, classEvents },
};
const placed = (given: TallyInput) =>
  tallyAt(given, 'appeal').units.map(({ points, rank, knockouts: out }) => [
    points,
    rank,
    out.map(one => one.kind),
  ]);

test('what a unit did not send counts nowhere, and gives it no place', () => {
  expect(placed(input)).toEqual([
    [800, 1, []],
    [0, null, ['unsent']],
  ]);
  expect(placed({ ...input, records: thaw(freeze(records)) })).toEqual(placed(input));
});

test('what was published before drafts were kept apart is recounted as it was', () => {
  const { unsent: _, ...older } = freeze(records);
  expect(placed({ ...input, records: thaw(older) })).toEqual([
    [800, 1, []],
    [800, 1, []],
  ]);
});

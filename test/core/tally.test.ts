import { describe, expect, test } from 'vitest';
import type { RuleRef, ScoreTable } from '../../src/core/score-table.ts';
import { tally } from '../../src/core/tally.ts';
import { factsFor, p, pointsOf, ratioOf, staged, yesNo } from '../support/score-facts.ts';
import { group, leaf, now, small, table } from '../support/score-sheets.ts';

const ruled = (no: string, max: number, id: string, params: RuleRef['params'] = {}) => ({
  ...leaf(no, max),
  rule: { id, version: 1, params },
});

describe('a tally', () => {
  test('takes the latest stage that has an answer, and no stage beyond the one asked for', () => {
    const entries = [
      staged('a', 'k1.1', pointsOf(9), { version: 2 }),
      staged('a', 'k1.1', pointsOf(8)),
      staged('a', 'k1.1', pointsOf(7), { stage: 'verified' }),
      staged('a', 'k1.2', pointsOf(5)),
    ];
    const pointsAt = (stages: string[]) =>
      tally(small, factsFor(['a'], { entries, stages }), now).units[0]?.points;
    expect(pointsAt(['self'])).toBe(p(14));
    expect(pointsAt(['self', 'verified'])).toBe(p(12));
  });

  test('a gate answered with no leaves its group without points, and says so at each of them', () => {
    const gated = table([group('1', [ruled('1.0', 0, 'gate'), leaf('1.1', 10)]), leaf('2', 5)]);
    const answer = (yes: boolean) =>
      tally(
        gated,
        factsFor(['a'], {
          entries: [
            staged('a', 'k1.0', yesNo(yes)),
            staged('a', 'k1.1', pointsOf(8)),
            staged('a', 'k2', pointsOf(4)),
          ],
        }),
        now,
      ).units[0];
    expect(answer(true)?.points).toBe(p(12));
    expect(answer(false)?.points).toBe(p(4));
    expect(answer(false)?.children[0]).toMatchObject({
      points: 0,
      children: [{ points: 0 }, { points: 0, because: { closedBy: { no: '1.0' } } }],
    });
  });

  test('what is relative to the leader stays provisional until all have answered', () => {
    const relative: ScoreTable = table([ruled('1', 10, 'relative_to_leader')]);
    const of = (...entries: ReturnType<typeof staged>[]) =>
      tally(relative, factsFor(['a', 'b'], { entries }), now);
    const first = of(staged('a', 'k1', ratioOf(120, 100)));
    expect(first.units.map(unit => [unit.points, unit.provisional])).toEqual([
      [p(10), true],
      [0, true],
    ]);
    const both = of(staged('a', 'k1', ratioOf(120, 100)), staged('b', 'k1', ratioOf(150, 100)));
    expect(both.units.map(unit => [unit.points, unit.provisional])).toEqual([
      [p(7), false],
      [p(10), false],
    ]);
    expect(both.ranking.map(place => place.unitIds)).toEqual([['b'], ['a']]);
  });
});

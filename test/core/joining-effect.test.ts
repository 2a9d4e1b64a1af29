import { expect, test } from 'vitest';
import { joiningEffect } from '../../src/core/joining-effect.ts';
import type { TallyInput } from '../../src/core/scoring-tally.ts';
import { scoringStanding } from '../../src/core/stage.ts';
import { scoreEffectText } from '../../src/text/score-effect.ts';
import { countOf, factsFor, ratioOf } from '../support/score-facts.ts';
import { entry, leaf, now, read, table } from '../support/score-sheets.ts';

const leader = { ...leaf('1', 10), rule: { id: 'relative_to_leader', version: 1, params: {} } };
const penalty = {
  ...leaf('2', 5),
  counts: 'penalty' as const,
  rule: { id: 'penalty_per_occurrence', version: 1, params: { each: 100 } },
};
const act = (seq: number, kind: 'self_closed' | 'published') => ({
  ...{ seq, kind, unitId: 'a', by: 'an', byName: 'An', at: now, appealUntil: null, seen: null },
});

/** Two units, each with a penalty, and the same result where the leader counts. */
function scored(result: number, ...acts: ReturnType<typeof act>[]): TallyInput {
  const { units, duties, cutOff, indicators, knockouts, classEvents } = factsFor(['a', 'b']);
  const entries = [entry('k1', 1, ratioOf(result, null)), entry('k2', 1, countOf(1))];
  return {
    table: table([leader, penalty]),
    sheets: units.map(({ id }) => ({ id, unitId: id, entries, moves: [], verdicts: [] })),
    standing: scoringStanding(acts),
    records: { now, units, unsent: [], duties, cutOff },
    told: { indicators, knockouts, classEvents },
  };
}
const shown = (...given: Parameters<typeof scored>) =>
  read({ lines: scoreEffectText.joining(joiningEffect(scored(...given), [])) });

test('a new unit reopens what hangs on the best of all, and is placed before those with less than nothing', () => {
  expect(joiningEffect(scored(0), [])).toMatchObject({
    ...{ locked: false, shut: false, waiting: ['1'] },
    affected: [
      { unitId: 'a', rank: { from: 1, to: 2 }, criteria: [] },
      { unitId: 'b', rank: { from: 1, to: 2 } },
    ],
  });
  expect(shown(0)).toBe(
    [
      'Đang chấm điểm: đơn vị mới tự chấm (/cham_diem) và được xếp hạng cùng các đơn vị.',
      'Điểm các đơn vị ở tiêu chí 1 là tạm tính đến khi đơn vị mới chấm.',
      'Thứ hạng tạm tính thay đổi theo:',
      '• Đơn vị a: hạng 1 → 2',
      '• Đơn vị b: hạng 1 → 2',
    ].join('\n'),
  );
});

test('nobody’s place moves where all have more; self scores that are shut are named', () => {
  expect(joiningEffect(scored(80), []).affected).toEqual([]);
  expect(shown(80, act(1, 'self_closed'))).toContain('tự chấm đã khóa: muốn đơn vị mới tự chấm');
});

test('published points stay as they are, and the new unit is in none of them', () => {
  expect(shown(0, act(1, 'published'))).toBe(
    'Điểm đã công bố và đã khóa: đơn vị mới không có trong kết quả.',
  );
});

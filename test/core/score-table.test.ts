import { describe, expect, test } from 'vitest';
import { checkTable } from '../../src/core/check-table.ts';
import { points } from '../../src/core/points.ts';
import { leaves, scoreTableSchema } from '../../src/core/score-table.ts';
import { group, leaf, small, table } from '../support/score-sheets.ts';

describe('a score table', () => {
  test('names its criteria in the order they are printed, with the groups above them', () => {
    const deep = table([group('I', [leaf('1', 2), group('2', [leaf('a', 1), leaf('b', 1)])]), leaf('II', 3)]);
    const shown = leaves(deep).map(one => [...one.path.map(above => above.no), one.no].join(' > '));
    expect(shown).toEqual(['I > 1', 'I > 2 > a', 'I > 2 > b', 'II']);
  });

  test('comes back from JSON as it was', () => {
    expect(scoreTableSchema.parse(JSON.parse(JSON.stringify(small)))).toEqual(small);
  });

  test.each([
    ['an unknown rule', { ...leaf('1', 5), rule: { id: 'late_days', version: 1, params: {} } }],
    ['another version of a rule', { ...leaf('1', 5), rule: { id: 'manual', version: 2, params: {} } }],
    [
      'parameters the rule does not have',
      { ...leaf('1', 5), rule: { id: 'manual', version: 1, params: { cap: 3 } } },
    ],
    ['a field of a later release', { ...leaf('1', 5), bonus: 3 }],
    ['points that are no whole hundredths', { ...leaf('1', 5), max: 0.5 }],
    ['a node that is neither group nor criterion', { key: 'k', no: '1', name: 'n', max: 100 }],
  ])('is refused with %s', (_, child) => {
    expect(
      scoreTableSchema.safeParse({ version: 1, name: 'Bảng', max: 500, children: [child] }).success,
    ).toBe(false);
  });
});

describe('checking a table', () => {
  test('finds nothing in a sound one, also where two groups number their criteria alike', () => {
    expect(checkTable(small)).toEqual([]);
    expect(checkTable(table([group('I', [leaf('1', 2, 'a')]), group('II', [leaf('1', 2, 'b')])]))).toEqual(
      [],
    );
  });

  test('reports children that do not add up, and leaves the table as it is', () => {
    const off = {
      ...small,
      children: [{ ...group('1', [leaf('1.1', 49.99)]), max: points(5000) }],
      max: points(5000),
    };
    const before = structuredClone(off);
    expect(checkTable(off)).toEqual([{ code: 'sum_differs', key: 'g1', no: '1', max: 5000, sum: 4999 }]);
    expect(off).toEqual(before);
  });

  test('reports a total that the groups do not make', () => {
    expect(checkTable({ ...small, max: points(10_000) })).toEqual([
      { code: 'sum_differs', key: null, no: null, max: 10_000, sum: 4000 },
    ]);
  });

  test('reports a number or a key given twice, criteria worth nothing, and groups without criteria', () => {
    const doubled = table([leaf('1', 5, 'a'), leaf('1', 5, 'b'), leaf('2', 5, 'a')]);
    expect(checkTable(doubled)).toEqual([
      { code: 'number_twice', no: '1' },
      { code: 'key_twice', key: 'a' },
    ]);
    expect(checkTable(table([leaf('1', 0), group('2', [])]))).toEqual([
      { code: 'zero_max', no: '1' },
      { code: 'zero_max', no: '2' },
      { code: 'no_leaves', no: '2' },
    ]);
    expect(checkTable(table([]))).toEqual([{ code: 'no_leaves', no: null }]);
  });
});

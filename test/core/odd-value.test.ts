import { expect, test } from 'vitest';
import { oddnessOf } from '../../src/core/odd-value.ts';
import type { Target } from '../../src/core/target.ts';

type Aim = Pick<Target, 'operator' | 'low' | 'high' | 'measure'>;
const share: Aim = { operator: '>=', low: 95, high: null, measure: '%' };
const count: Aim = { operator: '>=', low: 20, high: null, measure: 'buổi' };
const nobody = { before: null, others: [] };

test.each([
  ['a share beyond all', share, 950, nobody, 'share'],
  ['a share a tenth of its aim', share, 9.5, nobody, 'far'],
  ['a share that is short', share, 60, nobody, null],
  ['nothing yet', share, 0, nobody, null],
  ['a count that begins', count, 1, nobody, null],
  ['a count ten times its aim', count, 200, nobody, 'far'],
  ['a count over its aim', count, 45, nobody, null],
  ['below zero', count, -3, nobody, 'below_zero'],
  ['ten times what was reported before', count, 30, { before: 3, others: [] }, 'far'],
  ['a tenth of what was reported before', count, 1, { before: 12, others: [] }, 'far'],
  ['ten times what any other has', count, 50, { before: null, others: [2, 5] }, 'far'],
  ['more than others', count, 40, { before: null, others: [2, 5] }, null],
  ['a growth over 100 % that is asked for', { ...share, low: 110 }, 120, nobody, null],
  ['done or not', { ...count, operator: 'done', low: null }, 1, nobody, null],
  ['a limit far exceeded', { ...count, operator: '<=', low: 2 }, 20, nobody, 'far'],
  ['one where none was wanted', { ...count, operator: '=', low: 0 }, 3, nobody, null],
] as const)('%s', (_, target, value, reported, kind) => {
  expect(oddnessOf(target, value, reported)?.kind ?? null).toBe(kind);
});

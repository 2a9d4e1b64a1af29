import { expect, test } from 'vitest';
import { type Boundary, dueOf } from '../../src/core/boundary.ts';
import { day } from '../../src/core/day.ts';

const dated = (boundary: Boundary) => {
  const due = dueOf(boundary);
  if (due.kind !== 'dated') throw new Error('undated');
  return due;
};

test('"trước ngày 10/12" excludes the tenth', () => {
  expect(dueOf({ kind: 'before_day', day: day('2026-12-10') })).toEqual({
    kind: 'dated',
    dueOn: '2026-12-09',
    dueBefore: '2026-12-10',
    precision: 'day',
    window: null,
  });
});

test('"trước tháng M" excludes the whole month, over year ends and leap days', () => {
  expect(dated({ kind: 'before_month', year: 2026, month: 6 })).toMatchObject({
    dueOn: '2026-05-31',
    dueBefore: '2026-06-01',
    precision: 'month',
  });
  expect(dated({ kind: 'before_month', year: 2026, month: 12 }).dueOn).toBe('2026-11-30');
  expect(dated({ kind: 'before_month', year: 2027, month: 1 }).dueOn).toBe('2026-12-31');
  expect(dated({ kind: 'before_month', year: 2028, month: 3 }).dueOn).toBe('2028-02-29');
  expect(dated({ kind: 'before_month', year: 2027, month: 3 }).dueOn).toBe('2027-02-28');
});

test('"trước năm 2027" ends on 31/12/2026', () => {
  expect(dated({ kind: 'before_year', year: 2027 })).toMatchObject({
    dueOn: '2026-12-31',
    dueBefore: '2027-01-01',
  });
});

test('"đến ngày", "hết ngày", "chậm nhất" include the day', () => {
  expect(dated({ kind: 'by_day', day: day('2026-12-15') })).toMatchObject({
    dueOn: '2026-12-15',
    dueBefore: null,
    window: null,
  });
});

test('"trong tháng", "trong quý", "từ … đến …" end with their last day and keep the window', () => {
  expect(dated({ kind: 'during_month', year: 2026, month: 12 })).toMatchObject({
    dueOn: '2026-12-31',
    precision: 'month',
    window: { from: '2026-12-01', to: '2026-12-31' },
  });
  expect(
    ([1, 2, 3, 4] as const).map(quarter => dated({ kind: 'during_quarter', year: 2026, quarter })),
  ).toMatchObject([
    { dueOn: '2026-03-31', precision: 'quarter', window: { from: '2026-01-01', to: '2026-03-31' } },
    { dueOn: '2026-06-30', window: { from: '2026-04-01' } },
    { dueOn: '2026-09-30', window: { from: '2026-07-01' } },
    { dueOn: '2026-12-31', window: { from: '2026-10-01' } },
  ]);
  expect(dated({ kind: 'between', from: day('2026-12-10'), to: day('2026-12-15') })).toMatchObject({
    dueOn: '2026-12-15',
    precision: 'day',
    window: { from: '2026-12-10', to: '2026-12-15' },
  });
});

test('a duty without a date stays without one', () => {
  expect(dueOf({ kind: 'unstated', ruleText: 'theo quy định' })).toEqual({
    kind: 'undated',
    ruleText: 'theo quy định',
  });
});

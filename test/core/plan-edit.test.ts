import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { edited, openQuestions, type PlanEdit } from '../../src/core/plan-edit.ts';
import { madeItems } from '../support/plan-draft.ts';

const numbers = (edits: PlanEdit[]) => edited(madeItems, edits).map(item => item.no);
const added: PlanEdit = {
  kind: 'add',
  title: 'Báo cáo quý III',
  deadlineKind: 'report',
  boundary: { kind: 'before_day', day: day('2026-09-25') },
  every: null,
  obliged: 'units',
  among: null,
  recipient: null,
  ruleText: '',
};

test('numbers stay with their items, and what is added takes the next ones', () => {
  expect(
    numbers([{ kind: 'drop', no: 2 }, added, { ...added, title: 'Báo cáo năm' }, { kind: 'drop', no: 5 }]),
  ).toEqual([1, 3, 4, 6, 7]);
});

test('each kind of item takes the changes that fit it, and no other', () => {
  const figure = { kind: 'figure', operator: '=', low: 90, high: null, raw: '90' } as const;
  const days = { kind: 'days', startsOn: day('2026-05-19'), endsOn: day('2026-07-18') } as const;
  const after = edited(madeItems, [
    { ...figure, no: 3 },
    { ...figure, no: 1 },
    { ...days, no: 5 },
    { ...days, no: 4 },
    { kind: 'rename', no: 1, name: 'Báo cáo giữa năm' },
    { kind: 'rename', no: 4, name: 'Số mô hình' },
    { kind: 'rename', no: 5, name: '80 ngày' },
  ]);
  expect(after).toMatchObject([
    { title: 'Báo cáo giữa năm', boundary: { day: '2026-06-15' } },
    { no: 2 },
    { low: 90, high: null, doubt: null },
    { metric: 'Số mô hình', low: 1 },
    { name: '80 ngày', startsOn: '2026-05-19', endsOn: '2026-07-18' },
  ]);
});

test('questions are open for what has no day and for what is doubtful, until somebody has looked', () => {
  expect(openQuestions(madeItems, [])).toEqual([2, 3]);
  const edits: PlanEdit[] = [
    { kind: 'settle', no: 2 },
    { kind: 'settle', no: 3 },
  ];
  expect(openQuestions(edited(madeItems, edits), edits)).toEqual([]);
});

import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { PlannedDeadline } from '../../src/core/plan-draft.ts';
import { phasesOfPlan } from '../../src/core/plan-phases.ts';
import { phasesOf } from '../../src/core/season-phase.ts';
import { readPhase } from '../../src/text/phase-words.ts';

const today = day('2026-05-11');
const none = phasesOf([]);
const planned = (
  title: string,
  deadlineKind: PlannedDeadline['deadlineKind'],
  boundary: PlannedDeadline['boundary'],
): PlannedDeadline => ({
  ...{ kind: 'deadline', no: 1, from: null, doubt: null, every: null, obliged: 'units' },
  ...{ among: null, recipient: null, ruleText: title, title, deadlineKind, boundary },
});
const found = (items: PlannedDeadline[], standing = none) => phasesOfPlan(items, readPhase, standing, today);

test('a review in a month, a self score with a first day and a meeting on a day date their phases', () => {
  expect(
    found([
      planned('Tổng kết, bình xét thi đua', 'event', { kind: 'during_month', year: 2026, month: 12 }),
      planned('Sơ kết 6 tháng', 'review', { kind: 'during_month', year: 2026, month: 7 }),
      planned('Tự chấm điểm', 'self_score', {
        kind: 'between',
        from: day('2026-11-01'),
        to: day('2026-11-15'),
      }),
      planned('Họp tổng kết', 'event', { kind: 'by_day', day: day('2026-12-20') }),
    ]),
  ).toEqual([
    { phase: 'mid_year', on: '2026-07-01' },
    { phase: 'self_scoring', on: '2026-11-01' },
    { phase: 'meeting', on: '2026-12-01' },
  ]);
});

test('from a last day alone nothing is reckoned back; reports, the past and later years date nothing', () => {
  expect(
    found([
      planned('Tự chấm điểm', 'self_score', { kind: 'before_day', day: day('2026-11-15') }),
      planned('Báo cáo sơ kết', 'report', { kind: 'during_month', year: 2026, month: 6 }),
      planned('Sơ kết', 'event', { kind: 'unstated', ruleText: 'theo quy định' }),
      planned('Đăng ký thi đua', 'registration', {
        kind: 'between',
        from: day('2026-03-01'),
        to: day('2026-03-15'),
      }),
      planned('Tổng kết giai đoạn', 'event', { kind: 'during_month', year: 2030, month: 12 }),
    ]),
  ).toEqual([]);
});

test('what was dated or entered stays as it is', () => {
  const review = planned('Sơ kết', 'event', { kind: 'during_month', year: 2026, month: 7 });
  const standing = phasesOf([{ no: 1, kind: 'dated', phase: 'mid_year', day: day('2026-07-15') }]);
  expect(found([review], standing)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { becomesLow, budgetLevel, maySpend, monthOf, sparing } from '../../src/core/message-budget.ts';

test.each([
  [0, 'ample'],
  [2_399, 'ample'],
  [2_400, 'low'],
  [2_849, 'low'],
  [2_850, 'spent'],
  [9_999, 'spent'],
])('%i of 3 000 sent: %s', (sent, level) => {
  expect(budgetLevel({ sent, limit: 3_000 })).toBe(level);
});

test('it becomes low by one message of all', () => {
  const by = Array.from({ length: 3_000 }, (_, n) => n + 1).filter(sent =>
    becomesLow({ sent, limit: 3_000 }),
  );
  expect(by).toEqual([2_400]);
});

test('spent, only answers and what is overdue are still said', () => {
  const said = (level: 'ample' | 'low' | 'spent', kind: 'reply' | 'bulk', urgent: boolean) =>
    maySpend(level, { class: kind, urgent });
  expect([said('spent', 'reply', false), said('spent', 'bulk', true), said('spent', 'bulk', false)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([said('low', 'bulk', false), said('ample', 'bulk', false)]).toEqual([true, true]);
});

test('a month ends at midnight in Vietnam', () => {
  expect(monthOf(new Date('2026-11-30T16:59:59Z'))).toBe('2026-11');
  expect(monthOf(new Date('2026-11-30T17:00:00Z'))).toBe('2026-12');
});

describe('where the number is low', () => {
  const chat = (platform: string, personId: string) => ({ platform, botId: platform, personId });
  const [zalo, other, telegram] = [chat('zalo', 'a'), chat('zalo', 'b'), chat('telegram', 'a')];
  const all = [zalo, other, telegram];

  test('who has another messenger is told there, and before the due day the group serves for the rest', () => {
    const low = () => 'low' as const;
    expect(sparing(all, low, { urgent: false, groupToo: true })).toEqual([telegram]);
    expect(sparing(all, low, { urgent: false, groupToo: false })).toEqual([other, telegram]);
    expect(sparing(all, low, { urgent: true, groupToo: true })).toEqual([other, telegram]);
  });

  test('with enough left everybody is told everywhere', () => {
    expect(sparing(all, () => 'ample', { urgent: false, groupToo: true })).toEqual(all);
  });
});

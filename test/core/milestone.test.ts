import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { countdown, daysAhead, lastDayOfSpan } from '../../src/core/milestone.ts';

const startsOn = day('2026-07-01');
const endsOn = lastDayOfSpan(startsOn, 80);

test('80 days and nights: the first is day 1 of 80, the last day 80 of 80', () => {
  expect(endsOn).toBe('2026-09-18');
  const on = (today: string) => countdown({ startsOn, endsOn }, day(today));
  expect(on('2026-06-30')).toEqual({ kind: 'before', days: 1 });
  expect(on('2026-07-01')).toEqual({ kind: 'running', day: 1, of: 80 });
  expect(on('2026-07-02')).toEqual({ kind: 'running', day: 2, of: 80 });
  expect(on('2026-09-18')).toEqual({ kind: 'running', day: 80, of: 80 });
  expect(on('2026-09-19')).toEqual({ kind: 'over' });
});

test('what is on one day is its own first and last', () => {
  expect(countdown({ startsOn, endsOn: null }, startsOn)).toEqual({ kind: 'running', day: 1, of: 1 });
  expect(countdown({ startsOn: null, endsOn: null }, startsOn)).toBeNull();
});

test('what comes next counts: a beginning ahead, or the end of what runs', () => {
  const ahead = (today: string) => daysAhead(countdown({ startsOn, endsOn }, day(today)));
  expect(['2026-06-29', '2026-07-01', '2026-09-18'].map(ahead)).toEqual([2, 79, 0]);
  expect(ahead('2026-10-01')).toBe(Number.POSITIVE_INFINITY);
  expect(daysAhead(null)).toBe(Number.POSITIVE_INFINITY);
});

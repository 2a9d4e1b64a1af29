import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Boundary, dueOf } from '../../src/core/boundary.ts';
import { addDays, day, dayIn } from '../../src/core/day.ts';
import { type Every, everies, nextOccurrence, type Recurrence } from '../../src/core/recurrence.ts';

const series = (first: Boundary, every: Every): Recurrence => ({
  series: 's',
  nth: 0,
  every,
  first,
  ended: false,
});

/** The due days of the first occurrences, the first itself included. */
function days(first: Boundary, every: Every, count: number): string[] {
  const found: string[] = [];
  let next: ReturnType<typeof nextOccurrence> = { boundary: first, recurrence: series(first, every) };
  while (next && found.length < count) {
    const due = dueOf(next.boundary);
    found.push(due.kind === 'dated' ? due.dueOn : '');
    next = nextOccurrence(next.recurrence);
  }
  return found;
}

test('the last day of a month comes back as each month’s last, not as the 28th for good', () => {
  expect(days({ kind: 'by_day', day: day('2026-01-31') }, 'month', 4)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
});

test('"trước ngày 5" excludes the 5th each time, also over the turn of the year', () => {
  expect(days({ kind: 'before_day', day: day('2026-11-05') }, 'month', 3)).toEqual([
    '2026-11-04',
    '2026-12-04',
    '2027-01-04',
  ]);
});

test('a window comes back whole', () => {
  const first: Boundary = { kind: 'during_month', year: 2026, month: 12 };
  const next = nextOccurrence(series(first, 'quarter'));
  expect(next && dueOf(next.boundary)).toMatchObject({ window: { from: '2027-03-01', to: '2027-03-31' } });
  expect(days({ kind: 'during_quarter', year: 2026, quarter: 4 }, 'quarter', 2)).toEqual([
    '2026-12-31',
    '2027-03-31',
  ]);
});

test('what has ended, or was never dated, comes back no more', () => {
  expect(
    nextOccurrence({ ...series({ kind: 'by_day', day: day('2026-06-25') }, 'month'), ended: true }),
  ).toBeNull();
  expect(nextOccurrence(series({ kind: 'unstated', ruleText: '' }, 'year'))).toBeNull();
});

test('each occurrence is later than the one before, by its period give or take three days', () => {
  const months: Record<Every, number> = { month: 30, quarter: 91, half_year: 182, year: 365 };
  const dayArb = fc.integer({ min: 0, max: 4000 }).map(count => addDays(dayIn(2024, 1, 1), count));
  fc.assert(
    fc.property(dayArb, fc.constantFrom(...everies), fc.boolean(), (on, every, before) => {
      const found = days({ kind: before ? 'before_day' : 'by_day', day: on }, every, 12);
      for (const [at, later] of found.slice(1).entries()) {
        const gap = (Date.parse(later) - Date.parse(found[at] ?? '')) / 86_400_000;
        expect(Math.abs(gap - months[every])).toBeLessThanOrEqual(3);
      }
    }),
  );
});

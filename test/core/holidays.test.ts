import { expect, test } from 'vitest';
import { addDays, day, weekdayOf } from '../../src/core/day.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { lunarDay } from '../support/lunar.ts';

const entries = new Map(knownCalendarDays.map(entry => [entry.day, entry]));
const tet = { 2026: day('2026-02-17'), 2027: day('2027-02-06'), 2028: day('2028-01-26') };

test('the moon agrees: mùng 1 Tết and Giỗ Tổ of known years', () => {
  expect([2020, 2021, 2022, 2023, 2024, 2025, 2030].map(year => lunarDay(year, 1, 1))).toEqual([
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    // China has the third: its midnight is an hour earlier.
    '2030-02-02',
  ]);
  expect([2023, 2024, 2025].map(year => lunarDay(year, 3, 10))).toEqual([
    '2023-04-29',
    '2024-04-18',
    '2025-04-07',
  ]);
});

test.each([2026, 2027, 2028] as const)('Tết and Giỗ Tổ of %i stand on the days the moon gives', year => {
  expect(lunarDay(year, 1, 1)).toBe(tet[year]);
  expect(entries.get(tet[year])?.name).toContain('Tết Nguyên đán');
  expect(entries.get(lunarDay(year, 3, 10))?.name).toBe('Giỗ Tổ Hùng Vương');
});

test.each([2027, 2028] as const)('the computed Tết of %i is 28 tháng chạp to mùng 5', year => {
  const computed = knownCalendarDays.filter(
    entry => entry.status === 'computed' && entry.day.startsWith(`${year}`),
  );
  const days = [];
  for (let on = lunarDay(year, 12, 28); on <= lunarDay(year, 1, 5); on = addDays(on, 1)) days.push(on);
  expect(computed.map(entry => entry.day)).toEqual(days);
});

test('every year has its eleven days by law or notice, as far as they are known', () => {
  for (const year of [2026, 2027, 2028]) {
    for (const date of ['01-01', '04-30', '05-01', '09-02', '11-24']) {
      const entry = entries.get(day(`${year}-${date}`));
      expect(entry?.what, `${year}-${date}`).toBe('off');
      expect(['law', 'confirmed']).toContain(entry?.status);
    }
  }
});

test('a holiday on a weekly day off has its Monday or Tuesday in lieu', () => {
  for (const [holiday, lieu] of [
    ['2026-04-26', '2026-04-27'],
    ['2027-05-01', '2027-05-03'],
    ['2028-01-01', '2028-01-03'],
    ['2028-04-30', '2028-05-02'],
    ['2028-09-02', '2028-09-04'],
  ] as const) {
    expect(weekdayOf(day(holiday))).toBeGreaterThan(5);
    expect(entries.get(day(lieu))).toMatchObject({
      what: 'off',
      status: 'law',
      source: 'Điều 111 Bộ luật Lao động',
    });
  }
});

test('one entry per day, in order, make-up days on Saturdays', () => {
  const days = knownCalendarDays.map(entry => entry.day);
  expect(days).toEqual([...new Set(days)].sort());
  for (const { day, what } of knownCalendarDays) if (what === 'working') expect(weekdayOf(day)).toBe(6);
});

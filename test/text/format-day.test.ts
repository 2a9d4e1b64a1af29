import { describe, expect, it } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { DueStanding } from '../../src/core/progress.ts';
import {
  formatDay,
  formatDayLong,
  formatDayShort,
  formatInstant,
  formatTime,
  weekdayName,
} from '../../src/text/days.ts';
import { standingWords } from '../../src/text/due-words.ts';

describe('a day is written', () => {
  it('as official letters do', () => {
    expect(formatDay(day('2026-06-05'))).toBe('05/6/2026');
  });

  it.each([
    ['2026-06-15', 'thứ Hai, 15/6/2026'],
    ['2026-05-28', 'thứ Năm, 28/5/2026'],
    ['2026-06-01', 'thứ Hai, 01/6/2026'],
    ['2026-02-02', 'thứ Hai, 02/02/2026'],
    ['2026-03-01', 'Chủ nhật, 01/3/2026'],
  ])('%s in a sentence as %s, zeros as in official letters', (iso, text) => {
    expect(formatDayLong(day(iso))).toBe(text);
  });

  it('with the year only where it is another', () => {
    const today = day('2026-05-20');
    const short = (iso: string) => formatDayShort(day(iso), today);
    expect(['2026-05-29', '2026-05-31', '2027-01-04'].map(short)).toEqual([
      'T6 29/5',
      'CN 31/5',
      'T2 04/01/2027',
    ]);
  });

  it('by each name of the week', () => {
    const week = ['15', '16', '17', '18', '19', '20', '21'].map(date => weekdayName(day(`2026-06-${date}`)));
    expect(week).toEqual(['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']);
  });
});

it.each([
  [{ kind: 'ahead', daysLeft: 3 }, 'còn 3 ngày'],
  [{ kind: 'ahead', daysLeft: 1 }, 'ngày mai'],
  [{ kind: 'ahead', daysLeft: 0 }, 'hôm nay'],
  [{ kind: 'ahead', daysLeft: 365 }, 'còn 365 ngày'],
  [{ kind: 'over', days: 2 }, 'quá hạn 2 ngày'],
  [{ kind: 'grace', until: day('2026-06-01') }, 'rơi vào ngày nghỉ, còn nhận đến hết thứ Hai, 01/6/2026'],
] satisfies [DueStanding, string][])('a due day that stands so, %j, is said to be: %s', (standing, text) => {
  expect(standingWords(standing)).toBe(text);
});

it('tells an instant by the clock of Vietnam', () => {
  expect(formatInstant(new Date('2026-05-28T09:42:59.999Z'))).toBe('16:42, thứ Năm, 28/5/2026');
  expect(formatInstant(new Date('2026-12-31T17:00:00.000Z'))).toBe('00:00, thứ Sáu, 01/01/2027');
  expect(formatTime(new Date('2026-12-31T16:59:59.999Z'))).toBe('23:59');
});

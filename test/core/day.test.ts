import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  at,
  day,
  dayIn,
  dayOf,
  daysBetween,
  endOf,
  isDay,
  timeOf,
  timeOfDay,
  weekdayOf,
} from '../../src/core/day.ts';
import { inEveryZone } from '../support/zones.ts';

const DAY_MS = 86_400_000;
const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** 2 000 seeded moments from 2000 to 2060, as minutes since the start of 2000 in Vietnam. */
const start = Date.UTC(2000, 0, 1);
const minutes = fc.sample(fc.integer({ min: 0, max: 60 * 365 * 24 * 60 }), {
  seed: 20_260_531,
  numRuns: 2000,
});

inEveryZone('days and times in Vietnam', () => {
  test('2 000 seeded dates read the same as by plain arithmetic, seven hours ahead of UTC', () => {
    for (const minute of minutes) {
      const wall = new Date(start + minute * 60_000);
      const [on, time] = [day(wall.toISOString().slice(0, 10)), timeOfDay(wall.toISOString().slice(11, 16))];
      const instant = at(on, time);
      expect(instant.getTime()).toBe(wall.getTime() - VIETNAM_AHEAD_MS);
      expect([dayOf(instant), timeOf(instant)]).toEqual([on, time]);
      expect(endOf(on).getTime()).toBe(Date.parse(on) + DAY_MS - VIETNAM_AHEAD_MS - 1);
      expect(weekdayOf(on)).toBe(wall.getUTCDay() || 7);
      const count = (minute % 4001) - 2000;
      const other = addDays(on, count);
      expect(other).toBe(new Date(Date.parse(on) + count * DAY_MS).toISOString().slice(0, 10));
      expect(daysBetween(on, other)).toBe(count);
    }
  });

  test('the fixed offset agrees with the time zone database on all of them', () => {
    for (const minute of minutes) {
      const instant = new Date(start + minute * 60_000);
      const zoned = new TZDate(instant, 'Asia/Ho_Chi_Minh');
      const [hours, rest] = [zoned.getHours(), zoned.getMinutes()];
      expect(dayOf(instant)).toBe(dayIn(zoned.getFullYear(), zoned.getMonth() + 1, zoned.getDate()));
      expect(timeOf(instant)).toBe(`${hours}`.padStart(2, '0').concat(':', `${rest}`.padStart(2, '0')));
    }
  });

  test('a day ends at 23:59:59.999 in Vietnam, also on the last of the year and on 29 February', () => {
    expect(endOf(day('2026-12-31')).toISOString()).toBe('2026-12-31T16:59:59.999Z');
    expect(dayOf(new Date('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31');
    expect(dayOf(new Date('2026-12-31T17:00:00.000Z'))).toBe('2027-01-01');
    expect(endOf(day('2028-02-29')).toISOString()).toBe('2028-02-29T16:59:59.999Z');
  });
});

test('29 February exists in leap years only', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2026-02-29')).toBe(false);
  expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
  expect(addDays(day('2027-02-28'), 1)).toBe('2027-03-01');
  expect(dayIn(2028, 3, 0)).toBe('2028-02-29');
  expect(dayIn(2026, 13, 1)).toBe('2027-01-01');
});

test('text that is no day or no time is refused', () => {
  for (const text of [
    '',
    '2026-1-01',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '01/01/2026',
    '2026-01-01T00:00',
  ]) {
    expect(isDay(text), text).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  }
  for (const text of ['24:00', '7:00', '17:60', '17h00']) expect(() => timeOfDay(text)).toThrow(RangeError);
});

test('weekdays count from Monday, before 1970 too', () => {
  expect(weekdayOf(day('2026-05-31'))).toBe(7);
  expect(weekdayOf(day('2026-06-01'))).toBe(1);
  expect(weekdayOf(day('1969-12-28'))).toBe(7);
});

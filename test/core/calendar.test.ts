import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day, day } from '../../src/core/day.ts';
import { type CalendarDay, knownCalendarDays } from '../../src/core/holidays.ts';
import { size } from '../support/size.ts';

const calendar = createCalendar(knownCalendarDays, new Map());
const entry = (on: string, what: CalendarDay['what'], status: CalendarDay['status']): CalendarDay => ({
  day: day(on),
  what,
  name: 'thử',
  status,
  source: 'thử',
});

describe('working days', () => {
  test('weekends and days off by law or notice are no working days, make-up Saturdays are', () => {
    const works = (on: string) => calendar.isWorkingDay(day(on));
    expect(['2026-05-29', '2026-08-22', '2026-05-04'].map(works)).toEqual([true, true, true]);
    expect(['2026-05-30', '2026-05-31', '2026-08-31', '2026-04-27', '2026-11-24'].map(works)).toEqual(
      Array(5).fill(false),
    );
  });

  test('a proposal, a likely swap and a computed Tết move nothing until confirmed', () => {
    for (const on of ['2026-11-23', '2026-01-02', '2027-02-05', '2027-09-01']) {
      expect(calendar.isWorkingDay(day(on)), on).toBe(true);
      expect(calendar.mayDisturb(day(on)), on).toBe(false);
    }
    for (const on of ['2026-11-28', '2026-01-10']) {
      expect(calendar.isWorkingDay(day(on)), on).toBe(false);
      expect(calendar.mayDisturb(day(on)), on).toBe(false);
    }
    expect(calendar.mayDisturb(day('2026-11-25'))).toBe(true);
  });

  test('what a bloc has confirmed holds for that bloc', () => {
    const swapped = createCalendar(
      knownCalendarDays,
      new Map([
        [day('2026-11-23'), 'off'],
        [day('2026-11-28'), 'working'],
      ]),
    );
    expect(swapped.isWorkingDay(day('2026-11-23'))).toBe(false);
    expect(swapped.mayDisturb(day('2026-11-28'))).toBe(true);
    const refused = createCalendar(knownCalendarDays, new Map([[day('2026-11-23'), 'working']]));
    expect(refused.mayDisturb(day('2026-11-23'))).toBe(true);
  });

  test('once the Tết of a year is announced, its computed days are ordinary again', () => {
    const announced = createCalendar(
      [
        ...knownCalendarDays,
        entry('2027-02-05', 'off', 'confirmed'),
        entry('2027-02-08', 'off', 'confirmed'),
      ],
      new Map(),
    );
    expect(announced.isWorkingDay(day('2027-02-05'))).toBe(false);
    expect(announced.mayDisturb(day('2027-02-04'))).toBe(true);
    expect(announced.mayDisturb(day('2028-01-24'))).toBe(false);
    expect(announced.mayDisturb(day('2027-09-01'))).toBe(false);
  });

  test('a make-up day in February is no announcement of Tết, nor is one day a bloc settles', () => {
    const madeUp = createCalendar(
      [...knownCalendarDays, entry('2027-02-20', 'working', 'confirmed')],
      new Map(),
    );
    expect(madeUp.mayDisturb(day('2027-02-04'))).toBe(false);
    const settled = createCalendar(knownCalendarDays, new Map([[day('2027-02-05'), 'off']]));
    expect(settled.mayDisturb(day('2027-02-04'))).toBe(false);
  });
});

describe('steps', () => {
  test('to a working day before, after and on a day', () => {
    expect(calendar.workingDayOnOrBefore(day('2026-05-31'))).toBe('2026-05-29');
    expect(calendar.workingDayOnOrBefore(day('2026-05-29'))).toBe('2026-05-29');
    expect(calendar.workingDayOnOrAfter(day('2026-05-31'))).toBe('2026-06-01');
    expect(calendar.nextWorkingDay(day('2026-04-29'))).toBe('2026-05-04');
    expect(calendar.previousWorkingDay(day('2026-05-04'))).toBe('2026-04-29');
    expect(calendar.mayDisturbOnOrBefore(day('2026-11-24'))).toBe('2026-11-20');
    expect(calendar.mayDisturbOnOrAfter(day('2026-11-21'))).toBe('2026-11-25');
  });

  test('by a number of working days, over Tết 2026', () => {
    expect(calendar.addWorkingDays(day('2026-02-13'), 1)).toBe('2026-02-23');
    expect(calendar.addWorkingDays(day('2026-02-23'), -1)).toBe('2026-02-13');
    expect(calendar.addWorkingDays(day('2026-05-31'), 0)).toBe('2026-05-31');
    expect(calendar.addWorkingDays(day('2026-05-29'), -14)).toBe('2026-05-11');
  });

  test('counting agrees with walking, whatever is off or confirmed', () => {
    const first = day('2025-12-01');
    const aDay = fc.integer({ min: 0, max: 1200 }).map(count => addDays(first, count));
    const what = fc.constantFrom('off' as const, 'working' as const);
    fc.assert(
      fc.property(aDay, aDay, fc.array(fc.tuple(aDay, what), { maxLength: 40 }), (a, b, confirmed) => {
        const own = createCalendar(knownCalendarDays, new Map(confirmed));
        const [from, to] = a < b ? [a, b] : [b, a];
        let walked = 0;
        for (let on: Day = addDays(from, 1); on <= to; on = addDays(on, 1))
          if (own.isWorkingDay(on)) walked++;
        expect(own.workingDaysBetween(from, to)).toBe(walked);
        expect(own.workingDaysBetween(to, from)).toBe(0 - walked);
        if (walked > 0) expect(own.workingDaysBetween(from, own.addWorkingDays(from, walked))).toBe(walked);
        for (const on of [a, b]) if (own.mayDisturb(on)) expect(own.isWorkingDay(on)).toBe(true);
      }),
      { numRuns: size(100, 2000) },
    );
  });
});

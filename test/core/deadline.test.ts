import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { addDays, at, day, timeOfDay } from '../../src/core/day.ts';
import {
  type CutOffRules,
  cutOff,
  deadlineKinds,
  isHandedIn,
  lateness,
  onTimeInstant,
  practicalDue,
} from '../../src/core/deadline.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { inEveryZone } from '../support/zones.ts';

const calendar = createCalendar(knownCalendarDays, new Map());
const byDefault: CutOffRules = { roll: 'next_working_day', endOfDay: null };
const atFive: CutOffRules = { roll: 'next_working_day', endOfDay: timeOfDay('17:00') };

const stateOf = (dueOn: string, rules: CutOffRules, sentAt: string) =>
  lateness({ sentAt: new Date(sentAt), cutOff: cutOff(day(dueOn), rules, calendar), calendar });
const onTime = { kind: 'on_time' };
const late = (calendarDays: number, workingDays: number) => ({ kind: 'late', calendarDays, workingDays });

inEveryZone('deadline edges', () => {
  test('a report sent on the last evening is on time', () => {
    expect(stateOf('2026-11-30', byDefault, '2026-11-30T23:59:59.999+07:00')).toEqual(onTime);
    expect(stateOf('2026-11-30', byDefault, '2026-12-01T00:00:00.000+07:00')).toEqual(late(1, 1));
  });

  test('with an hour set, 17:00:00.000 is on time and .001 is late by one day', () => {
    expect(stateOf('2026-12-15', atFive, '2026-12-15T17:00:00.000+07:00')).toEqual(onTime);
    expect(stateOf('2026-12-15', atFive, '2026-12-15T17:00:00.001+07:00')).toEqual(late(1, 1));
    expect(stateOf('2026-12-15', atFive, '2026-12-16T08:00:00.000+07:00')).toEqual(late(1, 1));
    expect(stateOf('2026-12-15', atFive, '2026-12-17T08:00:00.000+07:00')).toEqual(late(2, 2));
  });

  test('the end of the year and 29 February', () => {
    expect(stateOf('2026-12-31', byDefault, '2026-12-31T23:59:59.999+07:00')).toEqual(onTime);
    expect(stateOf('2026-12-31', byDefault, '2027-01-01T00:00:00.000+07:00')).toEqual(late(1, 1));
    expect(stateOf('2026-12-31', byDefault, '2027-01-04T09:00:00.000+07:00')).toEqual(late(4, 1));
    expect(stateOf('2028-02-29', byDefault, '2028-02-29T23:59:59.999+07:00')).toEqual(onTime);
    expect(stateOf('2028-02-29', byDefault, '2028-03-01T00:00:00.000+07:00')).toEqual(late(1, 1));
  });

  test('"trước tháng 6/2026": Sunday 31/5, aimed at on Friday, late only after Monday', () => {
    expect(practicalDue(day('2026-05-31'), calendar)).toBe('2026-05-29');
    expect(cutOff(day('2026-05-31'), byDefault, calendar).toISOString()).toBe('2026-06-01T16:59:59.999Z');
    expect(stateOf('2026-05-31', byDefault, '2026-06-01T23:59:59.999+07:00')).toEqual(onTime);
    expect(stateOf('2026-05-31', byDefault, '2026-06-02T00:00:00.000+07:00')).toEqual(late(1, 1));
  });
});

describe('the roll policy of the bloc', () => {
  test('strict ends on the due day, previous on the working day before it', () => {
    const end = (roll: CutOffRules['roll']) => cutOff(day('2026-05-31'), { ...atFive, roll }, calendar);
    expect(end('strict')).toEqual(at(day('2026-05-31'), timeOfDay('17:00')));
    expect(end('previous_working_day')).toEqual(at(day('2026-05-29'), timeOfDay('17:00')));
    expect(end('next_working_day')).toEqual(at(day('2026-06-01'), timeOfDay('17:00')));
  });

  test('on a working day all three agree', () => {
    for (const roll of ['strict', 'previous_working_day', 'next_working_day'] as const) {
      expect(cutOff(day('2026-11-30'), { ...atFive, roll }, calendar)).toEqual(
        at(day('2026-11-30'), timeOfDay('17:00')),
      );
    }
  });

  test('a proposed day off moves no deadline, a confirmed one does', () => {
    const proposed = day('2026-11-23');
    expect(cutOff(proposed, atFive, calendar)).toEqual(at(proposed, timeOfDay('17:00')));
    const confirmed = createCalendar(knownCalendarDays, new Map([[proposed, 'off']]));
    expect(cutOff(proposed, atFive, confirmed)).toEqual(at(day('2026-11-25'), timeOfDay('17:00')));
    expect(practicalDue(proposed, confirmed)).toBe('2026-11-20');
  });
});

test('a weekend late is late by calendar days, and by one working day', () => {
  const friday = '2026-06-12';
  expect(stateOf(friday, byDefault, '2026-06-13T09:00:00+07:00')).toEqual(late(1, 1));
  expect(stateOf(friday, byDefault, '2026-06-14T09:00:00+07:00')).toEqual(late(2, 1));
  expect(stateOf(friday, byDefault, '2026-06-16T09:00:00+07:00')).toEqual(late(4, 2));
});

test('later never means less late', () => {
  let before = { calendarDays: 0, workingDays: 0 };
  for (let hours = 1; hours < 24 * 40; hours++) {
    const sentAt = new Date(at(day('2026-08-20'), timeOfDay('17:00')).getTime() + hours * 3_600_000);
    const now = lateness({ sentAt, cutOff: cutOff(day('2026-08-20'), atFive, calendar), calendar });
    if (now.kind === 'on_time') throw new Error('on time after the cut-off');
    expect(now.calendarDays).toBeGreaterThanOrEqual(before.calendarDays);
    expect(now.workingDays).toBeGreaterThanOrEqual(before.workingDays);
    expect(now.workingDays).toBeLessThanOrEqual(now.calendarDays);
    before = now;
  }
});

describe("the platform's date decides on time", () => {
  const received = at(addDays(day('2026-06-01'), 1), timeOfDay('10:00'));
  const hoursBefore = (hours: number) => new Date(received.getTime() - hours * 3_600_000);

  test('an outage of ours makes nobody late', () => {
    expect(onTimeInstant(hoursBefore(11), received)).toEqual(hoursBefore(11));
    expect(onTimeInstant(hoursBefore(24), received)).toEqual(hoursBefore(24));
    expect(onTimeInstant(received, received)).toEqual(received);
  });

  test('a date in the future, older than 24 h or unreadable is not believed', () => {
    const tooOld = new Date(hoursBefore(24).getTime() - 1);
    const future = new Date(received.getTime() + 1);
    for (const date of [tooOld, future, new Date(Number.NaN)])
      expect(onTimeInstant(date, received)).toBe(received);
  });
});

test('only four kinds are handed in', () => {
  expect(deadlineKinds.filter(isHandedIn)).toEqual(['report', 'dossier', 'self_score', 'registration']);
});

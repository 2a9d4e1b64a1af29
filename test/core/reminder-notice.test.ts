import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { timeOfDay } from '../../src/core/day.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { decideDue } from '../../src/core/reminder-notice.ts';
import { reminderPolicySchema } from '../../src/core/reminder-policy.ts';
import { notices, obligation, planFacts, unit, vn } from '../support/reminders.ts';

const calendar = createCalendar(knownCalendarDays, new Map());

describe('before the deadline', () => {
  const facts = planFacts([obligation('2026-05-31')]);

  test('a unit hears how many working days are left, and both dates', () => {
    expect(notices('2026-05-25 12:00', '2026-05-26 08:00', facts)).toEqual([
      {
        to: 'unit',
        unitId: 'u1',
        items: [
          {
            obligationId: 'o1',
            deadlineId: 'd1',
            dueOn: '2026-05-31',
            practicalDue: '2026-05-29',
            cutOff: new Date('2026-06-01T16:59:59.999Z'),
            stage: 'before',
            workingDaysLeft: 3,
          },
        ],
      },
    ]);
  });

  test('on the last working day it is today; sent after it, what is left to the extended day', () => {
    expect(notices('2026-05-28 12:00', '2026-05-29 08:00', facts)).toMatchObject([
      { items: [{ stage: 'today' }] },
    ]);
    const monday = notices('2026-05-28 12:00', '2026-06-01 08:00', facts);
    expect(monday).toMatchObject([{ items: [{ stage: 'grace', until: '2026-06-01' }] }]);
    const long = planFacts([obligation('2026-02-20', { roll: 'strict' })]);
    expect(notices('2026-02-12 12:00', '2026-02-13 09:00', long)).toMatchObject([
      { items: [{ stage: 'today' }] },
    ]);
  });

  test('duties that fall on different days are told apart: only those whose morning it is', () => {
    const two = planFacts([
      obligation('2026-05-31'),
      obligation('2026-06-01', { id: 'o2', deadlineId: 'd2' }),
    ]);
    const said = notices('2026-05-27 12:00', '2026-05-28 08:00', two);
    expect(said).toMatchObject([{ to: 'unit', items: [{ obligationId: 'o1', workingDaysLeft: 1 }] }]);
    expect(said).toHaveLength(1);
  });

  test('several missed mornings are one message of the state as it is now', () => {
    const two = planFacts([
      obligation('2026-06-12'),
      obligation('2026-06-15', { id: 'o2', deadlineId: 'd2' }),
    ]);
    const said = notices('2026-06-08 12:00', '2026-06-12 09:30', two);
    expect(said).toMatchObject([
      {
        to: 'unit',
        items: [
          { obligationId: 'o1', stage: 'today' },
          { obligationId: 'o2', stage: 'before', workingDaysLeft: 1 },
        ],
      },
    ]);
    expect(said).toHaveLength(1);
  });

  test('nothing is said of what was fulfilled or moved since', () => {
    const done = planFacts([obligation('2026-05-31', { fulfilled: true })]);
    expect(notices('2026-05-25 12:00', '2026-05-26 08:00', facts, done)).toEqual([]);
    const moved = planFacts([obligation('2026-07-31')]);
    expect(notices('2026-05-25 12:00', '2026-05-26 08:00', facts, moved)).toEqual([]);
  });

  test("the bloc's own duty is told to the lead", () => {
    const own = planFacts([obligation('2026-05-31', { party: { kind: 'bloc' } })]);
    expect(notices('2026-05-25 12:00', '2026-05-26 08:00', own)).toMatchObject([
      { to: 'lead', items: [{ stage: 'before', workingDaysLeft: 3 }], overdue: [] },
    ]);
  });
});

describe('after the cut-off', () => {
  const facts = planFacts([unit('u2', '2026-05-31'), unit('u1', '2026-05-31'), unit('u3', '2026-06-30')]);

  test('each late unit hears it privately and the lead gets the list', () => {
    expect(notices('2026-06-01 12:00', '2026-06-02 08:00', facts)).toMatchObject([
      { to: 'unit', unitId: 'u1', items: [{ stage: 'overdue', calendarDays: 1, workingDays: 1 }] },
      { to: 'unit', unitId: 'u2', items: [{ stage: 'overdue' }] },
      {
        to: 'lead',
        items: [],
        overdue: [
          {
            deadlineId: 'd1',
            parties: [
              { kind: 'unit', unitId: 'u2' },
              { kind: 'unit', unitId: 'u1' },
            ],
          },
        ],
      },
    ]);
  });

  test('an extension granted in the night takes the unit off, and off the list', () => {
    const extended = planFacts([unit('u1', '2026-06-30'), unit('u2', '2026-05-31')]);
    const said = notices('2026-06-01 12:00', '2026-06-02 08:00', facts, extended);
    expect(said.map(notice => notice.to)).toEqual(['unit', 'lead']);
    expect(said[0]).toMatchObject({ unitId: 'u2' });
    expect(said[1]).toMatchObject({ overdue: [{ parties: [{ unitId: 'u2' }] }] });
  });

  test('a reminder that comes too late is left to the overdue word of the next morning', () => {
    const hour = planFacts([obligation('2026-06-12', { endOfDay: timeOfDay('17:00') })]);
    expect(notices('2026-06-11 12:00', '2026-06-12 17:30', hour)).toEqual([]);
    expect(notices('2026-06-12 17:30', '2026-06-15 08:00', hour)).toMatchObject([
      { to: 'unit', items: [{ stage: 'overdue', calendarDays: 3, workingDays: 1 }] },
      { to: 'lead', overdue: [{ deadlineId: 'd1' }] },
    ]);
  });

  test('more than one deadline in the list stands in order', () => {
    const two = planFacts([
      unit('u1', '2026-06-12', { deadlineId: 'd2' }),
      unit('u2', '2026-06-12', { deadlineId: 'd1' }),
    ]);
    const lead = notices('2026-06-14 12:00', '2026-06-15 08:00', two).find(notice => notice.to === 'lead');
    expect(lead).toMatchObject({ overdue: [{ deadlineId: 'd1' }, { deadlineId: 'd2' }] });
  });
});

describe('at a bad time', () => {
  const facts = planFacts([obligation('2026-06-12')]);

  test('in the evening, at night and on a Saturday all waits for a working morning', () => {
    const postponed = (now: string) => decideDue([], facts, vn(now), calendar);
    expect(postponed('2026-06-11 20:00')).toEqual({ kind: 'postpone', to: vn('2026-06-12 08:00') });
    expect(postponed('2026-06-12 06:59')).toEqual({ kind: 'postpone', to: vn('2026-06-12 08:00') });
    expect(postponed('2026-06-12 20:00')).toEqual({ kind: 'postpone', to: vn('2026-06-15 08:00') });
    expect(postponed('2026-06-13 06:00')).toEqual({ kind: 'postpone', to: vn('2026-06-15 08:00') });
    expect(postponed('2026-06-13 10:00')).toEqual({ kind: 'postpone', to: vn('2026-06-15 08:00') });
    expect(postponed('2026-11-23 10:00')).toEqual({ kind: 'postpone', to: vn('2026-11-25 08:00') });
    expect(postponed('2026-06-12 07:00').kind).toBe('send');
  });

  test('a quiet noon ends the same day', () => {
    const policy = reminderPolicySchema.parse({ quiet: { from: '11:30', to: '13:30' } });
    const noon = planFacts([obligation('2026-06-12')], { policy });
    expect(decideDue([], noon, vn('2026-06-11 12:00'), calendar)).toEqual({
      kind: 'postpone',
      to: vn('2026-06-11 13:30'),
    });
  });
});

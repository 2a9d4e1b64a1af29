import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { day, timeOfDay } from '../../src/core/day.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { diffDue, type StoredDue } from '../../src/core/reminder-diff.ts';
import { planDue } from '../../src/core/reminder-plan.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import { createDueStore, obligation, planFacts, vn } from '../support/reminders.ts';

const calendar = createCalendar(knownCalendarDays, new Map());
const facts = planFacts([obligation('2026-06-12')]);
const now = vn('2026-06-10 09:00');
const nothing = { insert: [], move: [], remove: [] };

describe('planning again', () => {
  const store = createDueStore(calendar);
  store.replan(facts, now);

  test('with the same facts changes nothing', () => {
    expect(store.diff(facts, now)).toEqual(nothing);
  });

  test('after a moved deadline takes away the old slots and adds the new', () => {
    const { insert, move, remove } = store.diff(planFacts([obligation('2026-06-30')]), now);
    expect(remove).toContain('remind:unit:u1:2026-06-11');
    expect(insert.map(item => item.key)).toContain('remind:unit:u1:2026-06-30');
    expect(move).toEqual([]);
  });

  test('after a change of the hour moves what is still to come', () => {
    const policy = { ...defaultReminderPolicy, morning: timeOfDay('09:30') };
    const { insert, move, remove } = store.diff(planFacts([obligation('2026-06-12')], { policy }), now);
    expect([insert, remove]).toEqual([[], []]);
    expect(move.map(item => item.at)).toContainEqual(vn('2026-06-11 09:30'));
  });
});

test('what was said at eight is not said again when the hour moves to half past nine', () => {
  const store = createDueStore(calendar);
  store.replan(facts, now);
  store.tick(facts, vn('2026-06-12 08:00'));
  const later = planFacts(facts.obligations.slice(), {
    policy: { ...defaultReminderPolicy, morning: timeOfDay('09:30') },
  });
  expect(store.diff(later, vn('2026-06-12 08:30')).move.map(item => item.kind)).toEqual([
    'lead_overdue',
    'overdue',
  ]);
});

test('what is done, postponed or older than the catch-up time is left as it is', () => {
  const row = (on: string, at: string, done = false): StoredDue => ({
    key: `remind:unit:u1:${on}`,
    day: day(on),
    at: vn(at),
    done,
  });
  const monday = vn('2026-06-15 07:00');
  const wanted = planDue(facts, monday, calendar).filter(item => item.kind === 'remind');
  expect(wanted).toEqual([]);
  const stored = [
    row('2026-06-11', '2026-06-11 08:00', true),
    row('2026-06-12', '2026-06-15 08:00'),
    row('2026-06-16', '2026-06-16 08:00'),
  ];
  expect(diffDue(wanted, stored, monday)).toEqual({ ...nothing, remove: ['remind:unit:u1:2026-06-16'] });

  const friday = vn('2026-06-12 21:00');
  const again = planDue(facts, friday, calendar).filter(item => item.kind === 'remind');
  expect(diffDue(again, stored.slice(0, 2), friday)).toEqual(nothing);
});

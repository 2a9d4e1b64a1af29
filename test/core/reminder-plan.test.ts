import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { type DueItem, planDue } from '../../src/core/reminder-plan.ts';
import { defaultReminderPolicy, reminderPolicySchema } from '../../src/core/reminder-policy.ts';
import type { PlanFacts } from '../../src/core/reminder-slots.ts';
import { obligation, planFacts, vn } from '../support/reminders.ts';

const calendar = createCalendar(knownCalendarDays, new Map());
const plan = (facts: PlanFacts, now: string) => planDue(facts, vn(now), calendar);
const keys = (items: DueItem[], kind?: DueItem['kind']) =>
  items.filter(item => !kind || item.kind === kind).map(item => item.key);

describe('reminders of one party', () => {
  test('"trước tháng 6/2026" is aimed at Friday 29/5 and overdue on Tuesday 02/6', () => {
    const items = plan(planFacts([obligation('2026-05-31')]), '2026-01-05 09:00');
    expect(items.map(item => [item.key, item.at])).toEqual([
      ['remind:unit:u1:2026-05-11', vn('2026-05-11 08:00')],
      ['remind:unit:u1:2026-05-20', vn('2026-05-20 08:00')],
      ['remind:unit:u1:2026-05-26', vn('2026-05-26 08:00')],
      ['remind:unit:u1:2026-05-28', vn('2026-05-28 08:00')],
      ['remind:unit:u1:2026-05-29', vn('2026-05-29 08:00')],
      ['lead_overdue:2026-06-02', vn('2026-06-02 08:00')],
      ['overdue:unit:u1:2026-06-02', vn('2026-06-02 08:00')],
    ]);
  });

  test('duties of one party on one day share a slot, and a new duty changes no key', () => {
    const one = plan(planFacts([obligation('2026-05-31')]), '2026-01-05 09:00');
    const two = planFacts([
      obligation('2026-05-31'),
      obligation('2026-05-29', { id: 'o2', deadlineId: 'd2' }),
    ]);
    expect(keys(plan(two, '2026-01-05 09:00'), 'remind')).toEqual(keys(one, 'remind'));
  });

  test('a morning on a proposed day off moves to the working morning before, merged with what stands there', () => {
    const items = plan(planFacts([obligation('2026-11-25')]), '2026-10-01 09:00');
    expect(keys(items, 'remind').map(key => key.slice(-10))).toEqual([
      '2026-11-04',
      '2026-11-13',
      '2026-11-19',
      '2026-11-20',
      '2026-11-25',
    ]);
  });

  test('nothing on Tết not yet announced, though it moves no deadline', () => {
    const items = plan(planFacts([obligation('2027-02-09')]), '2026-12-01 09:00');
    expect(items.map(item => item.day)).not.toContain('2027-02-08');
    expect(keys(items, 'remind').at(-1)).toBe('remind:unit:u1:2027-02-03');
    expect(keys(items, 'overdue')).toEqual(['overdue:unit:u1:2027-02-11']);
  });

  test('a cut-off before the morning is announced the working morning before', () => {
    const early = obligation('2026-06-12', {
      endOfDay: reminderPolicySchema.parse({ endOfDay: '08:00' }).endOfDay,
    });
    const items = plan(planFacts([early]), '2026-06-01 09:00');
    expect(keys(items, 'remind').at(-1)).toBe('remind:unit:u1:2026-06-11');
    expect(keys(items, 'overdue')).toEqual(['overdue:unit:u1:2026-06-15']);
  });

  test('fulfilled and undated duties ask for nothing', () => {
    const facts = planFacts([obligation('2026-05-31', { fulfilled: true }), obligation(null, { id: 'o2' })]);
    expect(plan(facts, '2026-05-20 09:00')).toEqual([]);
  });

  test('a duty of the bloc itself is no line in the list of late units', () => {
    const items = plan(
      planFacts([obligation('2026-05-31', { party: { kind: 'bloc' } })]),
      '2026-05-28 12:00',
    );
    expect(keys(items)).toEqual([
      'remind:bloc:2026-05-28',
      'remind:bloc:2026-05-29',
      'overdue:bloc:2026-06-02',
    ]);
  });

  test('what the bloc switches off is not planned', () => {
    const policy = reminderPolicySchema.parse({ workingDaysBefore: [], onTheDay: false, overdueOnce: false });
    expect(plan(planFacts([obligation('2026-05-31')], { policy }), '2026-01-05 09:00')).toEqual([]);
  });
});

describe('a duty that comes late', () => {
  const reminders = (since: string, changes = {}) =>
    plan(planFacts([obligation('2026-06-12', { since: vn(since), ...changes })]), since).filter(
      item => item.kind === 'remind',
    );

  test('keeps the reminders that are still ahead', () => {
    expect(keys(reminders('2026-06-04 10:00'))).toEqual([
      'remind:unit:u1:2026-06-09',
      'remind:unit:u1:2026-06-11',
      'remind:unit:u1:2026-06-12',
    ]);
  });

  test('is reminded on the next morning before the cut-off where none is left', () => {
    const policy = reminderPolicySchema.parse({ workingDaysBefore: [7], onTheDay: false });
    const facts = planFacts([obligation('2026-06-12', { since: vn('2026-06-09 10:00') })], { policy });
    expect(keys(plan(facts, '2026-06-09 10:00'), 'remind')).toEqual(['remind:unit:u1:2026-06-10']);
    // Planning again later asks for nothing more.
    expect(keys(plan(facts, '2026-06-11 10:00'), 'remind')).toEqual(['remind:unit:u1:2026-06-10']);
    expect(keys(plan(facts, '2026-06-12 10:00'), 'remind')).toEqual([]);
  });

  test('on the last day itself is reminded at once, under a key of its own', () => {
    const items = reminders('2026-06-12 10:15');
    expect(items).toMatchObject([
      { key: 'remind:unit:u1:2026-06-12T03:15:00.000Z', day: '2026-06-12', at: vn('2026-06-12 10:15') },
    ]);
  });

  test('after the cut-off is not reminded', () => {
    expect(reminders('2026-06-13 10:00')).toEqual([]);
  });
});

describe('slots of the past', () => {
  const facts = planFacts([obligation('2026-06-12')]);

  test('are planned within 36 hours only', () => {
    expect(keys(plan(facts, '2026-06-12 19:59'), 'remind')).toEqual([
      'remind:unit:u1:2026-06-11',
      'remind:unit:u1:2026-06-12',
    ]);
    expect(keys(plan(facts, '2026-06-12 20:00'), 'remind')).toEqual(['remind:unit:u1:2026-06-12']);
  });

  test('or within whatever the caller asks for', () => {
    expect(planDue(facts, vn('2026-06-12 20:00'), calendar, 0).map(item => item.kind)).toEqual([
      'lead_overdue',
      'overdue',
    ]);
  });
});

describe('summaries for the group', () => {
  const withGroup = (changes: Partial<PlanFacts> = {}) =>
    planFacts([obligation('2026-06-12')], { hasGroup: true, ...changes });
  const digests = (facts: PlanFacts, now: string) => keys(plan(facts, now), 'digest');

  test('the next Monday, and three and one working days before a deadline', () => {
    expect(digests(withGroup(), '2026-05-27 09:00')).toEqual([
      'digest:2026-06-01',
      'digest:2026-06-09',
      'digest:2026-06-11',
    ]);
  });

  test("a Monday's own summary stays planned while the next one is added", () => {
    expect(digests(withGroup(), '2026-06-01 08:00')).toContain('digest:2026-06-01');
    expect(digests(withGroup(), '2026-06-01 08:00')).toContain('digest:2026-06-08');
  });

  test('a Monday off gives way to the next working morning of that week', () => {
    expect(digests(withGroup(), '2026-04-24 12:00')[0]).toBe('digest:2026-04-28');
  });

  test('a week without a working morning is skipped', () => {
    const facts = planFacts([obligation('2026-06-12')], { hasGroup: true });
    expect(digests(facts, '2026-02-13 20:30')[0]).toBe('digest:2026-02-23');
  });

  test('a Friday off is not made up for in the week after', () => {
    const policy = reminderPolicySchema.parse({ digest: { weekday: 5 } });
    const facts = planFacts([obligation('2026-06-12')], { hasGroup: true, policy });
    expect(digests(facts, '2026-04-29 12:00')[0]).toBe('digest:2026-05-08');
  });

  test('undated duties alone still deserve the weekly summary', () => {
    expect(digests(withGroup({ obligations: [obligation(null)] }), '2026-05-27 09:00')).toEqual([
      'digest:2026-06-01',
    ]);
  });

  test('none without a group, without open duties, or when switched off', () => {
    expect(digests(withGroup({ hasGroup: false }), '2026-05-27 09:00')).toEqual([]);
    const done = [obligation('2026-06-12', { fulfilled: true })];
    expect(digests(withGroup({ obligations: done }), '2026-05-27 09:00')).toEqual([]);
    const policy = { ...defaultReminderPolicy, digest: { ...defaultReminderPolicy.digest, enabled: false } };
    expect(digests(withGroup({ policy }), '2026-05-27 09:00')).toEqual([
      'digest:2026-06-09',
      'digest:2026-06-11',
    ]);
  });

  test('one made known too late for its summary is left to the next', () => {
    const late = [obligation('2026-06-12', { since: vn('2026-06-10 09:00') })];
    expect(digests(withGroup({ obligations: late }), '2026-06-10 09:00')).toEqual([
      'digest:2026-06-11',
      'digest:2026-06-15',
    ]);
  });
});

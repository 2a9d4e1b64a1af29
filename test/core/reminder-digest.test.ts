import { describe, expect, test } from 'vitest';
import { timeOfDay } from '../../src/core/day.ts';
import { defaultReminderPolicy } from '../../src/core/reminder-policy.ts';
import type { PlanFacts } from '../../src/core/reminder-slots.ts';
import { notices, planFacts, unit } from '../support/reminders.ts';

describe('the summary for the group', () => {
  const many = (changes: Partial<PlanFacts> = {}) =>
    planFacts(
      [
        unit('u1', '2026-06-12', { fulfilled: true }),
        unit('u2', '2026-06-12'),
        unit('u3', '2026-06-12'),
        unit('u4', '2026-12-31', { deadlineId: 'far' }),
        unit('u5', null, { deadlineId: 'undated' }),
        unit('u6', null, { deadlineId: 'undated' }),
      ],
      { hasGroup: true, ...changes },
    );
  const digest = (...args: Parameters<typeof notices>) =>
    notices(...args).flatMap(notice => (notice.to === 'group' ? notice.digest : []));

  test('on Monday counts what is near, what is far and what has no date, without names', () => {
    expect(digest('2026-06-07 12:00', '2026-06-08 08:00', many())).toEqual([
      {
        reason: 'weekly',
        deadlines: [
          {
            deadlineId: 'd1',
            dueOn: '2026-06-12',
            practicalDue: '2026-06-12',
            standing: { stage: 'before', workingDaysLeft: 4 },
            done: 1,
            of: 3,
            missing: [],
            extended: [],
          },
        ],
        later: 1,
        undated: 1,
      },
    ]);
  });

  test('before a deadline speaks of that deadline only', () => {
    const said = digest('2026-06-08 12:00', '2026-06-09 08:00', many());
    expect(said).toMatchObject([
      { reason: 'before', deadlines: [{ deadlineId: 'd1' }], later: 1, undated: 1 },
    ]);
  });

  test('names the missing only after their own cut-off, unless the bloc wants it sooner', () => {
    const extended = many({ obligations: [unit('u2', '2026-06-12'), unit('u3', '2026-06-30')] });
    expect(digest('2026-06-14 12:00', '2026-06-15 08:00', extended)).toMatchObject([
      { deadlines: [{ standing: { stage: 'overdue' }, missing: [{ party: { unitId: 'u2' } }] }] },
    ]);
    const policy = { ...defaultReminderPolicy, nameBeforeDue: true };
    const named = digest('2026-06-07 12:00', '2026-06-08 08:00', many({ policy }));
    expect(named[0]?.deadlines[0]?.missing).toEqual([
      { party: { kind: 'unit', unitId: 'u2' }, extendedTo: null },
      { party: { kind: 'unit', unitId: 'u3' }, extendedTo: null },
    ]);
    const late = digest('2026-06-30 12:00', '2026-07-06 08:00', extended);
    expect(late[0]?.deadlines[0]?.missing, 'by his own day').toMatchObject([
      { party: { unitId: 'u2' }, extendedTo: null },
      { party: { unitId: 'u3' }, extendedTo: '2026-06-30' },
    ]);
  });

  test('one that comes after its deadline is not sent, unless it is the weekly one', () => {
    const passed = unit('u2', '2026-06-12', { endOfDay: timeOfDay('17:00') });
    const hour = many({ obligations: [passed, unit('u5', null, { deadlineId: 'undated' })] });
    expect(digest('2026-06-10 12:00', '2026-06-12 17:30', hour)).toEqual([]);
    expect(digest('2026-06-10 12:00', '2026-06-15 08:00', hour)).toMatchObject([{ reason: 'weekly' }]);
  });

  test('is not sent when all is done meanwhile, or the group is gone', () => {
    const done = many({ obligations: [unit('u2', '2026-06-12', { fulfilled: true })] });
    expect(digest('2026-06-07 12:00', '2026-06-08 08:00', many(), done)).toEqual([]);
    expect(digest('2026-06-07 12:00', '2026-06-08 08:00', many(), many({ hasGroup: false }))).toEqual([]);
  });

  test('undated duties alone are a weekly line, deadlines stand in the order of their days', () => {
    const undated = many({ obligations: [unit('u5', null)] });
    expect(digest('2026-06-07 12:00', '2026-06-08 08:00', undated)).toMatchObject([
      { deadlines: [], undated: 1 },
    ]);
    const two = many({
      obligations: [
        unit('u1', '2026-06-15', { deadlineId: 'a' }),
        unit('u2', '2026-06-12', { deadlineId: 'b' }),
      ],
    });
    expect(
      digest('2026-06-07 12:00', '2026-06-08 08:00', two)[0]?.deadlines.map(({ deadlineId }) => deadlineId),
    ).toEqual(['b', 'a']);
  });
});

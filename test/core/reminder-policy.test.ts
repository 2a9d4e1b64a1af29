import { expect, test } from 'vitest';
import { timeOfDay } from '../../src/core/day.ts';
import { defaultReminderPolicy, isQuiet, reminderPolicySchema } from '../../src/core/reminder-policy.ts';

const codes = (input: unknown) =>
  reminderPolicySchema.safeParse(input).error?.issues.map(issue => [issue.path.join('.'), issue.message]);

test('a bloc that sets nothing gets the agreed defaults', () => {
  expect(defaultReminderPolicy).toEqual({
    workingDaysBefore: [14, 7, 3, 1],
    morning: '08:00',
    onTheDay: true,
    overdueOnce: true,
    quiet: { from: '20:00', to: '07:00' },
    digest: { enabled: true, weekday: 1, time: '08:00' },
    digestBeforeDeadline: [3, 1],
    nameBeforeDue: false,
    roll: 'next_working_day',
    endOfDay: null,
  });
});

test('a stored policy reads back as itself', () => {
  expect(reminderPolicySchema.parse(JSON.parse(JSON.stringify(defaultReminderPolicy)))).toEqual(
    defaultReminderPolicy,
  );
});

test('days ahead are kept from far to near without repeats', () => {
  expect(reminderPolicySchema.parse({ workingDaysBefore: [1, 5, 5, 10] }).workingDaysBefore).toEqual([
    10, 5, 1,
  ]);
  expect(reminderPolicySchema.safeParse({ workingDaysBefore: [0] }).success).toBe(false);
});

test('no message can be set into quiet hours', () => {
  expect(codes({ morning: '06:59' })).toEqual([['morning', 'in_quiet_hours']]);
  expect(codes({ digest: { time: '20:00' } })).toEqual([['digest.time', 'in_quiet_hours']]);
  expect(codes({ quiet: { from: '12:00', to: '12:00' } })).toEqual([['quiet', 'quiet_hours_empty']]);
  expect(codes({ endOfDay: '24:00' })).toEqual([['endOfDay', 'not_a_time']]);
  expect(codes({ morning: 8 })).toEqual([['morning', 'not_a_time']]);
});

test('quiet hours begin with their first minute and end before their last, over midnight or not', () => {
  const quiet = (from: string, to: string) => (time: string) =>
    isQuiet(timeOfDay(time), { from: timeOfDay(from), to: timeOfDay(to) });
  expect(['19:59', '20:00', '23:59', '00:00', '06:59', '07:00'].map(quiet('20:00', '07:00'))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(['11:29', '11:30', '13:29', '13:30'].map(quiet('11:30', '13:30'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

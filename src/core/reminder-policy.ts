import { z } from 'zod';
import { isTimeOfDay, type TimeOfDay, timeOfDay } from './day.ts';
import { rollPolicies } from './deadline.ts';

const time = z.custom<TimeOfDay>(value => typeof value === 'string' && isTimeOfDay(value), 'not_a_time');

/** Working days ahead, kept far to near and without repeats; 60 is about a quarter of a year. */
const daysAhead = z
  .array(z.int().min(1).max(60))
  .max(10)
  .transform(days => [...new Set(days)].sort((a, b) => b - a));

const quietSchema = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => from !== to, { error: 'quiet_hours_empty', abort: true });
type QuietHours = z.infer<typeof quietSchema>;

/** From `from` until before `to`, over midnight where `from` is the later. */
export function isQuiet(time: TimeOfDay, { from, to }: QuietHours): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** When a bloc is reminded (decision 13). Issue messages are codes; their sentences stand in src/text. */
export const reminderPolicySchema = z
  .object({
    workingDaysBefore: daysAhead.prefault([14, 7, 3, 1]),
    morning: time.default(timeOfDay('08:00')),
    onTheDay: z.boolean().default(true),
    /** The private word to late units and the lead's list, both. */
    overdueOnce: z.boolean().default(true),
    quiet: quietSchema.default({ from: timeOfDay('20:00'), to: timeOfDay('07:00') }),
    /** The group's weekly summary; 1 = Monday. Its hour also serves the summaries before a deadline. */
    digest: z
      .object({
        enabled: z.boolean().default(true),
        weekday: z.int().min(1).max(7).default(1),
        time: time.default(timeOfDay('08:00')),
      })
      .prefault({}),
    /**
     * Working days before a deadline on which the group gets its summary. 3 leaves time to act, 1 is the last
     * call; more would repeat the weekly one. Empty for none.
     */
    digestBeforeDeadline: daysAhead.prefault([3, 1]),
    /** Whether the group sees who has not filed while there is still time. */
    nameBeforeDue: z.boolean().default(false),
    roll: z.enum(rollPolicies).default('next_working_day'),
    endOfDay: time.nullable().default(null),
  })
  .refine(policy => !isQuiet(policy.morning, policy.quiet), { path: ['morning'], error: 'in_quiet_hours' })
  .refine(policy => !isQuiet(policy.digest.time, policy.quiet), {
    path: ['digest', 'time'],
    error: 'in_quiet_hours',
  });
export type ReminderPolicy = z.infer<typeof reminderPolicySchema>;

export const defaultReminderPolicy: ReminderPolicy = reminderPolicySchema.parse({});

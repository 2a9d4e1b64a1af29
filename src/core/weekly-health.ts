import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { weeklySlots } from './reminder-plan.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

const DAY_MS = 86_400_000;

export interface HealthItem {
  kind: 'weekly_health';
  key: string;
  day: Day;
  at: Date;
}

/** The weekly sign of life, at the digest's hour whether or not there is a digest; not on a bloc's first day. */
export function planHealth(
  policy: ReminderPolicy,
  blocSince: Date,
  now: Date,
  calendar: Calendar,
): HealthItem[] {
  return weeklySlots(policy, now, calendar)
    .filter(({ at }) => at.getTime() - blocSince.getTime() >= DAY_MS)
    .map(({ id, day, at }) => ({ kind: 'weekly_health', key: `weekly_health:${id}`, day, at }));
}

/** What a week came to. */
export interface WeekCounts {
  reminders: number;
  reports: number;
  waiting: number;
  overdue: number;
  errors: number;
}

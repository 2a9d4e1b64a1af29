import type { Calendar } from './calendar.ts';
import { dayOf } from './day.ts';
import { lateness } from './deadline.ts';
import type { OpenDuty } from './reminder-slots.ts';

/** Where an open duty stands at a moment. */
export type Standing =
  /** Working days to the day reminders aim at; once that is past, to the day of the cut-off. */
  | { stage: 'before'; workingDaysLeft: number }
  | { stage: 'today' }
  | { stage: 'overdue'; calendarDays: number; workingDays: number };

export function standingOf(duty: OpenDuty, now: Date, calendar: Calendar): Standing {
  const late = lateness({ sentAt: now, cutOff: duty.cutOff, calendar });
  if (late.kind === 'late') {
    return { stage: 'overdue', calendarDays: late.calendarDays, workingDays: late.workingDays };
  }
  const today = dayOf(now);
  const last = today <= duty.practicalDue ? duty.practicalDue : dayOf(duty.cutOff);
  if (today === last) return { stage: 'today' };
  return { stage: 'before', workingDaysLeft: calendar.workingDaysBetween(today, last) };
}

import type { Calendar } from './calendar.ts';
import { type Day, dayOf } from './day.ts';
import { lateness } from './deadline.ts';
import type { OpenDuty } from './reminder-slots.ts';

/** Where an open duty stands at a moment. */
export type Standing =
  /** Working days to the day reminders aim at. */
  | { stage: 'before'; workingDaysLeft: number }
  | { stage: 'today' }
  /** The due day fell on a day off and is past, but what comes in until then is on time. */
  | { stage: 'grace'; until: Day }
  | { stage: 'overdue'; calendarDays: number; workingDays: number };

export function standingOf(duty: OpenDuty, now: Date, calendar: Calendar): Standing {
  const late = lateness({ sentAt: now, cutOff: duty.cutOff, calendar });
  if (late.kind === 'late') {
    return { stage: 'overdue', calendarDays: late.calendarDays, workingDays: late.workingDays };
  }
  const today = dayOf(now);
  if (today > duty.practicalDue) return { stage: 'grace', until: dayOf(duty.cutOff) };
  if (today === duty.practicalDue) return { stage: 'today' };
  return { stage: 'before', workingDaysLeft: calendar.workingDaysBetween(today, duty.practicalDue) };
}

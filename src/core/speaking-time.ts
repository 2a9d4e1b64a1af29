import type { Calendar } from './calendar.ts';
import { addDays, at, dayOf, timeOf } from './day.ts';
import { isQuiet, type ReminderPolicy } from './reminder-policy.ts';

/** Null where `now` is a good time to speak; else the next morning, or the end of quiet hours that lie in the day. */
export function postponedTo(policy: ReminderPolicy, now: Date, calendar: Calendar): Date | null {
  const today = dayOf(now);
  const goodDay = calendar.mayDisturb(today);
  if (goodDay && !isQuiet(timeOf(now), policy.quiet)) return null;
  const laterToday = [policy.morning, policy.quiet.to].map(time => at(today, time)).find(time => time > now);
  if (goodDay && laterToday) return laterToday;
  return nextMorning(policy, now, calendar);
}

/** The morning of the first day after today on which people may be written to. */
export function nextMorning(policy: ReminderPolicy, now: Date, calendar: Calendar): Date {
  return at(calendar.mayDisturbOnOrAfter(addDays(dayOf(now), 1)), policy.morning);
}

import type { Calendar } from './calendar.ts';
import { at, type Day, dayOf, daysBetween, endOf, type TimeOfDay } from './day.ts';

/** The first four are things a party hands in; only they make obligations. */
export const deadlineKinds = [
  'report',
  'dossier',
  'self_score',
  'registration',
  'review',
  'event',
  'duration',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** What happens where the due day is a day off; BLDS 2015 Đ148 k5 moves the end to the next working day. */
export const rollPolicies = ['next_working_day', 'strict', 'previous_working_day'] as const;
export type RollPolicy = (typeof rollPolicies)[number];

/** A plan that names no date leaves the duty undated: a date is never guessed. */
export type Due = DatedDue | { kind: 'undated'; ruleText: string };

export interface DatedDue {
  kind: 'dated';
  /** The last calendar day that is certainly on time. */
  dueOn: Day;
  /** The excluded boundary as written: "trước ngày X" keeps X. */
  dueBefore: Day | null;
  precision: 'day' | 'month' | 'quarter';
  window: { from: Day; to: Day } | null;
}

export interface CutOffRules {
  roll: RollPolicy;
  /** The hour the bloc sets; null for the end of the day. 17:00:00.000 is still on time. */
  endOfDay: TimeOfDay | null;
}

export function isHandedIn(kind: DeadlineKind): boolean {
  return kind === 'report' || kind === 'dossier' || kind === 'self_score' || kind === 'registration';
}

/** The last working day on or before the due day: the day reminders aim at, whatever the roll policy. */
export function practicalDue(dueOn: Day, calendar: Calendar): Day {
  return calendar.workingDayOnOrBefore(dueOn);
}

/** The last instant that is on time. */
export function cutOff(dueOn: Day, rules: CutOffRules, calendar: Calendar): Date {
  const last = rolled(dueOn, rules.roll, calendar);
  return rules.endOfDay === null ? endOf(last) : at(last, rules.endOfDay);
}

function rolled(dueOn: Day, roll: RollPolicy, calendar: Calendar): Day {
  switch (roll) {
    case 'next_working_day':
      return calendar.workingDayOnOrAfter(dueOn);
    case 'previous_working_day':
      return calendar.workingDayOnOrBefore(dueOn);
    case 'strict':
      return dueOn;
  }
}

export type Lateness = { kind: 'on_time' } | { kind: 'late'; calendarDays: number; workingDays: number };

/**
 * Whole days by the date in Vietnam, counted from the day of the cut-off, so that a term moved to Monday
 * is one day late on Tuesday. At least 1: past the hour, or on the Saturday after a Friday, is not "0 days late".
 */
export function lateness(facts: { sentAt: Date; cutOff: Date; calendar: Calendar }): Lateness {
  if (facts.sentAt <= facts.cutOff) return { kind: 'on_time' };
  const [due, sent] = [dayOf(facts.cutOff), dayOf(facts.sentAt)];
  return {
    kind: 'late',
    calendarDays: Math.max(1, daysBetween(due, sent)),
    workingDays: Math.max(1, facts.calendar.workingDaysBetween(due, sent)),
  };
}

const TRUSTED_AGE_MS = 24 * 3_600_000;

/** The instant that decides on time or late: an outage of ours must not make a unit late (decision 12). */
export function onTimeInstant(platformDate: Date, receivedAt: Date): Date {
  const age = receivedAt.getTime() - platformDate.getTime();
  return age >= 0 && age <= TRUSTED_AGE_MS ? platformDate : receivedAt;
}

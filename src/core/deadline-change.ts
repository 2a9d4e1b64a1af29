import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { DatedDue, DeadlineKind } from './deadline.ts';
import type { Duty } from './duty.ts';
import { planFactsOf } from './plan-facts.ts';
import { dutyLateness } from './progress.ts';
import type { Recurrence } from './recurrence.ts';
import { itemsOf } from './reminder-plan.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import { openDuties } from './reminder-slots.ts';
import type { RecordChanges } from './score-effect.ts';

/** A deadline as its newest revision has it, with those who owe it. */
export interface LiveDeadline extends Pick<DatedDue, 'dueBefore' | 'window'> {
  deadlineId: string;
  /** Number of the newest revision: what a change is a change of. */
  revision: number;
  kind: DeadlineKind;
  title: string;
  /** The common due day; null = undated. */
  dueOn: Day | null;
  precision: DatedDue['precision'] | null;
  ruleText: string;
  recipient: string | null;
  recurrence: Recurrence | null;
  duties: readonly Duty[];
  /** The longest extension not revoked, by obligation; also where the common day is later by now. */
  extensions: ReadonlyMap<string, Day>;
}

/** What is to become of a deadline, before it is done. */
export type Change =
  | { kind: 'move'; dueOn: Day | null }
  | { kind: 'extend'; obligationIds: readonly string[]; dueOn: Day }
  | { kind: 'cancel' };

export interface Around {
  now: Date;
  calendar: Calendar;
  policy: ReminderPolicy;
}

/** One who has handed in and whose lateness would be another: 0 days = on time. */
export interface Rejudged {
  duty: Duty;
  before: number;
  after: number;
}

export interface ChangeEffect {
  /** Whose own due day changes, or who would owe nothing any more. */
  affected: Duty[];
  /** Who keeps an extension that is longer than the new day. */
  kept: Duty[];
  rejudged: Rejudged[];
  /** Days still to come on which somebody is reminded of this deadline, as planned now and after the change. */
  reminders: { before: Day[]; after: Day[] };
}

/** The day that holds for one who owes it: an extension gives more than the common day, never less. */
export function ownDueOn(common: Day | null, extension: Day | null): Day | null {
  return common !== null && extension !== null && extension > common ? extension : common;
}

/** What a change would do, without doing it. */
export function effectOf(deadline: LiveDeadline, change: Change, around: Around): ChangeEffect {
  const extensionOf = (duty: Duty) => deadline.extensions.get(duty.obligationId) ?? null;
  const pairs = deadline.duties.map(duty => ({ duty, after: changed(duty, deadline, change, around.now) }));
  const moved = pairs.filter(({ duty, after }) => after === null || after.dueOn !== duty.dueOn);
  const longer = (duty: Duty) =>
    change.kind === 'move' && change.dueOn !== null && (extensionOf(duty) ?? '') > change.dueOn;
  return {
    affected: moved.map(pair => pair.duty),
    kept: deadline.duties.filter(longer),
    rejudged: moved.flatMap(({ duty, after }) => {
      const one = { duty, before: daysLate(duty, around), after: after ? daysLate(after, around) : 0 };
      return after && duty.handedIn && one.before !== one.after ? [one] : [];
    }),
    reminders: {
      before: reminderDays(deadline.duties, around),
      after: reminderDays(
        pairs.flatMap(({ after }) => after ?? []),
        around,
      ),
    },
  };
}

/** What it makes of each obligation, for the points that rest on it. */
export function recordsAfter(deadline: LiveDeadline, change: Change, now: Date): RecordChanges {
  return new Map(
    deadline.duties.map(duty => {
      const after = changed(duty, deadline, change, now);
      return [duty.obligationId, after && { dueOn: after.dueOn }];
    }),
  );
}

/** The duty as it will be; null: it is owed no longer. */
function changed(duty: Duty, deadline: LiveDeadline, change: Change, now: Date): Duty | null {
  if (change.kind === 'cancel') return null;
  const extension = deadline.extensions.get(duty.obligationId) ?? null;
  const named = change.kind === 'extend' && change.obligationIds.includes(duty.obligationId);
  const common = change.kind === 'move' ? change.dueOn : deadline.dueOn;
  const longest = named && change.dueOn > (extension ?? '') ? change.dueOn : extension;
  const dueOn = ownDueOn(common, longest);
  return dueOn === duty.dueOn ? duty : { ...duty, dueOn, extended: dueOn !== common, since: now };
}

/** Calendar days; 0 where it is on time or not handed in. */
function daysLate(duty: Duty, { calendar, policy }: Around): number {
  const judged = duty.handedIn && dutyLateness(duty, duty.handedIn.sentAt, policy, calendar);
  return judged?.kind === 'late' ? judged.calendarDays : 0;
}

/** On which days to come somebody who owes these is reminded of them before they are due. */
export function reminderDays(duties: readonly Duty[], { now, calendar, policy }: Around): Day[] {
  const facts = planFactsOf(duties, policy, false);
  const slots = openDuties(facts, calendar).flatMap(duty => itemsOf(duty, facts, calendar));
  const ahead = slots.filter(slot => slot.kind === 'remind' && slot.at > now);
  return [...new Set(ahead.map(slot => slot.day))].toSorted();
}

/** More time can be given where there is a day and somebody who owes. */
export const isExtendable = (deadline: LiveDeadline): boolean =>
  deadline.dueOn !== null && deadline.duties.length > 0;

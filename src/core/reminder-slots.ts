import type { Calendar } from './calendar.ts';
import { addDays, at, type Day, dayOf, type TimeOfDay } from './day.ts';
import { type CutOffRules, cutOff, practicalDue } from './deadline.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

export type Party = { kind: 'unit'; unitId: string } | { kind: 'bloc' };

/** A deadline × an obliged party (decision 7). */
export interface Obligation extends CutOffRules {
  id: string;
  deadlineId: string;
  party: Party;
  /** The party's own due day, an extension already applied; null for an undated duty. */
  dueOn: Day | null;
  fulfilled: boolean;
  /** When it was made or opened again, or its due day last changed: mornings before that could not be used. */
  since: Date;
}

export interface PlanFacts {
  policy: ReminderPolicy;
  hasGroup: boolean;
  obligations: readonly Obligation[];
}

/** A moment at which to speak. `id` names it among the slots of one kind and party: its day, as a rule. */
export interface Slot {
  id: string;
  day: Day;
  at: Date;
}

/** An obligation still open, with the days that follow from its due day. */
export interface OpenDuty {
  obligation: Obligation;
  dueOn: Day;
  practicalDue: Day;
  cutOff: Date;
}

function openDuty(obligation: Obligation, calendar: Calendar): OpenDuty | null {
  const { dueOn, fulfilled } = obligation;
  if (dueOn === null || fulfilled) return null;
  const practical = practicalDue(dueOn, calendar);
  return { obligation, dueOn, practicalDue: practical, cutOff: cutOff(dueOn, obligation, calendar) };
}

export function openDuties(facts: PlanFacts, calendar: Calendar): OpenDuty[] {
  return facts.obligations.flatMap(obligation => openDuty(obligation, calendar) ?? []);
}

/**
 * Mornings on which a party is reminded before the deadline. What was missed because the duty came late falls
 * into the next of them; where none is left, into the next morning before the cut-off, or else into that moment.
 */
export function reminderSlots(duty: OpenDuty, policy: ReminderPolicy, calendar: Calendar): Slot[] {
  const { since } = duty.obligation;
  const ahead = [...policy.workingDaysBefore, ...(policy.onTheDay ? [0] : [])];
  if (ahead.length === 0) return [];
  const slots = slotsAhead(duty, ahead, policy.morning, calendar);
  const reachable = slots.filter(slot => slot.at >= since);
  if (reachable.length > 0) return reachable;
  const next = firstMorningAfter(since, policy.morning, calendar);
  if (next.at <= duty.cutOff) return [next];
  return since <= duty.cutOff ? [{ id: since.toISOString(), day: dayOf(since), at: since }] : [];
}

/** Days on which the group is told of a deadline that is near. */
export function digestSlots(duty: OpenDuty, policy: ReminderPolicy, calendar: Calendar): Slot[] {
  return slotsAhead(duty, policy.digestBeforeDeadline, policy.digest.time, calendar).filter(
    slot => slot.at >= duty.obligation.since,
  );
}

/** The one morning after the cut-off. */
export function overdueSlot(duty: OpenDuty, policy: ReminderPolicy, calendar: Calendar): Slot {
  return firstMorningAfter(duty.cutOff, policy.morning, calendar);
}

function firstMorningAfter(instant: Date, morning: TimeOfDay, calendar: Calendar): Slot {
  const today = slotOn(calendar.mayDisturbOnOrAfter(dayOf(instant)), morning);
  return today.at > instant ? today : slotOn(calendar.mayDisturbOnOrAfter(addDays(today.day, 1)), morning);
}

/** One slot for each number of working days ahead, those that move to the same day merged. */
function slotsAhead(duty: OpenDuty, ahead: readonly number[], time: TimeOfDay, calendar: Calendar): Slot[] {
  const days = ahead.map(count => {
    const wanted = calendar.mayDisturbOnOrBefore(calendar.addWorkingDays(duty.practicalDue, -count));
    const inTime = at(wanted, time) < duty.cutOff;
    return inTime ? wanted : calendar.mayDisturbOnOrBefore(addDays(wanted, -1));
  });
  return [...new Set(days)].map(on => slotOn(on, time));
}

export function slotOn(on: Day, time: TimeOfDay): Slot {
  return { id: on, day: on, at: at(on, time) };
}

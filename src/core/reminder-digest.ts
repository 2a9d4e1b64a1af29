import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { ClaimedItem } from './due-item.ts';
import { weeklyDigestDay } from './reminder-plan.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import type { OpenDuty, Party, PlanFacts } from './reminder-slots.ts';
import { type Standing, standingOf } from './reminder-standing.ts';

export interface DigestDeadline {
  deadlineId: string;
  /** The earliest among those still open. */
  dueOn: Day;
  practicalDue: Day;
  standing: Standing;
  done: number;
  of: number;
  /** Who may be named in the group: those past their own cut-off, all open ones only if the bloc wants it. */
  missing: { party: Party; extendedTo: Day | null }[];
  /** While others are overdue: who may still take his time. */
  extended: { party: Party; dueOn: Day }[];
}

export interface Digest {
  reason: 'weekly' | 'before';
  deadlines: DigestDeadline[];
  /** Dated open deadlines too far away to list. */
  later: number;
  /** Deadlines with an open duty and no date. */
  undated: number;
}

/** The weekly summary lists what falls due within four weeks, and what is overdue. */
const WEEKLY_WORKING_DAYS = 20;

/** @param near duties whose own summary is due now */
export function digestOf(
  items: readonly ClaimedItem[],
  near: readonly OpenDuty[],
  duties: readonly OpenDuty[],
  facts: PlanFacts,
  now: Date,
  calendar: Calendar,
): Digest | null {
  const digests = items.filter(item => item.kind === 'digest');
  if (!facts.hasGroup || digests.length === 0) return null;
  const weekly = digests.some(item => isWeekly(item, facts.policy, calendar));
  const nearIds = new Set(near.filter(duty => now <= duty.cutOff).map(duty => duty.obligation.deadlineId));

  const open = [...new Set(duties.map(duty => duty.obligation.deadlineId))]
    .map(id => deadlineOf(id, duties, facts, now, calendar))
    .filter(deadline => deadline !== null)
    .sort((a, b) => (`${a.dueOn} ${a.deadlineId}` < `${b.dueOn} ${b.deadlineId}` ? -1 : 1));
  const deadlines = open.filter(deadline => nearIds.has(deadline.deadlineId) || (weekly && isSoon(deadline)));
  const undated = new Set(
    facts.obligations.filter(o => o.dueOn === null && !o.fulfilled).map(o => o.deadlineId),
  ).size;
  const later = open.filter(deadline => !deadlines.includes(deadline)).length;

  const worthSaying = deadlines.length > 0 || (weekly && later + undated > 0);
  return worthSaying ? { reason: weekly ? 'weekly' : 'before', deadlines, later, undated } : null;
}

function isWeekly(item: ClaimedItem, policy: ReminderPolicy, calendar: Calendar): boolean {
  return policy.digest.enabled && weeklyDigestDay(item.day, policy, calendar) === item.day;
}

function isSoon({ standing }: DigestDeadline): boolean {
  return standing.stage !== 'before' || standing.workingDaysLeft <= WEEKLY_WORKING_DAYS;
}

function deadlineOf(
  deadlineId: string,
  duties: readonly OpenDuty[],
  facts: PlanFacts,
  now: Date,
  calendar: Calendar,
): DigestDeadline | null {
  const all = facts.obligations.filter(obligation => obligation.deadlineId === deadlineId);
  const open = duties
    .filter(duty => duty.obligation.deadlineId === deadlineId)
    .sort((a, b) => a.cutOff.getTime() - b.cutOff.getTime());
  const [first] = open;
  if (!first) return null;
  const named = open.filter(duty => facts.policy.nameBeforeDue || now > duty.cutOff);
  return {
    deadlineId,
    dueOn: first.dueOn,
    practicalDue: first.practicalDue,
    standing: standingOf(first, now, calendar),
    done: all.filter(obligation => obligation.fulfilled).length,
    of: all.length,
    missing: named.map(duty => ({
      party: duty.obligation.party,
      extendedTo: duty.dueOn === first.dueOn ? null : duty.dueOn,
    })),
    extended: open
      .filter(duty => now > first.cutOff && now <= duty.cutOff && !named.includes(duty))
      .map(duty => ({ party: duty.obligation.party, dueOn: duty.dueOn })),
  };
}

import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { ClaimedItem } from './due-item.ts';
import { type Digest, digestOf } from './reminder-digest.ts';
import { itemsOf } from './reminder-plan.ts';
import { type OpenDuty, openDuties, type Party, type PlanFacts } from './reminder-slots.ts';
import { type Standing, standingOf } from './reminder-standing.ts';
import { postponedTo } from './speaking-time.ts';

/** One line of a reminder. */
export type ReminderItem = {
  obligationId: string;
  deadlineId: string;
  dueOn: Day;
  practicalDue: Day;
  cutOff: Date;
} & Standing;

export interface OverdueDeadline {
  deadlineId: string;
  parties: Party[];
}

/** One message to one addressee; the lead's own duties and the list of late units come together. */
export type Notice =
  | { to: 'unit'; unitId: string; items: ReminderItem[] }
  | { to: 'lead'; items: ReminderItem[]; overdue: OverdueDeadline[] }
  | { to: 'group'; digest: Digest };

export type Decision = { kind: 'postpone'; to: Date } | { kind: 'send'; notices: Notice[] };

/**
 * What the slots now due come to. Hand over all that are due for the bloc, so that those missed fold into one
 * message per addressee; mark all of them done where the answer is `send`, even if it holds no notice.
 */
export function decideDue(
  items: readonly ClaimedItem[],
  facts: PlanFacts,
  now: Date,
  calendar: Calendar,
): Decision {
  const later = postponedTo(facts.policy, now, calendar);
  if (later) return { kind: 'postpone', to: later };

  const claimed = new Set(items.map(item => item.key));
  const duties = openDuties(facts, calendar);
  const called = duties.map(duty => ({ duty, kinds: kindsCalled(duty, claimed, facts, calendar) }));
  const nudged = new Set(items.flatMap(item => (item.kind === 'nudge' ? [item.deadlineId] : [])));
  const told = called.filter(
    ({ duty, kinds }) => kinds.has(now > duty.cutOff ? 'overdue' : 'remind') || isNudged(duty, nudged),
  );
  const listed = new Set(
    called.filter(({ kinds }) => kinds.has('lead_overdue')).map(({ duty }) => duty.obligation.deadlineId),
  );
  const near = called.filter(({ kinds }) => kinds.has('digest')).map(({ duty }) => duty);

  const lines = told.map(({ duty }) => ({ party: duty.obligation.party, item: itemOf(duty, now, calendar) }));
  const own = sorted(lines.filter(({ party }) => party.kind === 'bloc').map(({ item }) => item));
  const overdue = overdueList(duties, listed, now);
  const digest = digestOf(items, near, duties, facts, now, calendar);
  return {
    kind: 'send',
    notices: [
      ...unitNotices(lines),
      ...(own.length + overdue.length > 0 ? [{ to: 'lead', items: own, overdue } as const] : []),
      ...(digest ? [{ to: 'group', digest } as const] : []),
    ],
  };
}

/** By hand the lead reminds units, not himself. */
function isNudged({ obligation }: OpenDuty, nudged: ReadonlySet<string>): boolean {
  return obligation.party.kind === 'unit' && nudged.has(obligation.deadlineId);
}

function kindsCalled(duty: OpenDuty, claimed: ReadonlySet<string>, facts: PlanFacts, calendar: Calendar) {
  return new Set(
    itemsOf(duty, facts, calendar)
      .filter(item => claimed.has(item.key))
      .map(item => item.kind),
  );
}

function itemOf(duty: OpenDuty, now: Date, calendar: Calendar): ReminderItem {
  const { obligation, dueOn, practicalDue, cutOff } = duty;
  const { id: obligationId, deadlineId } = obligation;
  return { obligationId, deadlineId, dueOn, practicalDue, cutOff, ...standingOf(duty, now, calendar) };
}

function unitNotices(lines: readonly { party: Party; item: ReminderItem }[]): Notice[] {
  const byUnit = new Map<string, ReminderItem[]>();
  for (const { party, item } of lines) {
    if (party.kind === 'unit') byUnit.set(party.unitId, [...(byUnit.get(party.unitId) ?? []), item]);
  }
  return [...byUnit]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unitId, items]) => ({ to: 'unit', unitId, items: sorted(items) }));
}

function sorted(items: readonly ReminderItem[]): ReminderItem[] {
  const order = (item: ReminderItem) => `${item.dueOn} ${item.deadlineId} ${item.obligationId}`;
  return items.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Of the listed deadlines every unit that is late by now, whenever it became so. */
function overdueList(duties: readonly OpenDuty[], listed: ReadonlySet<string>, now: Date): OverdueDeadline[] {
  const late = duties.filter(({ obligation, cutOff }) => obligation.party.kind === 'unit' && now > cutOff);
  return [...listed]
    .sort()
    .map(deadlineId => ({
      deadlineId,
      parties: late
        .filter(duty => duty.obligation.deadlineId === deadlineId)
        .map(duty => duty.obligation.party),
    }))
    .filter(({ parties }) => parties.length > 0);
}

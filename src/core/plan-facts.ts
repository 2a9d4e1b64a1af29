import { isHandedIn } from './deadline.ts';
import type { Duty } from './duty.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import type { PlanFacts } from './reminder-slots.ts';

/** What the planner needs of a season's duties: only those that somebody hands in. */
export function planFactsOf(duties: readonly Duty[], policy: ReminderPolicy, hasGroup: boolean): PlanFacts {
  const owed = duties.filter(duty => isHandedIn(duty.kind));
  const obligations = owed.map(duty => ({
    id: duty.obligationId,
    deadlineId: duty.deadlineId,
    party: duty.party,
    dueOn: duty.dueOn,
    fulfilled: duty.handedIn !== null,
    since: duty.since,
    roll: policy.roll,
    endOfDay: policy.endOfDay,
  }));
  return { policy, hasGroup, obligations };
}

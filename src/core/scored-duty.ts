import type { Duty } from './duty.ts';
import type { ScoredDuty } from './tally-facts.ts';

/**
 * A unit's obligation as scoring sees it; null for what the bloc itself owes.
 * @param firstSentAt of the first version; the newest one's where it is the only one
 */
export function scoredDuty(duty: Duty, firstSentAt: Date | null): ScoredDuty | null {
  const { party, obligationId, deadlineId, kind, title, dueOn, handedIn } = duty;
  if (party.kind !== 'unit') return null;
  const sentAt = handedIn?.sentAt ?? null;
  const { unitId } = party;
  return { obligationId, deadlineId, kind, title, unitId, dueOn, sentAt, firstSentAt };
}

import type { Notice } from './reminder-notice.ts';
import type { Party, PlanFacts } from './reminder-slots.ts';

/** Who owes a deadline yet, and to whom of them it is news: no reminder has just named it to him. */
export function owesNews(
  deadlineId: string,
  { obligations }: PlanFacts,
  reminded: readonly Notice[],
): { owing: Party[]; unaware: Party[] } {
  const owing = obligations.filter(one => one.deadlineId === deadlineId && !one.fulfilled);
  const knows = (party: Party) =>
    reminded.some(
      notice =>
        notice.to !== 'group' &&
        (notice.to === 'unit'
          ? party.kind === 'unit' && party.unitId === notice.unitId
          : party.kind === 'bloc') &&
        notice.items.some(item => item.deadlineId === deadlineId),
    );
  const parties = owing.map(one => one.party);
  return { owing: parties, unaware: parties.filter(party => !knows(party)) };
}

import { blocPeople } from '../../db/bloc-context.ts';
import type { NewMessage } from '../../db/outbox.ts';
import { groupChats, type KnownChat, privateChats } from '../../db/people.ts';
import type { Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import type { Notice } from '../core/reminder-notice.ts';
import { type Names, noticeLines } from '../text/reminders.ts';
import type { BlocFacts } from './facts.ts';

function namesOf(facts: BlocFacts): Names {
  const titles = new Map(facts.duties.map(duty => [duty.deadlineId, duty.title]));
  const befores = new Map(facts.duties.map(duty => [duty.deadlineId, duty.dueBefore]));
  const units = new Map(
    facts.duties.flatMap(({ party }) => (party.kind === 'unit' ? [[party.unitId, party.unitName]] : [])),
  );
  return {
    bloc: facts.name,
    title: id => titles.get(id) ?? '',
    unit: id => units.get(id) ?? '',
    isSelfScore: id => facts.duties.some(duty => duty.deadlineId === id && duty.kind === 'self_score'),
    dueBefore: id => befores.get(id) ?? null,
  };
}

/**
 * Notices → messages: a unit's to its contacts, the lead's to its contact and clerk, each in all the private
 * chats we know of that person; a digest once to each group. `cause` makes them unique.
 */
export async function notices(
  tx: Tx,
  facts: BlocFacts,
  given: readonly Notice[],
  cause: string,
  now: Date,
): Promise<NewMessage[]> {
  if (given.length === 0) return [];
  const names = namesOf(facts);
  const people = (await blocPeople(tx, dayOf(now))).filter(one => one.role !== 'member');
  const [chats, groups] = await Promise.all([
    privateChats(tx, [...new Set(people.map(one => one.personId))]),
    groupChats(tx, facts.blocId),
  ]);
  const chatsOf = (wanted: typeof people) => {
    const ids = new Set(wanted.map(one => one.personId));
    return chats.filter(chat => chat.personId !== null && ids.has(chat.personId));
  };
  const reached = (notice: Notice): KnownChat[] => {
    switch (notice.to) {
      case 'unit':
        return chatsOf(people.filter(one => one.unitId === notice.unitId));
      case 'lead':
        return chatsOf(people.filter(one => one.unitRole === 'lead'));
      case 'group':
        return groups;
    }
  };
  return given.flatMap(notice =>
    reached(notice).map(({ platform, botId, chatId }) => ({
      platform,
      botId,
      chatId,
      chatKind: notice.to === 'group' ? ('group' as const) : ('private' as const),
      class: 'bulk' as const,
      dedupeKey: `${cause}:${notice.to === 'unit' ? notice.unitId : notice.to}:${platform}:${chatId}`,
      blocId: facts.blocId,
      body: { lines: noticeLines(notice, names) },
    })),
  );
}

import { away } from '../../db/absences.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import type { NewMessage } from '../../db/outbox.ts';
import { groupChats, type KnownChat, privateChats } from '../../db/people.ts';
import type { Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import type { Message } from '../core/message.ts';
import { type Addressee, recipients } from '../core/recipients.ts';

export interface Reach {
  groups: KnownChat[];
  /** All the private chats we know of whoever is to be told today. */
  chatsOf(to: Addressee): KnownChat[];
}

/** Where the entered bloc's people can be reached now. */
export async function reachOf(tx: Tx, blocId: number, now: Date): Promise<Reach> {
  const today = dayOf(now);
  const [people, absent, groups] = await Promise.all([
    blocPeople(tx, today),
    away(tx, today),
    groupChats(tx, blocId),
  ]);
  const chats = await privateChats(tx, [...new Set(people.map(one => one.personId))]);
  return {
    groups,
    chatsOf: to => {
      const ids = new Set(recipients(to, people, absent));
      return chats.filter(chat => chat.personId !== null && ids.has(chat.personId));
    },
  };
}

/** One message in each of the chats; `cause` makes each unique. */
export function toEach(
  chats: readonly KnownChat[],
  given: { chatKind: 'group' | 'private'; blocId: number; cause: string; body: Message },
): NewMessage[] {
  const { chatKind, blocId, cause, body } = given;
  return chats.map(({ platform, botId, chatId }) => ({
    ...{ platform, botId, chatId, chatKind, blocId, body },
    class: 'bulk',
    dedupeKey: `${cause}:${platform}:${chatId}`,
  }));
}

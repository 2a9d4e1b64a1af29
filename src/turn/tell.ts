import type { Call } from '../../commands/command.ts';
import type { Audience, BlocMember } from '../../commands/ports.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { groupChats, type KnownChat, privateChats } from '../../db/people.ts';
import type { Tx } from '../../db/tx.ts';
import type { Speech } from './messages.ts';
import type { Deferred } from './port-scope.ts';

/** Carries a turn's words to others than the actor, who knows already. The bloc is entered. */
export async function tellOthers(tx: Tx, tell: Deferred['tell'], call: Call, speech: Speech): Promise<void> {
  if (tell.length === 0 || !call.bloc) return;
  const { blocId } = call.bloc;
  const people = await blocPeople(tx, call.today);
  const me = call.actor?.personId;
  const ids = [...new Set(people.map(one => one.personId))].filter(id => id !== me);
  const [chats, groups] = [await privateChats(tx, ids), await groupChats(tx, blocId)];
  for (const { to, say } of tell) {
    const kind = to.kind === 'groups' ? 'group' : 'private';
    const reached = to.kind === 'groups' ? groups : chatsOf(chats, people.filter(addressed(to)));
    for (const { platform, botId, chatId } of reached)
      speech.tell({ address: { platform, botId, chatId }, kind, replyTo: null, asks: null }, say);
  }
}

const addressed =
  (to: Exclude<Audience, { kind: 'groups' }>) =>
  (one: BlocMember): boolean => {
    switch (to.kind) {
      case 'person':
        return one.personId === to.personId;
      case 'lead':
        return one.role !== 'member' && one.unitRole === 'lead';
      case 'unit':
        return one.role !== 'member' && one.unitId === to.unitId;
      case 'units':
        return one.role !== 'member';
    }
  };

function chatsOf(chats: readonly KnownChat[], people: readonly BlocMember[]): KnownChat[] {
  const ids = new Set(people.map(one => one.personId));
  return chats.filter(chat => chat.personId !== null && ids.has(chat.personId));
}

import type { Call } from '../../commands/command.ts';
import { away } from '../../db/absences.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { groupChats, type KnownChat, privateChats } from '../../db/people.ts';
import { enterBloc, lookInto, type Tx } from '../../db/tx.ts';
import { recipients } from '../core/recipients.ts';
import type { Speech } from './messages.ts';
import type { Deferred } from './port-scope.ts';

/** Carries a turn's words to others than the actor, who knows already. The bloc is entered. */
export async function tellOthers(tx: Tx, tell: Deferred['tell'], call: Call, speech: Speech): Promise<void> {
  const own = call.bloc?.blocId ?? null;
  const others = tell.flatMap(({ to }) => ('blocId' in to && to.blocId !== undefined ? [to.blocId] : []));
  for (const blocId of new Set([...(own === null ? [] : [own]), ...others])) {
    const here = tell.filter(({ to }) => ('blocId' in to ? (to.blocId ?? own) : own) === blocId);
    if (own === null) await enterBloc(tx, blocId);
    else if (blocId !== own) await lookInto(tx, blocId);
    await tellIn(tx, blocId, here, call, speech);
    if (own !== null && blocId !== own) await enterBloc(tx, own);
  }
}

/** In the entered bloc. */
export async function tellIn(
  tx: Tx,
  blocId: number,
  tell: Deferred['tell'],
  call: Pick<Call, 'today' | 'actor'>,
  speech: Speech,
): Promise<void> {
  if (tell.length === 0) return;
  const people = await blocPeople(tx, call.today);
  const absent = await away(tx, call.today);
  const me = call.actor?.personId;
  // Whoever has just left the bloc is told that.
  const named = tell.flatMap(({ to }) => (to.kind === 'person' ? [to.personId] : []));
  const ids = [...new Set([...people.map(one => one.personId), ...named])].filter(id => id !== me);
  const [chats, groups] = [await privateChats(tx, ids), await groupChats(tx, blocId)];
  for (const { to, say } of tell) {
    const kind = to.kind === 'groups' ? 'group' : 'private';
    const reached =
      to.kind === 'groups'
        ? groups
        : chatsOf(chats, to.kind === 'person' ? [to.personId] : recipients(to, people, absent));
    for (const { platform, botId, chatId } of reached)
      speech.tell({ address: { platform, botId, chatId }, kind, replyTo: null, asks: null }, say, blocId);
  }
}

function chatsOf(chats: readonly KnownChat[], personIds: readonly string[]): KnownChat[] {
  const ids = new Set(personIds);
  return chats.filter(chat => chat.personId !== null && ids.has(chat.personId));
}

import { appendAudit } from '../../db/audit.ts';
import type { BlocContext } from '../../db/bloc-context.ts';
import { loadContext } from '../../db/bloc-context.ts';
import { moveDialogues } from '../../db/dialogues.ts';
import { blocOfGroup } from '../../db/groups.ts';
import type { ClaimedEvent } from '../../db/inbox.ts';
import type { NewMessage } from '../../db/outbox.ts';
import { chooseBloc, forgetChat, moveChat, rememberChat } from '../../db/people.ts';
import { enterBloc, leaveBloc, type Tx } from '../../db/tx.ts';
import type { ChatEvent } from '../chat/port.ts';
import type { Actor } from '../core/bloc.ts';
import { dayOf } from '../core/day.ts';
import { onTimeInstant } from '../core/deadline.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { replan } from '../scheduler/replan.ts';
import { refreshStatus } from '../scheduler/settle-status.ts';
import { turnText } from '../text/turn.ts';
import { answer } from './answer.ts';
import { type Answering, conversationOf } from './answering.ts';
import { adapterOf, type TurnDeps } from './deps.ts';

import { createSpeech, type Destination, readToken } from './messages.ts';
import { groupScope, movedPress } from './moved-press.ts';
import { keepNews } from './news.ts';
import { createPorts } from './ports.ts';
import { route } from './route.ts';
import { tellIn, tellOthers } from './tell.ts';
import { typedChoice } from './typed-choice.ts';
import { readUploaded, uploadedEvent } from './uploaded.ts';

export interface TurnResult {
  messages: NewMessage[];
  /** The event's body must not lie about any longer (decision 16). */
  blank: boolean;
  /** Something was left for the tick that is due at once. */
  dueNow: boolean;
}

/** What shows in the status at the top of a group. */
const SHOWN_ACTS = /^(submission|group)\./;

const nothing: TurnResult = { messages: [], blank: false, dueNow: false };

/** The name under which a conversation in this chat is kept: one in private over all platforms (decision 6). */
const scopeOf = (claimed: Pick<ClaimedEvent, 'chatKind' | 'platform' | 'botId' | 'chatId'>) =>
  claimed.chatKind === 'private' ? 'private' : groupScope(claimed);

/** Everything one event causes, inside the caller's transaction; nothing is sent, nothing outlives a rollback. */
export async function takeTurn(tx: Tx, given: ClaimedEvent, deps: TurnDeps): Promise<TurnResult> {
  const now = deps.clock.now();
  const adapter = adapterOf(deps, given.platform, given.botId);
  const uploaded = readUploaded(given.raw);
  const event = uploaded ? uploadedEvent(uploaded, given) : (adapter?.parse(given.raw) ?? null);
  const moved = event && (await movedPress(tx, given, event));
  const claimed = moved ? { ...given, ...moved, chatKnown: true } : given;
  const { platform, botId, chatId, chatKind, personId } = claimed;
  const here: Destination = {
    address: { platform, botId, chatId },
    kind: chatKind,
    replyTo: chatKind === 'group' ? (event?.messageId ?? null) : null,
    asks: chatKind === 'group' ? claimed.userId : null,
    ...(event?.from && { name: event.from.displayName }),
    ...(event?.body.kind === 'choice' && event.body.press !== undefined && { press: event.body.press }),
  };
  const pressed = event && blocPressed(event, claimed);
  const blocId = uploaded?.blocId ?? pressed ?? claimed.blocId;
  // The turn before this one in the batch may have been in another.
  if (blocId === null) await leaveBloc(tx);
  const speech = createSpeech(`in:${claimed.id}`, blocId);
  const command = { kind: 'command' } as const;
  if (claimed.state === 'secret') {
    speech.say(here, [turnText.secret()], command);
    return { messages: speech.rows(null), blank: true, dueNow: false };
  }
  if (!event) return nothing;
  if (!claimed.chatKnown) {
    const chat = { ...here.address, kind: chatKind, title: event.chatTitle };
    await rememberChat(tx, { ...chat, personId: chatKind === 'private' ? personId : null }, now);
  }
  await followChat(tx, event, chatKind === 'group' ? claimed.blocId : null, now);

  const scope = scopeOf(claimed);
  const context =
    blocId === null ? null : await loadContext(tx, { blocId, personId, scope, today: dayOf(now) });
  const open = context?.dialogues.find(dialogue => !dialogue.parked) ?? null;
  const heard = await typedChoice(tx, event, open, adapter);
  if (heard.kind === 'unclear') {
    speech.say(here, [turnText.whichQuestion(heard.labels)], command);
    return { messages: speech.rows(context?.name ?? null), blank: false, dueNow: false };
  }
  const routed = route(heard.body, {
    talking: open !== null,
    takesThanks: open !== null && conversationOf(deps, open.kind)?.takesThanks === true,
    private: chatKind === 'private',
    botName: deps.botName,
    vocabulary: deps.commands,
    today: dayOf(now),
  });
  if (routed.kind === 'none') {
    const { body, chatTitle } = event;
    if (!context || chatKind !== 'group' || body.kind !== 'left' || !body.isBot) return nothing;
    const say = turnText.groupLost(chatTitle);
    await tellIn(
      tx,
      context.blocId,
      [{ to: { kind: 'lead' }, say }],
      { today: dayOf(now), actor: null },
      speech,
    );
    return { messages: speech.rows(context.name), blank: false, dueNow: false };
  }
  if (!event.from) {
    speech.say(here, [turnText.anonymous()], command);
    return { messages: speech.rows(context?.name ?? null), blank: false, dueNow: false };
  }
  if (context && pressed !== null && pressed !== claimed.blocId && personId) {
    await chooseBloc(tx, personId, pressed);
    speech.say(here, [turnText.nowIn(context.name)], command);
  }

  const actor = actorOf(claimed, context);
  const privateChatId = chatKind === 'private' ? chatId : null;
  const sender = { ...event.from, platform, botId, privateChatId };
  const { ports, deferred } = createPorts({
    tx,
    inboxId: claimed.id,
    inGroup: chatKind === 'group',
    chat: here.address,
    topic: event.topic ?? null,
    now,
    sender,
    actor,
    context,
    publicUrl: deps.publicUrl,
    deepLinks: deps.deepLinks,
    calendars: deps.calendars,
  });
  const call = {
    now,
    today: dayOf(now),
    sentAt: onTimeInstant(event.at, now),
    chat: { kind: chatKind, address: here.address },
    sender: event.from,
    actor,
    bloc: context && { blocId: context.blocId, name: context.name, season: context.season },
    ports,
  };
  const { blank } = await answer({
    ...{ tx, claimed, routed, call, context, open, scope, here, speech, deps, deferred },
  });
  await finish(tx, { inboxId: claimed.id, call, context, deferred, speech, deps }).catch(
    async (error: unknown) => {
      // Behind a statement that failed all others do: the first says why.
      await Promise.all(deferred.written);
      throw error;
    },
  );
  return { messages: speech.rows(context?.name ?? null), blank, dueNow: deferred.dueNow };
}

interface Finishing extends Pick<Answering, 'call' | 'context' | 'deferred' | 'speech' | 'deps'> {
  inboxId: number;
}

/** What the turn has left to its end. */
async function finish(tx: Tx, { inboxId, call, context, deferred, speech, deps }: Finishing): Promise<void> {
  const { tell, replan: replanned, audit, written } = deferred;
  const { now, ports, actor } = call;
  // Who has just come in has no bloc of his own to be in yet.
  if (!context) await tellOthers(tx, tell, call, speech);
  if (context && (tell.length > 0 || replanned || audit.length > 0)) {
    // A port may have looked into another bloc.
    await enterBloc(tx, context.blocId);
    const later = tell.some(one => one.waits) ? postponedTo(ports.policy, now, await ports.calendar()) : null;
    const kept = later ? tell.filter(one => one.waits) : [];
    await tellOthers(tx, later ? tell.filter(one => !one.waits) : tell, call, speech);
    if (later) await keepNews(tx, context, kept, { at: later, inboxId, by: actor?.personId ?? null });
    if (replanned) await replan(tx, context.blocId, now);
    await appendAudit(tx, audit);
    const stands = replanned || audit.some(one => SHOWN_ACTS.test(one.action));
    if (stands && deps.adapters.some(one => one.capabilities.pins))
      await refreshStatus(tx, context.blocId, now);
  }
  await Promise.all(written);
}

/** In private a button speaks of the bloc that it was shown for: from now on this is the person's current one. */
function blocPressed({ body }: ChatEvent, { chatKind, personBlocs }: ClaimedEvent): number | null {
  if (chatKind !== 'private' || body.kind !== 'choice') return null;
  const token = readToken(body.token);
  const blocId = token?.kind === 'command' ? token.blocId : null;
  return blocId !== null && personBlocs?.includes(blocId) ? blocId : null;
}

function actorOf(claimed: ClaimedEvent, context: BlocContext | null): Actor | null {
  if (!claimed.personId) return null;
  return {
    personId: claimed.personId,
    displayName: claimed.personName ?? '',
    posts: context?.posts ?? [],
    blocIds: claimed.personBlocs ?? [],
  };
}

/** Comings and goings of the bot itself, and chats that change their id. */
async function followChat(
  tx: Tx,
  { address, body }: ChatEvent,
  blocId: number | null,
  now: Date,
): Promise<void> {
  if (body.kind === 'left' && body.isBot) await forgetChat(tx, address, now);
  if (body.kind !== 'moved') return;
  const [old, to] = [
    { ...address, chatId: body.fromChatId },
    { ...address, chatId: body.toChatId },
  ];
  await moveChat(tx, old, to.chatId);
  // A message that could not be sent may have told of the move before.
  const owner = blocId ?? (await blocOfGroup(tx, to));
  if (owner === null) return;
  await enterBloc(tx, owner);
  await moveDialogues(tx, groupScope(old), groupScope(to));
}

import type { Conversation, Turned } from '../../commands/conversation.ts';
import type { StoredDialogue } from '../../db/bloc-context.ts';
import {
  completeDialogue,
  type DialogueKey,
  dialogueCode,
  endDialogue,
  noteReminded,
  ownerOf,
  parkDialogue,
  parkOthers,
  saveDialogue,
} from '../../db/dialogues.ts';
import { hasAuthority } from '../core/bloc.ts';
import type { Input, Say } from '../dialogues/dialogue.ts';
import { turnText } from '../text/turn.ts';
import { type Answering, toCommands } from './answering.ts';
import { writeLater } from './port-scope.ts';
import { withUploads } from './with-uploads.ts';

/** Takes an input to its conversation. */
export async function step(
  given: Answering,
  conversation: Conversation,
  open: StoredDialogue,
  input: Input,
): Promise<void> {
  const { tx, call, scope, speech, here } = given;
  const turned = await conversation.step(open, input, call);
  const later =
    (input.kind === 'go' && input.to === 'later') || (input.kind === 'option' && input.id === 'later');
  if (!later || turned.kind === 'outdated' || !call.bloc || !call.actor) {
    return deliver(given, conversation, open, turned);
  }
  // Over for now: what was said and sent is kept until its button or its command is used again.
  const key = { blocId: call.bloc.blocId, personId: call.actor.personId, scope };
  if (turned.kind === 'open') await deliver(given, conversation, open, turned);
  else speech.say(here, turned.says, toCommands);
  await parkDialogue(tx, key, conversation.kind, call.now);
}

/** Says what a step said and keeps, moves on or ends the conversation. */
export async function deliver(
  { tx, call, scope, speech, here, deps, open, deferred }: Answering,
  conversation: Conversation,
  before: StoredDialogue | null,
  turned: Turned,
): Promise<void> {
  if (!call.bloc || !call.actor) throw new Error('a conversation needs a bloc and a person');
  const key = { blocId: call.bloc.blocId, personId: call.actor.personId, scope };
  if (turned.kind === 'outdated') {
    deps.log.warn({ kind: conversation.kind, version: before?.version }, 'conversation state outdated');
    await endDialogue(tx, key, conversation.kind);
    return speech.say(here, [turnText.outdated(conversation.kind)], toCommands);
  }
  if (turned.kind === 'over') {
    if (before && turned.done) await completeDialogue(tx, key, conversation.kind, call.now);
    else if (before) await endDialogue(tx, key, conversation.kind);
    return speech.say(here, turned.says, toCommands);
  }
  const code = before?.code ?? dialogueCode();
  const rev = (before?.rev ?? 0) + 1;
  if (open && open.kind !== conversation.kind) await parkOthers(tx, key, conversation.kind, call.now);
  const row = { code, rev, kind: conversation.kind, ...turned.saved };
  writeLater(deferred, saveDialogue(tx, key, row, call.now));
  const says = await withUploads(turned.says, { call, code, kind: conversation.kind, deps });
  speech.say(here, says, { kind: 'dialogue', code, rev });
}

/** The truth of a button whose conversation is not this person's, or over: what it did is done, or nobody knows. */
export async function whyClosed({ tx, call }: Answering, code: string | undefined): Promise<Say> {
  const owner = call.bloc && code !== undefined ? await ownerOf(tx, call.bloc.blocId, code) : null;
  if (!owner) return turnText.stale();
  if (owner.personId !== call.actor?.personId) return turnText.anothers();
  return owner.doneAt ? turnText.alreadyDone(owner.kind, owner.doneAt) : turnText.stale();
}

/** After it nobody needs to be told that he has left something open. */
const FRESH_MS = 2 * 3_600_000;

/** Once after an aside, and not hours later: the question above still waits, or why nobody asks it any more. */
export async function sayStillOpen({ tx, call, open, scope, here, speech, deps }: Answering): Promise<void> {
  if (!open || !call.bloc || !call.actor) return;
  if (open.reminded || call.now.getTime() - open.touchedAt.getTime() > FRESH_MS) return;
  const { posts } = call.actor;
  const leading = deps.commands.filter(one => one.conversation?.kind === open.kind);
  // Whoever lost the post that it goes with would be asked about what is not his.
  const conversation = leading.find(one => hasAuthority(posts, one.roles))?.conversation;
  if (!conversation) return;
  const key: DialogueKey = { blocId: call.bloc.blocId, personId: call.actor.personId, scope };
  const asked = await conversation.ask(open, call);
  if (asked.kind === 'over') {
    await endDialogue(tx, key, open.kind);
    return speech.say(here, asked.says, toCommands);
  }
  await noteReminded(tx, key, open.kind, call.now);
  speech.say(here, [turnText.stillOpen(open.kind)], toCommands);
}

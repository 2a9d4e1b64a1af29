import type { Command } from '../../commands/command.ts';
import { loadContext } from '../../db/bloc-context.ts';
import { someoneTalks } from '../../db/dialogues.ts';
import { fetchedFiles } from '../../db/inbox-files.ts';
import { chooseBloc, privateChats } from '../../db/people.ts';
import { hasAuthority } from '../core/bloc.ts';
import type { Input, ReceivedFile, Say } from '../dialogues/dialogue.ts';
import { turnText } from '../text/turn.ts';
import { nearestCommand } from '../text/words.ts';
import { type Answering, conversationOf, toCommands } from './answering.ts';
import { readsOut } from './button-ref.ts';
import { deliver, sayStillOpen, step, whyClosed } from './converse.ts';
import { adapterOf, type TurnDeps } from './deps.ts';
import { voidExposed } from './exposed-code.ts';
import { inYear, sayingYear } from './in-year.ts';
import type { Route } from './route.ts';
import { traceless } from './traceless.ts';

/** Leads the routed event to its command or conversation. Somebody always gets an answer. */
export async function answer(given: Answering): Promise<{ blank: boolean }> {
  const { routed, speech, here, deps, open, claimed } = given;
  const say = (...says: Say[]) => speech.say(here, says, toCommands);
  switch (routed.kind) {
    case 'command': {
      const command = deps.commands.find(one => one.name === routed.name);
      if (!command) throw new Error(`no command ${routed.name}`);
      const blank = command.leavesNoTrace === true;
      const exposed = given.here.kind === 'group' ? await voidExposed(given, routed.words) : null;
      if (exposed) {
        say(turnText.exposed(exposed));
        return { blank: true };
      }
      await traceless(blank, runCommand(given, command, routed.words, [], routed.pressed));
      return { blank };
    }
    case 'mistyped':
      if (routed.name) say(turnText.nearest(routed.name, routed.words));
      else
        say(
          routed.answers && (await othersAreAsked(given))
            ? turnText.anothers()
            : turnText.unknown(given.call.actor !== null),
        );
      return { blank: false };
    case 'thanks':
      say(given.call.actor ? turnText.thanked() : turnText.unknown(false));
      await sayStillOpen(given);
      return { blank: false };
    case 'edited':
      say(turnText.edited());
      return { blank: false };
    case 'unsupported':
      await sayUnsupported(given);
      return { blank: false };
    case 'files': {
      if (claimed.error) say(turnText.fetchFailed(claimed.error));
      else await takeFiles(given, routed.caption, routed.meant);
      return { blank: leavesNoTrace(deps, open?.kind) };
    }
    case 'input': {
      const { prompt } = routed;
      // A button finds its own conversation, also one that was put off.
      const meant = prompt ? given.context?.dialogues.find(one => one.code === prompt.code) : open;
      const conversation = meant && conversationOf(deps, meant.kind);
      // Of a button whose conversation is over nobody knows any more what it was for.
      const blank = !meant || leavesNoTrace(deps, meant.kind);
      if (!meant || !conversation) say(await whyClosed(given, prompt?.code));
      else if (prompt && prompt.rev !== meant.rev) {
        say(turnText.stale());
        await deliver(given, conversation, meant, await conversation.ask(meant, given.call));
      } else await traceless(blank, step(given, conversation, meant, routed.input));
      return { blank };
    }
  }
}

const leavesNoTrace = (deps: TurnDeps, kind: string | undefined): boolean =>
  deps.commands.some(one => one.conversation?.kind === kind && one.leavesNoTrace === true);

const othersAreAsked = async ({ tx, call, here, scope }: Answering): Promise<boolean> =>
  here.kind === 'group' && call.bloc !== null && (await someoneTalks(tx, scope));

/** `files`: the command was their caption, what it begins takes them at once. */
async function runCommand(
  given: Answering,
  command: Command,
  words: string,
  files: ReceivedFile[] = [],
  pressed = false,
): Promise<void> {
  const { call, speech, here, open } = given;
  const say = (...says: Say[]) => speech.say(here, says, toCommands);
  if (command.roles !== 'stranger') {
    if (!call.bloc)
      return say(
        call.actor || here.kind === 'group' ? turnText.noBloc(here.kind) : turnText.stranger(here.kind),
      );
    const posts = call.actor?.posts ?? [];
    if (posts.length === 0)
      return say(turnText.stranger(here.kind), ...(open ? [turnText.stillOpen(open.kind)] : []));
    if (!hasAuthority(posts, command.roles)) return say(turnText.notAllowed(command.roles));
  }
  if (command.where === 'private' && here.kind === 'group') {
    const moved = await inPrivate(given);
    const links = given.deps.deepLinks(command.name, 'private');
    const link = links.find(one => one.platform === here.address.platform)?.url ?? null;
    const linked = turnText.writePrivately(command.name, botNameHere(given), link);
    if (!moved) return say(linked);
    say({ ...turnText.movedToPrivate(), ...(pressed && { toast: true }) });
    // He may have shut out the assistant without its having heard of that.
    const there = { ...moved.here, ifGone: { group: here, lines: linked.lines } };
    return runCommand({ ...moved, here: there }, command, words, files, pressed);
  }
  const gone = (says: readonly Say[]) => pressed && readsOut(says, words);
  const asked = await inYear(command, words, call);
  if ('refusal' in asked) return say(asked.refusal);
  if (asked.words !== words)
    return runCommand({ ...given, call: asked.call }, command, asked.words, files, pressed);
  const reply = await command.run(words, call);
  if (!reply) return say(turnText.usage(command));
  switch (reply.kind) {
    case 'say':
      say(
        ...(gone(reply.says)
          ? [turnText.buttonGone(command.name)]
          : words === ''
            ? await sayingYear(command, reply.says, call)
            : reply.says),
      );
      return sayStillOpen(given);
    case 'cancel':
      return say(turnText.nothingToCancel());
    case 'begin': {
      const { conversation } = command;
      if (!conversation) throw new Error(`${command.name} has no conversation`);
      const kept = given.context?.dialogues.find(one => one.kind === conversation.kind) ?? null;
      if (open && open.kind !== conversation.kind) say(turnText.parked(open.kind));
      const turned =
        kept && reply.words === ''
          ? await conversation.ask(kept, call)
          : await conversation.begin(reply.words, call);
      const begun = turned.kind === 'outdated' ? await conversation.begin('', call) : turned;
      if (begun.kind === 'over' && words === '') begun.says = await sayingYear(command, begun.says, call);
      if (begun.kind !== 'outdated' && gone(begun.says)) return say(turnText.buttonGone(command.name));
      const taken =
        files.length > 0 && begun.kind === 'open'
          ? await conversation.step(begun.saved, { kind: 'files', files, caption: '' }, call)
          : begun;
      return deliver(given, conversation, kept, taken);
    }
  }
}

/** Where the messenger keeps files to itself, what was probably one: the way to send it, asked for or not. */
async function sayUnsupported(given: Answering): Promise<void> {
  const { call, speech, here, deps, open } = given;
  const { platform, botId } = here.address;
  const takesFiles = adapterOf(deps, platform, botId)?.capabilities.filesIn !== false;
  speech.say(here, [takesFiles ? turnText.unsupported() : turnText.filesNotHandedOver()], toCommands);
  const conversation = open && conversationOf(deps, open.kind);
  if (takesFiles || !conversation) return;
  await deliver(given, conversation, open, await conversation.ask(open, call));
}

function botNameHere({ here, deps }: Answering): string {
  const { platform, botId } = here.address;
  return adapterOf(deps, platform, botId)?.displayName?.() ?? deps.botName;
}

type FilesMeant = Extract<Route, { kind: 'files' }>['meant'];

/** Files outside a conversation are most likely a report: `/nop_bao_cao` takes them up. */
async function takeFiles(given: Answering, caption: string, meant: FilesMeant): Promise<void> {
  const { tx, claimed, call, deps, context } = given;
  const files = await fetchedFiles(tx, claimed.id);
  const input: Input = { kind: 'files', files, caption, ...(meant && { topic: meant.topic }) };
  // A link finds its own conversation, also one that was put off.
  const open = context?.dialogues.find(one => one.code === meant?.conversation) ?? given.open;
  const conversation = open && conversationOf(deps, open.kind);
  if (call.bloc && hasAuthority(call.actor?.posts ?? [], 'contact')) await call.ports.keepFiles();
  const elsewhere = conversation?.takesNoFiles === true && hasAuthority(call.actor?.posts ?? [], 'contact');
  if (open && conversation && !elsewhere) return step(given, conversation, open, input);
  const captioned = caption.startsWith('/') ? nearestCommand(caption, deps.commands, deps.botName) : null;
  if (captioned?.kind === 'exact') {
    const named = deps.commands.find(one => one.name === captioned.name && one.conversation);
    if (named) return runCommand(given, named, captioned.rest, files);
  }
  for (const one of deps.commands)
    if (call.chat.kind === 'private' && (await one.claimsFiles?.(call)))
      return runCommand(given, one, '', files);
  const command = deps.commands.find(one => one.takesFiles);
  if (!command?.conversation || !hasAuthority(call.actor?.posts ?? [], command.roles)) {
    return given.speech.say(given.here, [turnText.stranger(given.here.kind)], toCommands);
  }
  const begun = await command.conversation.begin('', call);
  if (begun.kind !== 'open') return deliver(given, command.conversation, null, begun);
  if (open && elsewhere) given.speech.say(given.here, [turnText.parked(open.kind)], toCommands);
  return deliver(
    given,
    command.conversation,
    null,
    await command.conversation.step(begun.saved, input, call),
  );
}

/** The same turn, gone on in the person's private chat; null where we know none. */
async function inPrivate(given: Answering): Promise<Answering | null> {
  const { tx, call, here, context } = given;
  if (!call.actor || !context) return null;
  const { personId } = call.actor;
  const chats = await privateChats(tx, [personId]);
  const { platform, botId } = here.address;
  const chat = chats.find(one => one.platform === platform && one.botId === botId);
  if (!chat) return null;
  if (call.actor.blocIds.length > 1) await chooseBloc(tx, personId, context.blocId);
  const own = await loadContext(tx, {
    blocId: context.blocId,
    personId,
    scope: 'private',
    today: call.today,
  });
  const address = { platform: chat.platform, botId: chat.botId, chatId: chat.chatId };
  return {
    ...given,
    context: own,
    open: own?.dialogues.find(dialogue => !dialogue.parked) ?? null,
    scope: 'private',
    here: { address, kind: 'private', replyTo: null, asks: null },
    call: { ...call, chat: { kind: 'private', address } },
  };
}

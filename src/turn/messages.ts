import type { NewMessage } from '../../db/outbox.ts';
import type { ChatAddress, ChatKind } from '../chat/port.ts';
import type { Line, Message } from '../core/message.ts';
import type { Say } from '../dialogues/dialogue.ts';
import { inWordsOf } from '../text/bloc-words.ts';
import { wayWord } from '../text/reply-hint.ts';

/** Where the choices of a say lead: into the conversation at this revision, or to a command. */
export type Origin =
  | { kind: 'dialogue'; code: string; rev: number }
  /** Of the bloc that the choice is about, whichever the person is in when he takes it. */
  | { kind: 'command'; blocId?: number | null };

const tokenOf = (origin: Origin, id: string) =>
  origin.kind === 'dialogue' ? `d:${origin.code}:${origin.rev}:${id}` : `c${origin.blocId ?? ''}:${id}`;

export type Token =
  | { kind: 'dialogue'; code: string; rev: number; id: string }
  | { kind: 'command'; blocId: number | null; line: string };

/** What a button brought back; null where it is none of ours. */
export function readToken(token: string): Token | null {
  const [, code, rev, id] = /^d:([\w-]+):(\d+):(.+)$/.exec(token) ?? [];
  if (code && rev && id) return { kind: 'dialogue', code, rev: Number(rev), id };
  const [, bloc, line] = /^c(\d{0,12}):(.+)$/.exec(token) ?? [];
  return line ? { kind: 'command', blocId: bloc ? Number(bloc) : null, line } : null;
}

export function toMessage(say: Say, origin: Origin): Message {
  const { lines, table, choices, file, wants } = say;
  const options = choices?.map(row =>
    row.map(({ id, ...shown }) => ({ ...shown, token: tokenOf(origin, id) })),
  );
  return {
    lines,
    ...(table ? { table } : {}),
    ...(options?.length ? { options } : {}),
    ...(file ? { file } : {}),
    ...(wants && options?.length ? { wants } : {}),
  };
}

/** Says of one turn to one chat become one message where they can: each costs budget and attention. */
export function joinMessages(messages: Message[], alone: ReadonlySet<Message> = new Set()): Message[] {
  const joined: Message[] = [];
  for (const next of messages) {
    const last = joined.at(-1);
    const apart = alone.has(next) || (last !== undefined && alone.has(last));
    const open = last && !apart && !last.table && !last.options && !last.file && !next.edits;
    if (open) joined.splice(-1, 1, { ...last, ...next, lines: [...last.lines, [], ...next.lines] });
    else joined.push(next);
  }
  return joined;
}

export interface Destination {
  address: ChatAddress;
  kind: ChatKind;
  /** In a group: the message answered, and whose next answer is awaited. */
  replyTo: string | null;
  asks: string | null;
  /** The name of whoever is asked. */
  name?: string;
  /** The press that is answered. */
  press?: string;
  /** The reader was led here from that group: what is said there where he cannot be reached. */
  ifGone?: { group: Destination; lines: Line[] };
}

interface Spoken {
  to: Destination;
  message: Message;
  class: 'reply' | 'bulk';
  alone: boolean;
  /** Code of the conversation whose question it is, to be answered by whoever it is put to. */
  awaits: string | null;
}

const keyOf = (cause: string, kind: Spoken['class'], { platform, chatId }: ChatAddress, n: number) =>
  `${cause}:${kind}:${platform}:${chatId}:${n}`;

/** In place of the first thing said in the group: that it is answered in private. */
function inGroup(
  cause: string,
  { group, lines }: NonNullable<Destination['ifGone']>,
): NonNullable<Message['ifGone']> {
  const { address, replyTo } = group;
  const edits = keyOf(cause, 'reply', address, 0);
  return { chatId: address.chatId, lines, ...(replyTo !== null && { replyTo }), edits };
}

/** Nothing of what is only to be agreed to or not. */
function typedBy(by: string, { options = [] }: Message): Pick<Message, 'typed'> {
  const all = options.flat();
  const ways = all.map(({ token }) => {
    const read = readToken(token);
    return read?.kind === 'dialogue' ? wayWord(read.id) : null;
  });
  const known = ways.filter(way => way !== null);
  if (known.length === all.length) return { typed: { by, ways: known } };
  return all.some(option => option.tone) ? {} : { typed: { by } };
}

/** What a turn says, collected by destination and turned into outbox rows at its end. */
export function createSpeech(cause: string, blocId: number | null) {
  const spoken: Spoken[] = [];
  return {
    say(to: Destination, says: Say[], origin: Origin): void {
      for (const say of says) {
        const toast = say.toast === true && to.kind === 'group' && to.press !== undefined;
        const alone = say.alone === true || toast;
        const from = origin.kind === 'command' ? { ...origin, blocId } : origin;
        const awaits = origin.kind === 'dialogue' ? origin.code : null;
        const message = toMessage(say, from);
        const shown = toast ? { ...message, toast: true as const } : message;
        spoken.push({ to, message: shown, class: 'reply', alone, awaits });
      }
    },
    /** Unasked, in the name of that bloc: its choices lead to commands. */
    tell(to: Destination, say: Say, inBloc: number): void {
      const message = toMessage(say, { kind: 'command', blocId: inBloc });
      spoken.push({ to, message, class: 'bulk', alone: false, awaits: null });
    },
    /** In the words of that bloc, where one is known. */
    rows(bloc: string | null): NewMessage[] {
      const chats = new Map<string, typeof spoken>();
      for (const one of spoken) {
        const { platform, botId, chatId } = one.to.address;
        const chat = [one.class, platform, botId, chatId].join('|');
        chats.set(chat, [...(chats.get(chat) ?? []), one]);
      }
      return [...chats.values()].flatMap(group => {
        const [first] = group;
        if (!first) return [];
        const { address, kind, replyTo, asks, name, press, ifGone } = first.to;
        const apart = new Set(group.filter(one => one.alone).map(one => one.message));
        const messages = joinMessages(
          group.map(one => one.message),
          apart,
        );
        const question = group.findLast(one => one.awaits !== null)?.awaits;
        const awaited = question ? messages.length - 1 : -1;
        // A press is answered once.
        const answersPress = Math.max(
          0,
          messages.findIndex(message => message.toast),
        );
        return messages.map((message, n) => ({
          ...address,
          chatKind: kind,
          class: first.class,
          dedupeKey: keyOf(cause, first.class, address, n),
          blocId,
          body: {
            ...inWordsOf(bloc, message),
            ...(replyTo && (n === 0 || n === awaited) ? { replyTo } : {}),
            ...(asks && (message.options || n === awaited) ? { asks } : {}),
            ...(question && n === awaited ? { question } : {}),
            ...(asks && name && n === awaited ? typedBy(name, message) : {}),
            ...(press && n === answersPress ? { press } : {}),
            ...(ifGone && n === 0 ? { ifGone: inGroup(cause, ifGone) } : {}),
          },
        }));
      });
    },
  };
}
export type Speech = ReturnType<typeof createSpeech>;

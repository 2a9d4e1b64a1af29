import { z } from 'zod';
import type { Message } from '../core/message.ts';

/**
 * The border between the assistant and a messenger. An adapter turns the platform's raw updates into
 * these events, and these messages into the platform's calls; nothing behind it knows a platform.
 */
export const platforms = ['room', 'telegram', 'zalo'] as const;
export type Platform = (typeof platforms)[number];

export interface ChatAddress {
  platform: Platform;
  /** The bot's own id on the platform: one process may run several bots. */
  botId: string;
  chatId: string;
}

export type ChatKind = 'private' | 'group';

/** A file as the platform hands it over: `ref` is whatever its adapter needs to fetch the bytes. */
export const fileRefSchema = z.object({
  ref: z.string(),
  name: z.string(),
  mime: z.string(),
  /** Bytes, null where the platform does not say. */
  size: z.number().int().nonnegative().nullable(),
});
export type FileRef = z.infer<typeof fileRefSchema>;

export interface Person {
  userId: string;
  displayName: string;
}

export type EventBody =
  /** `addressed`: private chat, a mention of the bot, or a reply to it. Other talk is not ours to answer. */
  /** `unsure`: the platform does not say whether it was meant for the bot; what is not understood stays unanswered. */
  | { kind: 'text'; text: string; addressed: boolean; repliesTo: string | null; unsure?: true }
  /** A slash command meant for this bot, mention and `@bot` removed: `/han quý IV` → name `han`, words `quý IV`. */
  /** `unsure`: in a group, without the bot's name; one that is none of ours is another bot's. */
  | { kind: 'command'; name: string; words: string; unsure?: true }
  /** A press of a button, or its number typed where there are no buttons. */
  /** `press`: its id, where the platform is to be told that it was heard. */
  | { kind: 'choice'; token: string; messageId: string | null; press?: string }
  | { kind: 'file'; files: FileRef[]; caption: string; addressed: boolean }
  | { kind: 'photo'; files: FileRef[]; caption: string; addressed: boolean }
  /** Files that came through a link which a conversation had offered; they lie ready beside the event. */
  | { kind: 'uploaded'; conversation: string; topic: string }
  | { kind: 'edited'; messageId: string; text: string; addressed: boolean }
  /** `isBot`: it is this bot that came or went. */
  | { kind: 'joined'; person: Person; isBot: boolean }
  | { kind: 'left'; person: Person; isBot: boolean }
  /** The platform gave the chat a new id (Telegram: group → supergroup); told in either of the two. */
  | { kind: 'moved'; fromChatId: string; toChatId: string }
  /** Something the platform tells of but does not hand over (Zalo: files, links, video). */
  | { kind: 'unsupported' };

export interface ChatEvent {
  address: ChatAddress;
  chatKind: ChatKind;
  chatTitle: string;
  /** Null where no person can be named: a channel, an anonymous admin. */
  from: Person | null;
  /** The platform's id of the message, for replies. */
  messageId: string | null;
  /** In which part of the group, where groups have such. */
  topic?: string;
  /** The platform's own date of the message: what "on time" is judged by (decision 12). */
  at: Date;
  body: EventBody;
}

/** What an adapter hands to intake: one raw update under its key; a second one under the same key changes nothing. */
export interface RawEvent {
  address: ChatAddress;
  eventKey: string;
  raw: unknown;
}

export interface Capabilities {
  /** Buttons under a message; where false, options are numbered lines. */
  buttons: boolean;
  edits: boolean;
  filesIn: boolean;
  filesOut: boolean;
  mentions: boolean;
  tables: boolean;
  /** May write to a person's private chat first. */
  opensPrivateChats: boolean;
  /** Longest text of one message, in UTF-16 units. */
  textUnits: number;
  /** The same of one that carries a file, where that is less. */
  captionUnits?: number;
  /** So many that nobody asked for may go out in a second to all chats together, and one of them to a chat. */
  bulkPerSecond?: number;
  /** Can keep a message at the top of a group, where the group lets the bot. */
  pins?: true;
}

export type SendOutcome =
  | { kind: 'sent'; messageId: string }
  /** Certainly not delivered, try again (never connected, 429, 5xx that says so). */
  | { kind: 'later'; afterMs: number; because: string }
  /** Delivered or not, nobody knows: time-out, reset after connecting, a gateway's answer. */
  | { kind: 'unknown'; because: string }
  /** The chat is gone for us: blocked, kicked, not found. */
  | { kind: 'gone'; because: string }
  | { kind: 'moved'; toChatId: string }
  /** The platform will never take this message. */
  | { kind: 'refused'; because: string }
  /** Not said, and nothing is wrong: the message is only for chats in which it can be kept at the top. */
  | { kind: 'needless'; because: string };

/** Of a file beyond what is taken: asking again is no use. */
export class FileTooLarge extends RangeError {}

export interface Outgoing {
  address: ChatAddress;
  chatKind: ChatKind;
  message: Message;
  /** Whose files the message may carry; null where no bloc is concerned. */
  blocId: number | null;
  /** Unique for ever: an adapter whose platform has idempotency keys passes it on. */
  dedupeKey: string;
  /** Platform id of the message that `message.edits` names, if it was sent. */
  editsMessageId: string | null;
  /** The part of the group that is the bloc's own, where groups have such (Telegram: topics). */
  topic?: string;
}

export interface ChatAdapter {
  platform: Platform;
  botId: string;
  /** What people find the bot under, where that is not the name it calls itself; null: not known yet. */
  displayName?(): string | null;
  capabilities: Capabilities;
  /** Pure: a stored raw update → the event, or null where there is nothing for us in it. */
  parse(raw: unknown): ChatEvent | null;
  /** Pure: a message as this platform shows it, before it is cut, and the units that its end takes besides its lines. */
  layout?(message: Message): { message: Message; ending: number };
  /** Never throws; a failure is an outcome. */
  send(outgoing: Outgoing): Promise<SendOutcome>;
  /** @throws FileTooLarge where it has more than `maxBytes` or the platform gives none so large, else where it cannot be had. */
  fetchFile(file: FileRef, maxBytes: number): Promise<Uint8Array>;
}

import type {
  ChatAdapter,
  ChatEvent,
  EventBody,
  Outgoing,
  RawEvent,
  SendOutcome,
} from '../../src/chat/port.ts';
import type { Message } from '../../src/core/message.ts';

export type Place = 'private' | 'group';

/** What somebody in the chat sees of a message. */
export interface Seen {
  id: string;
  /** Text with table and numbered options, as far as the platform shows them so. */
  text: string;
  /** Buttons, as tokens; empty where the platform has none. */
  tokens: string[];
  fileName: string | null;
}

/**
 * A platform, real or imitated, around an adapter. Where it knows no such thing the answer is null; what
 * people do is handed over as the platform's own raw update.
 */
export interface AdapterHarness {
  adapter: ChatAdapter;
  chats: Record<Place, string>;
  /** Somebody who has never written to the bot; null where the bot may not write first. */
  newcomer: string | null;
  person: { userId: string; displayName: string };
  /** A second sending under the same dedupe key is no second message. */
  idempotent: boolean;
  writes(
    where: Place,
    text: string,
    how?: { mentions?: boolean; answers?: string },
  ): Promise<RawEvent | null>;
  presses(seen: Seen, token: string): Promise<RawEvent | null>;
  sendsFile(where: Place, file: { name: string; mime: string; bytes: Uint8Array }): Promise<RawEvent | null>;
  edits(text: string): Promise<RawEvent | null>;
  /** Comings, goings and the rest, by the kind they must be heard as. */
  happens(kind: 'joined' | 'left' | 'moved' | 'unsupported'): Promise<RawEvent | null>;
  reads(chatId: string): Promise<Seen[]>;
  /** Makes the next sending end so, and says what to send; null: this platform never ends so. */
  fails(how: Exclude<SendOutcome['kind'], 'sent'>): Promise<Partial<Outgoing> | null>;
  /** A message with a file that the bot has. */
  file: { sha256: string; name: string; mime: string; blocId: number };
}

/** Messages so far: each needs a key that was never used. */
let count = 0;

/** What the suites do with a harness, which is there once their tests run. */
export function contractTools(harness: () => AdapterHarness) {
  const address = (chatId: string) => {
    const { platform, botId } = harness().adapter;
    return { platform, botId, chatId };
  };
  /** To the private chat, under a new key, unless `more` says otherwise. */
  function outgoing(message: Message, more: Partial<Outgoing> = {}): Outgoing {
    const { chats, file } = harness();
    count += 1;
    return {
      address: address(chats.private),
      chatKind: 'private',
      message,
      dedupeKey: `contract:${count}`,
      blocId: file.blocId,
      editsMessageId: null,
      ...more,
    };
  }
  const send = (message: Message, more: Partial<Outgoing> = {}) =>
    harness().adapter.send(outgoing(message, more));
  /** As it comes back from the inbox. */
  const heard = (raw: RawEvent | null): ChatEvent | null =>
    raw ? harness().adapter.parse(JSON.parse(JSON.stringify(raw.raw))) : null;
  return {
    address,
    outgoing,
    send,
    heard,
    /** Says one line. @throws where it is not sent */
    say: async (text: string): Promise<string> => {
      const sent = await send({ lines: [[text]] });
      if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
      return sent.messageId;
    },
    /** The newest that people see. */
    seen: async (chatId = harness().chats.private): Promise<Seen | undefined> =>
      (await harness().reads(chatId)).at(-1),
    body: async (raw: Promise<RawEvent | null>): Promise<EventBody | null> => heard(await raw)?.body ?? null,
  };
}

import { randomBytes } from 'node:crypto';
import { type Bell, createBell } from './bell.ts';
import { asRoomMessage, type RoomBody, type RoomFile, type RoomMessage } from './message.ts';
import type { ChatRow, MessageRow, PersonRow, RoomQueries } from './ports.ts';
import { createPresses, type Presses } from './presses.ts';

/** Most messages of one answer; a reader goes on from the last one. */
export const MESSAGES_AT_ONCE = 500;

export interface NewFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

export interface Post {
  chatId: string;
  /** Null is the bot. */
  from: string | null;
  body: Omit<RoomBody, 'files'> & { files?: RoomFile[] };
  /** Stored with the message, if the message is. */
  file?: NewFile;
  /** `seq` of the first version of the message that this replaces. */
  versionOf: number | null;
  dedupeKey: string;
}

export interface RoomChat extends ChatRow {
  members: string[];
  unread: Record<string, number>;
  last: RoomMessage | null;
}

/** What both sides of the room share: the bot's adapter and the people's page. */
export interface RoomStore extends Pick<RoomQueries, Passed> {
  bell: Bell;
  presses: Presses;
  chatsInFull(): Promise<RoomChat[]>;
  /** The message of that dedupe key, written now or before; null where there is no such chat. */
  post(post: Post): Promise<{ row: MessageRow; fresh: boolean } | null>;
  read(person: PersonRow, chatId: string | null, after: number): Promise<RoomMessage[]>;
  keepFile(file: NewFile): Promise<RoomFile>;
}

type Passed =
  | 'addPerson'
  | 'addGroup'
  | 'addMember'
  | 'persons'
  | 'chat'
  | 'member'
  | 'markRead'
  | 'versions'
  | 'lastSeq'
  | 'fileInfos'
  | 'file';

/** Unguessable: whoever has the ref may download the file. Begins with its time, by which unused ones are purged. */
const newRef = (at: Date) =>
  `f${at.getTime().toString(36).padStart(9, '0')}-${randomBytes(12).toString('base64url')}`;

export function createRoomStore(deps: { queries: RoomQueries; now: () => Date; botName: string }): RoomStore {
  const { queries, botName } = deps;
  const bell = createBell();
  const presses = createPresses();

  return {
    ...queries,
    bell,
    presses,

    async chatsInFull() {
      const [chats, members, last] = await Promise.all([
        queries.chats(),
        queries.members(),
        queries.lastMessages(),
      ]);
      const lastOf = new Map(last.map(row => [row.chatId, asRoomMessage(row, botName)]));
      return chats.map(chat => {
        const inside = members.filter(member => member.chatId === chat.id);
        return {
          ...chat,
          members: inside.map(member => member.personId),
          unread: Object.fromEntries(inside.map(member => [member.personId, member.unread])),
          last: lastOf.get(chat.id) ?? null,
        };
      });
    },

    async post({ chatId, from, body, file, versionOf, dedupeKey }) {
      const row = file && { ref: newRef(deps.now()), ...file };
      const own = row && { ref: row.ref, name: row.name, mime: row.mime, size: row.bytes.length };
      const posted = await queries.addMessage({
        chatId,
        versionOf,
        fromPerson: from,
        at: deps.now(),
        body: { ...body, files: [...(body.files ?? []), ...(own ? [own] : [])] } satisfies RoomBody,
        dedupeKey,
        file: row ?? null,
      });
      if (posted?.fresh) bell.ring();
      return posted;
    },

    async read(person, chatId, after) {
      const found = await queries.messagesFor(person.id, chatId, after, MESSAGES_AT_ONCE);
      return found.map(row => {
        const shown = asRoomMessage(row, botName);
        const chosen = presses.of(shown.id, person.id);
        return chosen === undefined ? shown : { ...shown, chosen };
      });
    },

    async keepFile(file) {
      const ref = newRef(deps.now());
      await queries.addFile({ ref, ...file });
      return { ref, name: file.name, mime: file.mime, size: file.bytes.length };
    },
  };
}

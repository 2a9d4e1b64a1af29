/** What the room needs of the database; `db/room.ts` is what it gets. */
export interface PersonRow {
  id: string;
  name: string;
}

export interface ChatRow {
  id: string;
  kind: 'private' | 'group';
  title: string;
}

export interface MemberRow {
  chatId: string;
  personId: string;
  /** Others' messages since what the person has read; edits do not count. */
  unread: number;
}

/** One version of a message. */
export interface MessageRow {
  seq: number;
  chatId: string;
  versionOf: number | null;
  fromPerson: string | null;
  fromName: string | null;
  /** When the message was first sent, whichever version this is. */
  at: Date;
  body: unknown;
}

export interface NewMessageRow {
  chatId: string;
  versionOf: number | null;
  fromPerson: string | null;
  at: Date;
  body: unknown;
  dedupeKey: string;
  /** Stored with the message or not at all. */
  file: FileRow | null;
}

export interface FileRow {
  ref: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
}

export interface RoomQueries {
  /** A person and the private chat of the same id. `id` null: the next `u…`. */
  addPerson(person: { id: string | null; name: string }): Promise<PersonRow>;
  /** `id` null: the next `g…`. */
  addGroup(group: { id: string | null; title: string }): Promise<ChatRow>;
  /** False where the person was a member already. */
  addMember(chatId: string, personId: string): Promise<boolean>;
  persons(): Promise<PersonRow[]>;
  chats(): Promise<ChatRow[]>;
  members(): Promise<MemberRow[]>;
  chat(chatId: string): Promise<ChatRow | null>;
  member(chatId: string, personId: string): Promise<PersonRow | null>;
  markRead(chatId: string, personId: string, upTo: number): Promise<void>;
  /** The row of that dedupe key, old or new; null where the chat does not exist. */
  addMessage(message: NewMessageRow): Promise<{ row: MessageRow; fresh: boolean } | null>;
  /** Versions with `seq > after` in the chats (or the one chat) of that person, oldest first. */
  messagesFor(personId: string, chatId: string | null, after: number, limit: number): Promise<MessageRow[]>;
  /** All versions of one message, oldest first. */
  versions(chatId: string, firstSeq: number): Promise<MessageRow[]>;
  /** The newest message of every chat, in its current version. */
  lastMessages(): Promise<MessageRow[]>;
  /** The highest `seq` of the room, 0 when empty. */
  lastSeq(): Promise<number>;
  addFile(file: FileRow): Promise<void>;
  /** Without the bytes. */
  fileInfos(refs: string[]): Promise<{ ref: string; name: string; mime: string; size: number }[]>;
  file(ref: string): Promise<FileRow | null>;
}

import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { bytes } from './queues.ts';

/**
 * What a messenger's own servers would keep, for the demo room: platform side, hence without a bloc. Only
 * the room's queries touch it, as `tlk_system`: a migration grants USAGE on the schema and SELECT, INSERT,
 * UPDATE on its tables (identity columns need no grant on their sequences).
 */
export const room = pgSchema('room');

/** A person of the room is also his private chat with the bot: both have the same id, as on Telegram. */
export const roomPerson = room.table('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Order of arrival. */
  position: integer('position').generatedAlwaysAsIdentity(),
});

export const roomChat = room.table('chat', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['private', 'group'] }).notNull(),
  title: text('title').notNull(),
  position: integer('position').generatedAlwaysAsIdentity(),
});

export const roomMember = room.table(
  'member',
  {
    chatId: text('chat_id').notNull(),
    personId: text('person_id').notNull(),
    /** The last `seq` the person has read. */
    readUpTo: bigint('read_up_to', { mode: 'number' }).notNull().default(0),
  },
  t => [
    primaryKey({ columns: [t.chatId, t.personId] }),
    foreignKey({ columns: [t.chatId], foreignColumns: [roomChat.id] }),
    foreignKey({ columns: [t.personId], foreignColumns: [roomPerson.id] }),
    index('member_person').on(t.personId),
  ],
);

/** Append-only: an edit is a new row that names the first one, so that a reader who asks "after N" sees it. */
export const roomMessage = room.table(
  'message',
  {
    /** Counts over the whole room, in the order of commits (the queries take a lock for it). */
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    chatId: text('chat_id').notNull(),
    /** Null for a message's first version, whose `seq` makes the message's id. */
    versionOf: bigint('version_of', { mode: 'number' }),
    /** Null is the bot. */
    fromPerson: text('from_person'),
    /** Domain time of this version. */
    at: instant('at').notNull(),
    body: jsonb('body').notNull(),
    /** Of the outbox or of the person's event: what is posted again is one message. */
    dedupeKey: text('dedupe_key').notNull().unique('message_once'),
  },
  t => [
    foreignKey({ columns: [t.chatId], foreignColumns: [roomChat.id] }),
    foreignKey({ columns: [t.fromPerson], foreignColumns: [roomPerson.id] }),
    foreignKey({ columns: [t.versionOf], foreignColumns: [t.seq] }),
    index('message_of_chat').on(t.chatId, t.seq),
    index('message_versions').on(t.versionOf, t.seq).where(sql`version_of is not null`),
  ],
);

export const roomFile = room.table('file', {
  ref: text('ref').primaryKey(),
  name: text('name').notNull(),
  mime: text('mime').notNull(),
  size: integer('size').notNull(),
  bytes: bytes('bytes').notNull(),
});

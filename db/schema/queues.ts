import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

const queueId = () => bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey();

/** Global: what came in. Times here are the machine's (decision 11), `now()` of the database. */
export const inbox = pgTable(
  'inbox',
  {
    id: queueId(),
    platform: text('platform').notNull(),
    botId: text('bot_id').notNull(),
    eventKey: text('event_key').notNull(),
    chatId: text('chat_id').notNull(),
    chatKind: text('chat_kind', { enum: ['private', 'group'] }).notNull(),
    /** The sender on the platform, null where there is none. */
    userId: text('user_id'),
    /** The platform's update; null once it may no longer lie about (decision 16) or was purged. */
    raw: jsonb('raw'),
    /** `secret`: a secrecy marking was found, only the key and who to answer were kept. */
    state: text('state', { enum: ['fetching', 'waiting', 'secret', 'done', 'dead'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    notBefore: instant('not_before').notNull().defaultNow(),
    error: text('error'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    doneAt: instant('done_at'),
  },
  t => [
    unique('inbox_event_once').on(t.platform, t.botId, t.eventKey),
    // Given up for good: counted for each bloc every week.
    index('inbox_dead').on(t.receivedAt).where(sql`state = 'dead'`),
    index('inbox_fetching').on(t.id).where(sql`state = 'fetching'`),
    // Other than what is asked of a chat, so that this is never gone through for it.
    index('inbox_open').on(t.id).where(sql`state in ('waiting', 'secret')`),
    index('inbox_open_of_chat')
      .on(t.platform, t.botId, t.chatId, t.id)
      .where(sql`state in ('fetching', 'waiting', 'secret')`),
  ],
);

/** Global: attachments fetched before the turn; gone with the turn that keeps or refuses them. */
export const inboxFile = pgTable(
  'inbox_file',
  {
    inboxId: bigint('inbox_id', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    bytes: bytes('bytes').notNull(),
    /** The words of a document, read outside the turn; null where it has none or `unread` says why not. */
    words: text('words'),
    unread: text('unread'),
    /** Of a workbook its sheets, cell by cell: `Grid[]` of src/documents/grid.ts. */
    grids: jsonb('grids'),
  },
  t => [
    primaryKey({ columns: [t.inboxId, t.position] }),
    foreignKey({ columns: [t.inboxId], foreignColumns: [inbox.id] }).onDelete('cascade'),
  ],
);

/** Global: what goes out. `sending` is claimed; claimed by a process that is no more, its outcome is unknown. */
export const outbox = pgTable(
  'outbox',
  {
    id: queueId(),
    platform: text('platform').notNull(),
    botId: text('bot_id').notNull(),
    chatId: text('chat_id').notNull(),
    chatKind: text('chat_kind', { enum: ['private', 'group'] }).notNull(),
    class: text('class', { enum: ['reply', 'bulk'] }).notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    blocId: bigint('bloc_id', { mode: 'number' }),
    body: jsonb('body').notNull(),
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'unknown', 'gone', 'refused'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** How many sends ended without anyone knowing; after the second it stays `unknown` (decision 15). */
    unknowns: integer('unknowns').notNull().default(0),
    notBefore: instant('not_before').notNull().defaultNow(),
    owner: integer('owner'),
    claimedAt: instant('claimed_at'),
    sentAt: instant('sent_at'),
    messageId: text('message_id'),
    error: text('error'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  t => [
    unique('outbox_once').on(t.dedupeKey),
    index('outbox_open').on(t.class.desc(), t.id).where(sql`state = 'waiting'`),
    index('outbox_open_of_chat')
      .on(t.platform, t.botId, t.chatId, t.id)
      .where(sql`state in ('waiting', 'sending')`),
    // Never said: counted for each bloc every week.
    index('outbox_unsaid').on(t.blocId, t.createdAt).where(sql`state in ('unknown', 'refused', 'gone')`),
    // What stands at the top of a bloc's groups.
    index('outbox_pinned').on(t.blocId, t.id.desc()).where(sql`body ? 'pinned'`),
    // The newest question in a chat where options have no buttons and come back as numbers.
    index('outbox_numbered')
      .on(t.platform, t.botId, t.chatId, t.id.desc())
      .where(sql`platform = 'zalo' and body ? 'options'`),
  ],
);

/** Global: what a bot has sent in a month of Vietnam's, where its platform counts. */
export const messageCount = pgTable(
  'message_count',
  {
    platform: text('platform').notNull(),
    botId: text('bot_id').notNull(),
    /** `2026-11` */
    month: text('month').notNull(),
    sent: integer('sent').notNull().default(0),
  },
  t => [primaryKey({ columns: [t.platform, t.botId, t.month] })],
);

/** Global: what must happen at a time, in the domain's time. Made by the planner, claimed by the tick. */
export const due = pgTable(
  'due',
  {
    id: queueId(),
    blocId: bigint('bloc_id', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    /** The planner's item, so that the tick can decide what it meant. */
    item: jsonb('item').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state', { enum: ['waiting', 'done'] })
      .notNull()
      .default('waiting'),
    doneAt: instant('done_at'),
  },
  t => [
    unique('due_once').on(t.blocId, t.key),
    index('due_waiting').on(t.dueAt).where(sql`state = 'waiting'`),
    // On a morning on which it is due in all blocs.
    index('due_waiting_of_bloc').on(t.blocId, t.dueAt).where(sql`state = 'waiting'`),
  ],
);

import { bigint, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** Global: one human being, whatever platforms and blocs he is in. */
export const person = pgTable('person', {
  id: id().primaryKey(),
  displayName: text('display_name').notNull(),
  /** Blocs in which the person holds a role: derived from membership, kept so that a bloc can be found at all. */
  blocIds: bigint('bloc_ids', { mode: 'number' }).array().notNull().default([]),
  /** The bloc that a private chat speaks of (decision 3). */
  currentBlocId: bigint('current_bloc_id', { mode: 'number' }),
  createdAt: instant('created_at').notNull(),
  /** When he was told what is kept of him, and what for. */
  noticedAt: instant('noticed_at'),
  /** His name and accounts were erased at his wish; what he did for the bloc stays. */
  erasedAt: instant('erased_at'),
});

/** Global: who a platform's user is. Authority hangs on this row, never on a display name. */
export const account = pgTable(
  'account',
  {
    platform: text('platform').notNull(),
    botId: text('bot_id').notNull(),
    userId: text('user_id').notNull(),
    personId: uuid('person_id').notNull(),
    displayName: text('display_name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.platform, t.botId, t.userId] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    index('account_person').on(t.personId),
  ],
);

/** Global: a chat the assistant has seen, whose private chat it is or which bloc's group (decision 4). */
export const chatBinding = pgTable(
  'chat_binding',
  {
    platform: text('platform').notNull(),
    botId: text('bot_id').notNull(),
    chatId: text('chat_id').notNull(),
    kind: text('kind', { enum: ['private', 'group'] }).notNull(),
    title: text('title').notNull(),
    personId: uuid('person_id'),
    blocId: bigint('bloc_id', { mode: 'number' }),
    /** The part of the group that is the bloc's, where groups have such: what is said unasked goes there. */
    topic: text('topic'),
    /** The platform said that we are not, or no longer, welcome. */
    goneAt: instant('gone_at'),
    createdAt: instant('created_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.platform, t.botId, t.chatId] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    index('chat_binding_person').on(t.personId),
    index('chat_binding_bloc').on(t.blocId),
  ],
);

/** Global: one-time code by which a person brings another account of his own; only its hash is kept. */
export const accountCode = pgTable(
  'account_code',
  {
    codeHash: text('code_hash').primaryKey(),
    personId: uuid('person_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  t => [foreignKey({ columns: [t.personId], foreignColumns: [person.id] })],
);

import { sql } from 'drizzle-orm';
import {
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bloc } from './bloc.ts';
import { blocId, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';

/**
 * The conversation a person is in: one active in private, whatever the platform, and one per
 * group chat (decision 6). `code` and `rev` are what a button carries, so that a stale one is recognised.
 */
export const dialogue = pgTable(
  'dialogue',
  {
    blocId: blocId(),
    personId: uuid('person_id').notNull(),
    /** `private`, or `platform|bot|chat` of the group. */
    scope: text('scope').notNull(),
    code: text('code').notNull(),
    rev: integer('rev').notNull(),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    state: jsonb('state').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** `để sau`, or another conversation begun: kept until its command is called again. */
    parkedAt: instant('parked_at'),
    /** It ended with what it was for: kept, emptied, until the next of its kind, for a second press of its button. */
    doneAt: instant('done_at'),
    /** When the person was last told that it still waits; null since its last step. */
    remindedAt: instant('reminded_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.personId, t.scope, t.kind] }),
    uniqueIndex('dialogue_one_active').on(t.blocId, t.personId, t.scope).where(sql`parked_at is null`),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    unique('dialogue_code_once').on(t.blocId, t.code),
    ownBlocOnly(),
  ],
);

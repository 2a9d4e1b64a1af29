import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bloc } from './bloc.ts';
import { blocId, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { bytes } from './queues.ts';

/** A page or file behind an address that nobody can guess; the token itself is known to nobody but its bearer. */
export const link = pgTable(
  'link',
  {
    blocId: blocId(),
    tokenHash: text('token_hash').notNull(),
    purpose: text('purpose').notNull(),
    /** Whose it is; null: of whoever reads the chat that it was sent to. */
    personId: uuid('person_id'),
    /** What it is for, in the shape of its purpose. */
    subject: jsonb('subject').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** From then on it serves no more, where its purpose is good for once. */
    usedAt: instant('used_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tokenHash] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    index('link_expires').on(t.blocId, t.expiresAt),
    ownBlocOnly(),
  ],
);

/** What was uploaded through a link and not yet handed to the conversation. */
export const linkFile = pgTable(
  'link_file',
  {
    blocId: blocId(),
    tokenHash: text('token_hash').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tokenHash, t.position] }),
    foreignKey({ columns: [t.blocId, t.tokenHash], foreignColumns: [link.blocId, link.tokenHash] }).onDelete(
      'cascade',
    ),
    ownBlocOnly(),
  ],
);

import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bloc } from './bloc.ts';
import { blocId, id, instant, ownBlocOnly } from './columns.ts';

/** A change of the lead's that can be taken back for a while; `inverse` says how. */
export const undo = pgTable(
  'undo',
  {
    blocId: blocId(),
    id: id(),
    kind: text('kind').notNull(),
    inverse: jsonb('inverse').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    ownBlocOnly(),
  ],
);

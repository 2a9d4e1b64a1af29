import { bigint, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bloc } from './bloc.ts';
import { blocId, instant, ownBlocOnly } from './columns.ts';
import { bytes } from './queues.ts';

/**
 * Who did what, by internal ids only (decision 10). A trigger numbers and chains the rows and another
 * refuses UPDATE and DELETE; `seq`, `prev` and `hash` are never given by the application.
 */
export const audit = pgTable(
  'audit',
  {
    blocId: blocId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actor: uuid('actor'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').notNull(),
    prev: bytes('prev').notNull(),
    hash: bytes('hash').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.seq] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    ownBlocOnly(),
  ],
);

/** The chain's end, kept apart: without it a cut tail would not show. */
export const auditHead = pgTable(
  'audit_head',
  {
    blocId: blocId().primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    hash: bytes('hash').notNull(),
  },
  t => [foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }), ownBlocOnly()],
);

import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { season } from './bloc.ts';
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';
import { unit } from './unit.ts';

export const deadline = pgTable(
  'deadline',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    kind: text('kind', {
      enum: ['report', 'dossier', 'self_score', 'registration', 'review', 'event', 'duration'],
    }).notNull(),
    /** Who owes it: each unit, the bloc as such (its lead acts), or both. */
    obliged: text('obliged', { enum: ['units', 'bloc', 'both'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    ownBlocOnly(),
  ],
);

/** What a deadline says; a change is a new revision, the highest number holds. */
export const deadlineRevision = pgTable(
  'deadline_revision',
  {
    blocId: blocId(),
    deadlineId: uuid('deadline_id').notNull(),
    no: integer('no').notNull(),
    state: text('state', { enum: ['open', 'cancelled'] }).notNull(),
    title: text('title').notNull(),
    /** Last calendar day certainly on time; null = an undated duty. */
    dueOn: dayColumn('due_on'),
    /** "trước ngày X": X, as it was worded. */
    dueBefore: dayColumn('due_before'),
    precision: text('precision', { enum: ['day', 'month', 'quarter'] }),
    windowFrom: dayColumn('window_from'),
    windowTo: dayColumn('window_to'),
    recurrence: jsonb('recurrence'),
    ruleText: text('rule_text').notNull(),
    /** To whom it goes, as people say it. */
    recipient: text('recipient'),
    /** Quotation with line, where it was read from a document. */
    source: jsonb('source'),
    reason: text('reason'),
    madeBy: uuid('made_by'),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.deadlineId, t.no] }),
    foreignKey({ columns: [t.blocId, t.deadlineId], foreignColumns: [deadline.blocId, deadline.id] }),
    ownBlocOnly(),
  ],
);

/** Deadline × obliged party; `unit_id` null is the bloc itself (decision 7). */
export const obligation = pgTable(
  'obligation',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    deadlineId: uuid('deadline_id').notNull(),
    unitId: uuid('unit_id'),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.deadlineId], foreignColumns: [deadline.blocId, deadline.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    unique('obligation_once').on(t.blocId, t.deadlineId, t.unitId).nullsNotDistinct(),
    ownBlocOnly(),
  ],
);

export const extension = pgTable(
  'extension',
  {
    blocId: blocId(),
    id: id(),
    obligationId: uuid('obligation_id').notNull(),
    dueOn: dayColumn('due_on').notNull(),
    reason: text('reason').notNull(),
    grantedBy: uuid('granted_by').notNull(),
    grantedAt: instant('granted_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.obligationId], foreignColumns: [obligation.blocId, obligation.id] }),
    index('extension_obligation').on(t.blocId, t.obligationId),
    ownBlocOnly(),
  ],
);

import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { season } from './bloc.ts';
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';
import { obligation } from './deadline.ts';
import { person } from './people.ts';
import { bytes } from './queues.ts';

/** Content-addressed within its bloc: the same bytes handed in twice are one row (decision 9). */
export const file = pgTable(
  'file',
  {
    blocId: blocId(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    bytes: bytes('bytes').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.blocId, t.sha256] }), ownBlocOnly()],
);

/** One handing-in; a replacement is the next version, lateness is derived from `sent_at`. */
export const submission = pgTable(
  'submission',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    obligationId: uuid('obligation_id').notNull(),
    version: integer('version').notNull(),
    receiptNo: integer('receipt_no').notNull(),
    documentNumber: text('document_number'),
    documentDate: dayColumn('document_date'),
    summary: text('summary'),
    /** The platform's date of the confirming message, as far as decision 12 believes it. */
    sentAt: instant('sent_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    submittedBy: uuid('submitted_by').notNull(),
    /** `document_system`: the signed document went its official way, and the clerk recorded that and when. */
    channel: text('channel', { enum: ['chat', 'document_system'] })
      .notNull()
      .default('chat'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.obligationId], foreignColumns: [obligation.blocId, obligation.id] }),
    foreignKey({ columns: [t.submittedBy], foreignColumns: [person.id] }),
    unique('submission_version_once').on(t.blocId, t.obligationId, t.version),
    unique('submission_receipt_once').on(t.blocId, t.receiptNo),
    ownBlocOnly(),
  ],
);

export const submissionFile = pgTable(
  'submission_file',
  {
    blocId: blocId(),
    submissionId: uuid('submission_id').notNull(),
    position: integer('position').notNull(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.submissionId, t.position] }),
    foreignKey({ columns: [t.blocId, t.submissionId], foreignColumns: [submission.blocId, submission.id] }),
    foreignKey({ columns: [t.blocId, t.sha256], foreignColumns: [file.blocId, file.sha256] }),
    ownBlocOnly(),
  ],
);

/** What the lead's side said of a submission, or its unit that took it back; the newest holds. Then it is owed again. */
export const submissionDecision = pgTable(
  'submission_decision',
  {
    blocId: blocId(),
    id: id(),
    submissionId: uuid('submission_id').notNull(),
    kind: text('kind', { enum: ['accepted', 'sent_back', 'withdrawn'] }).notNull(),
    /** Why it was sent back. */
    reason: text('reason'),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.submissionId], foreignColumns: [submission.blocId, submission.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    index('submission_decision_of').on(t.blocId, t.submissionId),
    check('submission_decision_reason', sql`kind <> 'sent_back' or reason is not null`),
    ownBlocOnly(),
  ],
);

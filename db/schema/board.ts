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
import { person } from './people.ts';
import { file } from './submission.ts';
import { unit } from './unit.ts';

/** What the lead announces; to whom and who has taken note are rows of their own. */
export const announcement = pgTable(
  'announcement',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    no: integer('no').notNull(),
    body: text('body').notNull(),
    fileSha256: text('file_sha256'),
    fileName: text('file_name'),
    fileMime: text('file_mime'),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** When it goes out: at once, or the next morning. */
    sendAt: instant('send_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('announcement_no_once').on(t.blocId, t.no),
    check('announcement_file', sql`num_nulls(file_sha256, file_name, file_mime) in (0, 3)`),
    ownBlocOnly(),
  ],
);

/** A unit that an announcement is for, and who first took note of it there. */
export const announcementUnit = pgTable(
  'announcement_unit',
  {
    blocId: blocId(),
    announcementId: uuid('announcement_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    readBy: uuid('read_by'),
    readAt: instant('read_at'),
    /** Told again, by the lead's hand. */
    remindedAt: instant('reminded_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.announcementId, t.unitId] }),
    foreignKey({
      columns: [t.blocId, t.announcementId],
      foreignColumns: [announcement.blocId, announcement.id],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.readBy], foreignColumns: [person.id] }),
    check('announcement_read', sql`num_nulls(read_by, read_at) in (0, 2)`),
    ownBlocOnly(),
  ],
);

/** A difficulty or a proposal, put to the lead; what was said since are its entries. */
export const feedback = pgTable(
  'feedback',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    no: integer('no').notNull(),
    kind: text('kind', { enum: ['difficulty', 'proposal'] }).notNull(),
    unitId: uuid('unit_id').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    closedBy: uuid('closed_by'),
    closedAt: instant('closed_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    foreignKey({ columns: [t.closedBy], foreignColumns: [person.id] }),
    unique('feedback_no_once').on(t.blocId, t.no),
    check('feedback_closed', sql`num_nulls(closed_by, closed_at) in (0, 2)`),
    ownBlocOnly(),
  ],
);

/** The first entry is what was put; after it the lead's side answers and the person goes on. */
export const feedbackEntry = pgTable(
  'feedback_entry',
  {
    blocId: blocId(),
    feedbackId: uuid('feedback_id').notNull(),
    no: integer('no').notNull(),
    side: text('side', { enum: ['unit', 'lead'] }).notNull(),
    body: text('body').notNull(),
    fileSha256: text('file_sha256'),
    fileName: text('file_name'),
    fileMime: text('file_mime'),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.feedbackId, t.no] }),
    foreignKey({ columns: [t.blocId, t.feedbackId], foreignColumns: [feedback.blocId, feedback.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('feedback_entry_file', sql`num_nulls(file_sha256, file_name, file_mime) in (0, 3)`),
    ownBlocOnly(),
  ],
);

/** The bloc's shelf: plans, decisions, forms. Taken off it, a document stays in the database. */
export const document = pgTable(
  'document',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    no: integer('no').notNull(),
    kind: text('kind', { enum: ['plan', 'decision', 'guidance', 'form', 'minutes', 'other'] }).notNull(),
    title: text('title').notNull(),
    /** With its symbol, as printed: `12/KH-KTĐ`. */
    number: text('number'),
    issuedOn: dayColumn('issued_on'),
    fileSha256: text('file_sha256').notNull(),
    fileName: text('file_name').notNull(),
    fileMime: text('file_mime').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    removedBy: uuid('removed_by'),
    removedAt: instant('removed_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    foreignKey({ columns: [t.removedBy], foreignColumns: [person.id] }),
    unique('document_no_once').on(t.blocId, t.no),
    index('document_file').on(t.blocId, t.fileSha256),
    check('document_removed', sql`num_nulls(removed_by, removed_at) in (0, 2)`),
    ownBlocOnly(),
  ],
);

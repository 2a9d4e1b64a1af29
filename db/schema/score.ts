import { sql } from 'drizzle-orm';
import {
  check,
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
import { blocId, id, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { file } from './submission.ts';
import { unit } from './unit.ts';

/** A score table as it was read from a workbook, or as it stood, before a person has gone through it. */
export const tableDraft = pgTable(
  'table_draft',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    /** The workbook; null: begun from the table that held. */
    sha256: text('sha256'),
    name: text('name').notNull(),
    mime: text('mime'),
    /** `TableProposal` of src/core/table-proposal.ts, zod-checked on the way out. */
    proposal: jsonb('proposal').notNull(),
    readBy: uuid('read_by').notNull(),
    readAt: instant('read_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.sha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.readBy], foreignColumns: [person.id] }),
    index('table_draft_of').on(t.blocId, t.sha256),
    check('table_draft_file', sql`(sha256 is null) = (mime is null)`),
    ownBlocOnly(),
  ],
);

/** A score table's version; a season's sheets keep the version they were begun with. */
export const scoreTable = pgTable(
  'score_table',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    /** As printed; that the parts add up to it is checked and reported, never assumed. */
    maxPoints: integer('max_points').notNull(),
    /** Caps, rounding, classes, tie-break: what the table says beside its tree. */
    terms: jsonb('terms').notNull().default({}),
    /** What it was made from in a conversation; null: loaded by the operator. */
    draftId: uuid('draft_id'),
    madeBy: uuid('made_by'),
    createdAt: instant('created_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.draftId], foreignColumns: [tableDraft.blocId, tableDraft.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('score_table_version_once').on(t.blocId, t.seasonId, t.version),
    ownBlocOnly(),
  ],
);

/** The tree's nodes; leaves carry a rule, groups none. Points are hundredths. */
export const criterion = pgTable(
  'criterion',
  {
    blocId: blocId(),
    tableId: uuid('table_id').notNull(),
    key: text('key').notNull(),
    parentKey: text('parent_key'),
    position: integer('position').notNull(),
    no: text('no').notNull(),
    name: text('name').notNull(),
    maxPoints: integer('max_points').notNull(),
    /** What it counts as, clause, caps and minimum. */
    terms: jsonb('terms').notNull().default({}),
    rule: jsonb('rule'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tableId, t.key] }),
    foreignKey({ columns: [t.blocId, t.tableId], foreignColumns: [scoreTable.blocId, scoreTable.id] }),
    foreignKey({ columns: [t.blocId, t.tableId, t.parentKey], foreignColumns: [t.blocId, t.tableId, t.key] }),
    ownBlocOnly(),
  ],
);

export const sheet = pgTable(
  'sheet',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    tableId: uuid('table_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    stage: text('stage', { enum: ['self'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.tableId], foreignColumns: [scoreTable.blocId, scoreTable.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.submittedBy], foreignColumns: [person.id] }),
    unique('sheet_once').on(t.blocId, t.tableId, t.unitId, t.stage),
    unique('sheet_of_table').on(t.blocId, t.id, t.tableId),
    ownBlocOnly(),
  ],
);

/** One answer; a correction is the next version, so two writers of the same version collide. */
export const scoreEntry = pgTable(
  'score_entry',
  {
    blocId: blocId(),
    sheetId: uuid('sheet_id').notNull(),
    tableId: uuid('table_id').notNull(),
    criterionKey: text('criterion_key').notNull(),
    version: integer('version').notNull(),
    value: text('value', {
      enum: ['points', 'yes_no', 'level', 'number', 'ratio', 'count', 'skipped', 'not_assigned'],
    }).notNull(),
    /** Hundredths of a point; only where `value` is `points`. */
    points: integer('points'),
    /** What else was answered: yes, a level, numbers; none of it for the three kinds that have no more to say. */
    detail: jsonb('detail'),
    enteredBy: uuid('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.sheetId, t.criterionKey, t.version] }),
    foreignKey({
      columns: [t.blocId, t.sheetId, t.tableId],
      foreignColumns: [sheet.blocId, sheet.id, sheet.tableId],
    }),
    foreignKey({
      columns: [t.blocId, t.tableId, t.criterionKey],
      foreignColumns: [criterion.blocId, criterion.tableId, criterion.key],
    }),
    foreignKey({ columns: [t.enteredBy], foreignColumns: [person.id] }),
    check('score_entry_points', sql`(value = 'points') = (points is not null)`),
    check('score_entry_detail', sql`(value in ('points', 'skipped', 'not_assigned')) = (detail is null)`),
    ownBlocOnly(),
  ],
);

/** Columns of what is said of one criterion of a sheet. */
export const ofCriterion = () => ({
  sheetId: uuid('sheet_id').notNull(),
  tableId: uuid('table_id').notNull(),
  criterionKey: text('criterion_key').notNull(),
});

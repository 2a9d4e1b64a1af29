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
  uuid,
} from 'drizzle-orm/pg-core';
import { appeal } from './appeal.ts';
import { actedBy, blocId, id, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { criterion, ofCriterion, sheet } from './score.ts';
import { file } from './submission.ts';
import { unit } from './unit.ts';

/**
 * What others than the unit say of a criterion: agreed, another value (with a reason), or sent back (with a
 * reason). The highest version holds; the unit's own answers stay in `score_entry`.
 */
export const verdict = pgTable(
  'verdict',
  {
    blocId: blocId(),
    ...ofCriterion(),
    version: integer('version').notNull(),
    stage: text('stage', { enum: ['verified', 'final', 'appeal'] }).notNull(),
    kind: text('kind', { enum: ['agreed', 'changed', 'returned'] }).notNull(),
    /** As the score sheet's own values; only of `changed`. */
    value: jsonb('value'),
    /** The unit's entry that was judged, 0 for none. */
    entryVersion: integer('entry_version').notNull(),
    reason: text('reason'),
    appealId: uuid('appeal_id'),
    ...actedBy(),
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
    foreignKey({ columns: [t.blocId, t.appealId], foreignColumns: [appeal.blocId, appeal.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('verdict_value', sql`(kind = 'changed') = (value is not null)`),
    check('verdict_reason', sql`kind = 'agreed' or reason is not null`),
    check('verdict_appeal', sql`(stage = 'appeal') = (appeal_id is not null)`),
    ownBlocOnly(),
  ],
);

/** What the unit answers to a verdict (giải trình). */
export const explanation = pgTable(
  'explanation',
  {
    blocId: blocId(),
    ...ofCriterion(),
    /** The verdict answered. */
    verdictVersion: integer('verdict_version').notNull(),
    /** Null: the unit takes the verdict as it is. */
    text: text('text'),
    ...actedBy(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.sheetId, t.criterionKey, t.verdictVersion] }),
    foreignKey({
      columns: [t.blocId, t.sheetId, t.criterionKey, t.verdictVersion],
      foreignColumns: [verdict.blocId, verdict.sheetId, verdict.criterionKey, verdict.version],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** What shows that a criterion's points are due. Taken back, it stays with the day. */
export const evidence = pgTable(
  'evidence',
  {
    blocId: blocId(),
    id: id(),
    ...ofCriterion(),
    kind: text('kind', { enum: ['file', 'link', 'document'] }).notNull(),
    /** The file's name, the address, or the document's number and day. */
    text: text('text').notNull(),
    sha256: text('sha256'),
    mime: text('mime'),
    takenBackAt: instant('taken_back_at'),
    takenBackBy: uuid('taken_back_by'),
    ...actedBy(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({
      columns: [t.blocId, t.sheetId, t.tableId],
      foreignColumns: [sheet.blocId, sheet.id, sheet.tableId],
    }),
    foreignKey({
      columns: [t.blocId, t.tableId, t.criterionKey],
      foreignColumns: [criterion.blocId, criterion.tableId, criterion.key],
    }),
    foreignKey({ columns: [t.blocId, t.sha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    foreignKey({ columns: [t.takenBackBy], foreignColumns: [person.id] }),
    index('evidence_of').on(t.blocId, t.sheetId, t.criterionKey),
    check('evidence_file', sql`(kind = 'file') = (sha256 is not null and mime is not null)`),
    ownBlocOnly(),
  ],
);

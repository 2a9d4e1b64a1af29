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
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { criterion, scoreTable, sheet } from './score.ts';
import { file } from './submission.ts';
import { unit } from './unit.ts';

/** Who did it, acting for which unit, and when. */
const by = () => ({
  unitId: uuid('unit_id').notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

/**
 * What the lead's side did with a table's scores as a whole. Numbered without gaps, so that two who act at
 * once collide. `published` keeps the facts that were not entered (late reports …) as they stood.
 */
export const scoringAct = pgTable(
  'scoring_act',
  {
    blocId: blocId(),
    tableId: uuid('table_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind', {
      enum: ['self_closed', 'self_reopened', 'opened', 'shut', 'proposed', 'withdrawn', 'published'],
    }).notNull(),
    /** Of `published`: the last day for appeals. */
    appealUntil: dayColumn('appeal_until'),
    facts: jsonb('facts'),
    ...by(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tableId, t.seq] }),
    foreignKey({ columns: [t.blocId, t.tableId], foreignColumns: [scoreTable.blocId, scoreTable.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('scoring_act_facts', sql`(kind = 'published') = (facts is not null)`),
    ownBlocOnly(),
  ],
);

/** A sheet's way through the stages; where it is follows from these rows. */
export const sheetMove = pgTable(
  'sheet_move',
  {
    blocId: blocId(),
    sheetId: uuid('sheet_id').notNull(),
    tableId: uuid('table_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: ['sent', 'returned', 'verified', 'explained', 'settled'] }).notNull(),
    ...by(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.sheetId, t.seq] }),
    foreignKey({
      columns: [t.blocId, t.sheetId, t.tableId],
      foreignColumns: [sheet.blocId, sheet.id, sheet.tableId],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** Which unit verifies a unit's sheet, where it is not the lead (peer scoring); the newest holds. */
export const verifier = pgTable(
  'verifier',
  {
    blocId: blocId(),
    tableId: uuid('table_id').notNull(),
    scoredUnitId: uuid('scored_unit_id').notNull(),
    seq: integer('seq').notNull(),
    /** Null: the rule again (the lead, for the lead's own unit the deputy). */
    verifierUnitId: uuid('verifier_unit_id'),
    ...by(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tableId, t.scoredUnitId, t.seq] }),
    foreignKey({ columns: [t.blocId, t.tableId], foreignColumns: [scoreTable.blocId, scoreTable.id] }),
    foreignKey({ columns: [t.blocId, t.scoredUnitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.verifierUnitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('verifier_not_own', sql`verifier_unit_id is null or verifier_unit_id <> scored_unit_id`),
    ownBlocOnly(),
  ],
);

const ofCriterion = () => ({
  sheetId: uuid('sheet_id').notNull(),
  tableId: uuid('table_id').notNull(),
  criterionKey: text('criterion_key').notNull(),
});

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
    ...by(),
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
    ...by(),
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
    ...by(),
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

/** After publication: a unit asks for one line to be looked at again (kiến nghị). */
export const appeal = pgTable(
  'appeal',
  {
    blocId: blocId(),
    id: id(),
    ...ofCriterion(),
    text: text('text').notNull(),
    ...by(),
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
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    index('appeal_of').on(t.blocId, t.tableId),
    ownBlocOnly(),
  ],
);

/** An appeal is decided once; a new value stands in the verdict that goes with it. */
export const appealDecision = pgTable(
  'appeal_decision',
  {
    blocId: blocId(),
    appealId: uuid('appeal_id').notNull(),
    kind: text('kind', { enum: ['accepted', 'rejected'] }).notNull(),
    reason: text('reason').notNull(),
    ...by(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.appealId] }),
    foreignKey({ columns: [t.blocId, t.appealId], foreignColumns: [appeal.blocId, appeal.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/**
 * What ranking must know beside points: a reason not to consider a unit, discipline that caps its class, an
 * indicator, the votes of a ballot, the place that the lead gave. The newest of a kind and key holds.
 */
export const unitFact = pgTable(
  'unit_fact',
  {
    blocId: blocId(),
    tableId: uuid('table_id').notNull(),
    scoredUnitId: uuid('scored_unit_id').notNull(),
    kind: text('kind', { enum: ['knockout', 'class_event', 'indicator'] }).notNull(),
    /** Of the indicator or event; of a knockout a number of its own. */
    key: text('key').notNull(),
    seq: integer('seq').notNull(),
    /** Null: taken back. A knockout's reason, an indicator's number. */
    value: text('value'),
    /** Who says so, by which document. */
    source: text('source').notNull(),
    ...by(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tableId, t.scoredUnitId, t.kind, t.key, t.seq] }),
    foreignKey({ columns: [t.blocId, t.tableId], foreignColumns: [scoreTable.blocId, scoreTable.id] }),
    foreignKey({ columns: [t.blocId, t.scoredUnitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { actKinds } from '../../src/core/stage.ts';
import { season } from './bloc.ts';
import { actedBy, blocId, dayColumn, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { scoreTable, sheet } from './score.ts';
import { unit } from './unit.ts';

/**
 * What the lead's side did with a table's scores as a whole. Numbered without gaps, so that two who act at
 * once collide. `published` keeps the facts that were not entered (late reports …) as they stood, `proposed` the result that
 * was seen.
 */
export const scoringAct = pgTable(
  'scoring_act',
  {
    blocId: blocId(),
    tableId: uuid('table_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: actKinds }).notNull(),
    /** Of `published`: the last day for appeals. */
    appealUntil: dayColumn('appeal_until'),
    facts: jsonb('facts'),
    ...actedBy(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.tableId, t.seq] }),
    foreignKey({ columns: [t.blocId, t.tableId], foreignColumns: [scoreTable.blocId, scoreTable.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check(
      'scoring_act_facts',
      sql`case kind when 'published' then facts is not null when 'proposed' then true else facts is null end`,
    ),
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
    ...actedBy(),
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
    ...actedBy(),
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
    kind: text('kind', { enum: ['class_event', 'indicator'] }).notNull(),
    /** Of the indicator or event. */
    key: text('key').notNull(),
    seq: integer('seq').notNull(),
    /** Null: taken back. Of an indicator its number. */
    value: text('value'),
    /** Who says so, by which document. */
    source: text('source').notNull(),
    ...actedBy(),
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

/** Why a unit is not considered this year, whatever its points; a higher `seq` of the same `no` holds. */
export const veto = pgTable(
  'veto',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    vetoedUnitId: uuid('vetoed_unit_id').notNull(),
    no: integer('no').notNull(),
    seq: integer('seq').notNull(),
    /** Null: taken back. */
    reason: text('reason'),
    /** Who says so, by which document. */
    source: text('source').notNull(),
    ...actedBy(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.seasonId, t.vetoedUnitId, t.no, t.seq] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.vetoedUnitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

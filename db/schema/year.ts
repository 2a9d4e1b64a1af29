import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { season } from './bloc.ts';
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { target } from './plan.ts';
import { file } from './submission.ts';
import { unit } from './unit.ts';

const made = () => ({ madeBy: uuid('made_by').notNull(), madeAt: instant('made_at').notNull() });
/** What shows that it is so; all three or none. */
const evidence = () => ({
  fileSha256: text('file_sha256'),
  fileName: text('file_name'),
  fileMime: text('file_mime'),
});
const evidenceWhole = sql`num_nulls(file_sha256, file_name, file_mime) in (0, 3)`;

/** Which units answer for a target: of each unit the highest `no` holds. */
export const targetOwner = pgTable(
  'target_owner',
  {
    blocId: blocId(),
    targetId: uuid('target_id').notNull(),
    /** The revision of the target that was seen. */
    targetNo: integer('target_no').notNull(),
    unitId: uuid('unit_id').notNull(),
    no: integer('no').notNull(),
    state: text('state', { enum: ['given', 'taken'] }).notNull(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.targetId, t.unitId, t.no] }),
    foreignKey({
      columns: [t.blocId, t.targetId, t.targetNo],
      foreignColumns: [target.blocId, target.id, target.no],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** How far a target is, as reported: of each unit, or of the bloc as such, the newest holds. */
export const targetReport = pgTable(
  'target_report',
  {
    blocId: blocId(),
    id: id(),
    targetId: uuid('target_id').notNull(),
    targetNo: integer('target_no').notNull(),
    /** Null: the bloc as such, by its lead. */
    unitId: uuid('unit_id'),
    /** Of what is simply to be done: 1 done, 0 not yet. */
    value: numeric('value', { mode: 'number' }).notNull(),
    /** The day up to which it counts. */
    asOf: dayColumn('as_of').notNull(),
    /** Where the figure is from, as typed. */
    source: text('source'),
    ...evidence(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({
      columns: [t.blocId, t.targetId, t.targetNo],
      foreignColumns: [target.blocId, target.id, target.no],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('target_report_file', evidenceWhole),
    ownBlocOnly(),
  ],
);

/** An initiative, model or solution of a unit; what it is stands in its revisions. */
export const initiative = pgTable(
  'initiative',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    /** People call it by this number. */
    number: integer('number').notNull(),
    unitId: uuid('unit_id').notNull(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('initiative_number_once').on(t.blocId, t.number),
    ownBlocOnly(),
  ],
);

export const initiativeRevision = pgTable(
  'initiative_revision',
  {
    blocId: blocId(),
    initiativeId: uuid('initiative_id').notNull(),
    no: integer('no').notNull(),
    title: text('title').notNull(),
    /** Who made it, as typed. */
    people: text('people'),
    /** What it saves or improves. */
    benefit: text('benefit'),
    /** The decision by which it was recognised. */
    basis: text('basis'),
    state: text('state', { enum: ['registered', 'in_use', 'recognised', 'withdrawn'] }).notNull(),
    ...evidence(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.initiativeId, t.no] }),
    foreignKey({ columns: [t.blocId, t.initiativeId], foreignColumns: [initiative.blocId, initiative.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('initiative_file', evidenceWhole),
    ownBlocOnly(),
  ],
);

/** What a unit registers for the year and pledges; the highest `no` holds. */
export const registration = pgTable(
  'registration',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    no: integer('no').notNull(),
    /** Titles and awards aimed at, as typed. */
    titles: text('titles').notNull(),
    /** The signed pledge, where there is one. */
    pledgeNumber: text('pledge_number'),
    pledgedOn: dayColumn('pledged_on'),
    ...evidence(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.seasonId, t.unitId, t.no] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('registration_file', evidenceWhole),
    ownBlocOnly(),
  ],
);

/** The year's phases: when each is to begin, and when it was entered. Of each kind and phase the highest `no` holds. */
export const seasonPhase = pgTable(
  'season_phase',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    no: integer('no').notNull(),
    kind: text('kind', { enum: ['dated', 'entered'] }).notNull(),
    phase: text('phase', {
      enum: [
        'launch',
        'registration',
        'running',
        'mid_year',
        'self_scoring',
        'verification',
        'meeting',
        'awards',
        'closed',
      ],
    }).notNull(),
    day: dayColumn('day').notNull(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.seasonId, t.no] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** Of several open years the one that a person speaks of in private. */
export const seasonChoice = pgTable(
  'season_choice',
  {
    blocId: blocId(),
    personId: uuid('person_id').notNull(),
    seasonId: uuid('season_id').notNull(),
    chosenAt: instant('chosen_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.personId] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

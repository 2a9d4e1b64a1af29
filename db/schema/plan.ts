import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { season } from './bloc.ts';
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { file } from './submission.ts';

/** A plan that was read: the document as it came, and the record made of it. Kept whether or not it was applied. */
export const planDocument = pgTable(
  'plan_document',
  {
    blocId: blocId(),
    id: id(),
    /** The document's bytes; of pasted text, the text. */
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    /** `PlanRecord` of src/plan/record.ts, zod-checked on the way out. */
    record: jsonb('record').notNull(),
    readBy: uuid('read_by').notNull(),
    readAt: instant('read_at').notNull(),
    /** When its facts were taken over into the season; null: they were only looked at. */
    appliedAt: instant('applied_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.sha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.readBy], foreignColumns: [person.id] }),
    index('plan_document_of').on(t.blocId, t.sha256),
    ownBlocOnly(),
  ],
);

/** What every fact of a season has that a lead may change: the highest `no` holds, none is overwritten. */
const revision = () => ({
  blocId: blocId(),
  seasonId: uuid('season_id').notNull(),
  id: id(),
  no: integer('no').notNull(),
  state: text('state', { enum: ['open', 'withdrawn'] }).notNull(),
  /** As printed: the order of the document. */
  position: integer('position').notNull(),
  /** Document, lines and quotation, where it was read from one. */
  source: jsonb('source'),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

/** A figure to be reached; of `each_unit` it is a commitment that every unit answers for. */
export const target = pgTable(
  'target',
  {
    ...revision(),
    scope: text('scope', { enum: ['bloc', 'each_unit'] }).notNull(),
    metric: text('metric').notNull(),
    operator: text('operator', { enum: ['=', '>=', '<=', '>', '<', 'between', 'approx', 'done'] }).notNull(),
    /** Null where the target is that something be done. */
    low: numeric('low', { mode: 'number' }),
    /** The upper end of a range. */
    high: numeric('high', { mode: 'number' }),
    measure: text('measure'),
    /** A year, or a span of years, as printed. */
    period: text('period'),
    dueOn: dayColumn('due_on'),
    /** The figure as printed. */
    raw: text('raw').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id, t.no] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('target_range', sql`(operator = 'between') = (high is not null) and (high is null or low <= high)`),
    ownBlocOnly(),
  ],
);

/** A day or a span that the season works towards: an anniversary, an event, a campaign ("80 ngày đêm"). */
export const milestone = pgTable(
  'milestone',
  {
    ...revision(),
    kind: text('kind', { enum: ['anniversary', 'event', 'campaign'] }).notNull(),
    name: text('name').notNull(),
    /** Null where the document names no day. */
    startsOn: dayColumn('starts_on'),
    endsOn: dayColumn('ends_on'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id, t.no] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('milestone_span', sql`starts_on is null or ends_on is null or starts_on <= ends_on`),
    ownBlocOnly(),
  ],
);

/** How many of an award may be proposed, as the document says it. */
export const awardQuota = pgTable(
  'award_quota',
  {
    ...revision(),
    award: text('award').notNull(),
    /** Per what it is counted. */
    scope: text('scope', { enum: ['per_unit', 'per_bloc', 'whole', 'per_person'] }).notNull(),
    operator: text('operator', { enum: ['=', '>=', '<=', 'between'] }).notNull(),
    low: numeric('low', { mode: 'number' }).notNull(),
    high: numeric('high', { mode: 'number' }),
    measure: text('measure').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id, t.no] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

import { bigint, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';

/** The council stands in the bloc's row: symbols like `/KH-KTĐ02` repeat, so no bloc is known without it. */
export const bloc = pgTable(
  'bloc',
  {
    blocId: bigint('bloc_id', { mode: 'number' }).generatedByDefaultAsIdentity().primaryKey(),
    name: text('name').notNull(),
    label: text('label', { enum: ['khối', 'cụm'] }).notNull(),
    level: text('level', { enum: ['xã', 'tỉnh', 'liên tỉnh', 'bộ', 'trung ương'] }).notNull(),
    symbol: text('symbol'),
    councilName: text('council_name').notNull(),
    councilArea: text('council_area').notNull(),
    formationNumber: text('formation_number'),
    formationDate: dayColumn('formation_date'),
    /** Reminder policy and the rest of the lead's settings, zod-checked on the way out. */
    settings: jsonb('settings').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  () => [ownBlocOnly()],
);

export const season = pgTable(
  'season',
  {
    blocId: blocId(),
    id: id(),
    year: integer('year').notNull(),
    startsOn: dayColumn('starts_on').notNull(),
    endsOn: dayColumn('ends_on').notNull(),
    closedAt: instant('closed_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    ownBlocOnly(),
  ],
);

/** Receipt and document numbers: gapless within a bloc, since the row is locked until the commit. */
export const counter = pgTable(
  'counter',
  { blocId: blocId(), name: text('name').notNull(), value: integer('value').notNull() },
  t => [
    primaryKey({ columns: [t.blocId, t.name] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    ownBlocOnly(),
  ],
);

/** What the bloc decided about a doubtful day of the calendar (decision 14). */
export const calendarConfirmation = pgTable(
  'calendar_confirmation',
  {
    blocId: blocId(),
    day: dayColumn('day').notNull(),
    /** `open`: asked and not known yet, or a decision taken back. */
    what: text('what', { enum: ['off', 'working', 'open'] }).notNull(),
    confirmedBy: uuid('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.day] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    ownBlocOnly(),
  ],
);

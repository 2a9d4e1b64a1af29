import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
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

/** One round of voting: its question, who may vote and by which rules are fixed when it is opened. */
export const ballot = pgTable(
  'ballot',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    no: integer('no').notNull(),
    /** `paper`: the meeting's own, whose tally is typed in; `chat`: anonymous, in private chats. */
    mode: text('mode', { enum: ['paper', 'chat'] }).notNull(),
    title: text('title').notNull(),
    rules: jsonb('rules').notNull(),
    options: jsonb('options').notNull(),
    electors: jsonb('electors').notNull(),
    round: integer('round').notNull(),
    /** The round before this one. */
    previousId: uuid('previous_id'),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    closesAt: instant('closes_at'),
    state: text('state', { enum: ['open', 'closed', 'void'] }).notNull(),
    closedAt: instant('closed_at'),
    /** Counted, once closed: what was decided is derived from it. */
    counts: jsonb('counts'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.previousId], foreignColumns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('ballot_no_once').on(t.blocId, t.no),
    unique('ballot_next_once').on(t.blocId, t.previousId),
    check('ballot_counted', sql`(state = 'closed') = (counts is not null)`),
    ownBlocOnly(),
  ],
);

/**
 * The urn of an anonymous ballot: who has voted and what lies in it, each in an order of its own that says nothing,
 * in one row that every vote writes anew. Neither a row's place nor its transaction goes with one paper.
 */
export const ballotBox = pgTable(
  'ballot_box',
  {
    blocId: blocId(),
    ballotId: uuid('ballot_id').notNull(),
    voted: jsonb('voted').notNull(),
    papers: jsonb('papers').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.ballotId] }),
    foreignKey({ columns: [t.blocId, t.ballotId], foreignColumns: [ballot.blocId, ballot.id] }),
    ownBlocOnly(),
  ],
);

/** The tally of a paper ballot as one person read it out; two who agree make it the result. */
export const ballotTally = pgTable(
  'ballot_tally',
  {
    blocId: blocId(),
    ballotId: uuid('ballot_id').notNull(),
    personId: uuid('person_id').notNull(),
    version: integer('version').notNull(),
    counts: jsonb('counts').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.ballotId, t.personId, t.version] }),
    foreignKey({ columns: [t.blocId, t.ballotId], foreignColumns: [ballot.blocId, ballot.id] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** What people decided where the count did not: equal votes, seats that nobody won, too few there. */
export const ballotDecision = pgTable(
  'ballot_decision',
  {
    blocId: blocId(),
    ballotId: uuid('ballot_id').notNull(),
    chosen: jsonb('chosen').notNull(),
    reason: text('reason').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.ballotId] }),
    foreignKey({ columns: [t.blocId, t.ballotId], foreignColumns: [ballot.blocId, ballot.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** That a result was passed on to the bloc: the count, and what people decided after it, each once. */
export const ballotPublication = pgTable(
  'ballot_publication',
  {
    blocId: blocId(),
    ballotId: uuid('ballot_id').notNull(),
    what: text('what', { enum: ['count', 'decision'] }).notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.ballotId, t.what] }),
    foreignKey({ columns: [t.blocId, t.ballotId], foreignColumns: [ballot.blocId, ballot.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

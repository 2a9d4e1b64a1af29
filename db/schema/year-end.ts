import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
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
import { awardQuota, milestone } from './plan.ts';
import { file } from './submission.ts';
import { unit } from './unit.ts';

const made = () => ({ madeBy: uuid('made_by').notNull(), madeAt: instant('made_at').notNull() });
const evidence = () => ({
  fileSha256: text('file_sha256'),
  fileName: text('file_name'),
  fileMime: text('file_mime'),
});
const evidenceWhole = sql`num_nulls(file_sha256, file_name, file_mime) in (0, 3)`;

/** An exemplar of a unit, on its way through the four stages; what it is stands in its revisions. */
export const exemplar = pgTable(
  'exemplar',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    number: integer('number').notNull(),
    unitId: uuid('unit_id').notNull(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('exemplar_number_once').on(t.blocId, t.number),
    ownBlocOnly(),
  ],
);

export const exemplarRevision = pgTable(
  'exemplar_revision',
  {
    blocId: blocId(),
    exemplarId: uuid('exemplar_id').notNull(),
    no: integer('no').notNull(),
    /** Whom or what it is, as typed. */
    name: text('name').notNull(),
    /** What is exemplary. */
    merit: text('merit'),
    stage: text('stage', { enum: ['found', 'nurtured', 'summed_up', 'spread', 'withdrawn'] }).notNull(),
    /** Who looks after it, as typed. */
    caretaker: text('caretaker'),
    /** By when the stage is to be done. */
    dueOn: dayColumn('due_on'),
    ...evidence(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.exemplarId, t.no] }),
    foreignKey({ columns: [t.blocId, t.exemplarId], foreignColumns: [exemplar.blocId, exemplar.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('exemplar_file', evidenceWhole),
    ownBlocOnly(),
  ],
);

/** What a unit did for a campaign. */
export const campaignActivity = pgTable(
  'campaign_activity',
  {
    blocId: blocId(),
    id: id(),
    milestoneId: uuid('milestone_id').notNull(),
    /** The revision of the campaign that was seen. */
    milestoneNo: integer('milestone_no').notNull(),
    unitId: uuid('unit_id').notNull(),
    body: text('body').notNull(),
    doneOn: dayColumn('done_on').notNull(),
    ...evidence(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({
      columns: [t.blocId, t.milestoneId, t.milestoneNo],
      foreignColumns: [milestone.blocId, milestone.id, milestone.no],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('campaign_activity_file', evidenceWhole),
    ownBlocOnly(),
  ],
);

/** A meeting that the lead calls; who comes and who came are rows of its units. */
export const meeting = pgTable(
  'meeting',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    startsAt: instant('starts_at').notNull(),
    place: text('place'),
    /** Line by line. */
    agenda: text('agenda'),
    heldAt: instant('held_at'),
    cancelledAt: instant('cancelled_at'),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('meeting_number_once').on(t.blocId, t.number),
    ownBlocOnly(),
  ],
);

export const meetingUnit = pgTable(
  'meeting_unit',
  {
    blocId: blocId(),
    meetingId: uuid('meeting_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    answer: text('answer', { enum: ['yes', 'no'] }),
    /** Why the unit stays away, as typed. */
    reason: text('reason'),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
    /** Null until attendance is taken. */
    attended: boolean('attended'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.meetingId, t.unitId] }),
    foreignKey({ columns: [t.blocId, t.meetingId], foreignColumns: [meeting.blocId, meeting.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.answeredBy], foreignColumns: [person.id] }),
    check('meeting_answered', sql`num_nulls(answer, answered_by, answered_at) in (0, 3)`),
    ownBlocOnly(),
  ],
);

export const meetingDecision = pgTable(
  'meeting_decision',
  {
    blocId: blocId(),
    meetingId: uuid('meeting_id').notNull(),
    no: integer('no').notNull(),
    body: text('body').notNull(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.meetingId, t.no] }),
    foreignKey({ columns: [t.blocId, t.meetingId], foreignColumns: [meeting.blocId, meeting.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

/** Who is proposed for which award; what became of it are its steps. */
export const awardProposal = pgTable(
  'award_proposal',
  {
    blocId: blocId(),
    seasonId: uuid('season_id').notNull(),
    id: id(),
    number: integer('number').notNull(),
    award: text('award').notNull(),
    /** The quota it counts against. */
    quotaId: uuid('quota_id'),
    quotaNo: integer('quota_no'),
    unitId: uuid('unit_id').notNull(),
    /** A person or a collective within the unit, as typed; null: the unit itself. */
    subject: text('subject'),
    basis: text('basis', { enum: ['ranking', 'ballot', 'meeting', 'lead'] }).notNull(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.seasonId], foreignColumns: [season.blocId, season.id] }),
    foreignKey({
      columns: [t.blocId, t.quotaId, t.quotaNo],
      foreignColumns: [awardQuota.blocId, awardQuota.id, awardQuota.no],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    unique('award_proposal_number_once').on(t.blocId, t.number),
    check('award_proposal_quota', sql`num_nulls(quota_id, quota_no) in (0, 2)`),
    ownBlocOnly(),
  ],
);

export const awardStep = pgTable(
  'award_step',
  {
    blocId: blocId(),
    proposalId: uuid('proposal_id').notNull(),
    no: integer('no').notNull(),
    kind: text('kind', {
      enum: ['request', 'achievements', 'minutes', 'sent', 'granted', 'refused', 'withdrawn'],
    }).notNull(),
    /** Number and date of the document, or why, as typed. */
    said: text('said').notNull(),
    ...evidence(),
    ...made(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.proposalId, t.no] }),
    foreignKey({
      columns: [t.blocId, t.proposalId],
      foreignColumns: [awardProposal.blocId, awardProposal.id],
    }),
    foreignKey({ columns: [t.blocId, t.fileSha256], foreignColumns: [file.blocId, file.sha256] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    check('award_step_file', evidenceWhole),
    ownBlocOnly(),
  ],
);

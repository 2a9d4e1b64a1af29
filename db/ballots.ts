import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import {
  type Ballot,
  ballotOptionSchema,
  electorSchema,
  type Publication,
} from '../src/core/ballot/ballot.ts';
import { type Box, boxSchema } from '../src/core/ballot/box.ts';
import { type Counts, countsSchema } from '../src/core/ballot/counts.ts';
import { ballotRulesSchema } from '../src/core/ballot/rules.ts';
import { nextNumber } from './counter.ts';
import { ballot, ballotBox, ballotPublication } from './schema/ballot.ts';
import { instantText, rows, type Tx } from './tx.ts';

const ballotSchema = z.object({
  id: z.string(),
  no: z.number(),
  mode: z.enum(['paper', 'chat']),
  title: z.string(),
  rules: ballotRulesSchema,
  options: z.array(ballotOptionSchema),
  electors: z.array(electorSchema),
  round: z.number(),
  previousId: z.string().nullable(),
  closesAt: instantText.nullable(),
  state: z.enum(['open', 'closed', 'void']),
  counts: countsSchema.nullable(),
  voted: z.array(z.string()),
  counters: z.array(z.string()),
  closedAt: instantText.nullable(),
  published: z.array(z.object({ what: z.enum(['count', 'decision']), at: instantText })),
  decision: z.object({ chosen: z.array(z.string()), reason: z.string(), byName: z.string() }).nullable(),
  followed: z.boolean(),
});

/** The ballots of these seasons, newest first; or one alone, with its row held until the turn ends. */
export async function ballots(
  tx: Tx,
  which: { seasonIds: readonly string[] } | { held: string },
): Promise<Ballot[]> {
  if ('held' in which) await tx.execute(sql`select from ballot where id = ${which.held}::uuid for update`);
  const wanted =
    'held' in which
      ? sql`b.id = ${which.held}::uuid`
      : sql`b.season_id = any(${sql.param([...which.seasonIds])}::uuid[])`;
  return rows(
    tx,
    ballotSchema,
    sql`
    select b.id, b.no, b.mode, b.title, b.rules, b.options, b.electors, b.round, b.previous_id as "previousId",
      b.closes_at as "closesAt", b.closed_at as "closedAt", b.state, b.counts, coalesce(x.voted, '[]') as voted,
      (select coalesce(jsonb_agg(distinct p.display_name), '[]') from ballot_tally t join person p on p.id = t.person_id
        where t.bloc_id = b.bloc_id and t.ballot_id = b.id) as counters,
      (select coalesce(jsonb_agg(jsonb_build_object('what', u.what, 'at', u.made_at)), '[]') from ballot_publication u
        where u.bloc_id = b.bloc_id and u.ballot_id = b.id) as published,
      (select jsonb_build_object('chosen', d.chosen, 'reason', d.reason, 'byName', p.display_name)
        from ballot_decision d join person p on p.id = d.made_by
        where d.bloc_id = b.bloc_id and d.ballot_id = b.id) as decision,
      exists (select from ballot n where n.bloc_id = b.bloc_id and n.previous_id = b.id) as followed
    from ballot b left join ballot_box x on x.bloc_id = b.bloc_id and x.ballot_id = b.id
    where ${wanted} order by b.no desc`,
  );
}

export type NewBallot = Pick<
  Ballot,
  'mode' | 'title' | 'rules' | 'options' | 'electors' | 'round' | 'previousId' | 'closesAt'
> & { blocId: number; seasonId: string; madeBy: string; madeAt: Date };

export async function openBallot(tx: Tx, given: NewBallot): Promise<{ id: string; no: number }> {
  const { blocId } = given;
  const id = uuidv7();
  const no = await nextNumber(tx, blocId, 'ballot');
  await tx.insert(ballot).values({ ...given, id, no, state: 'open' });
  if (given.mode === 'chat')
    await tx.insert(ballotBox).values({ blocId, ballotId: id, voted: [], papers: [] });
  return { id, no };
}

/** The ballot must be held. */
export async function readBox(tx: Tx, ballotId: string): Promise<Box> {
  const [box] = await rows(
    tx,
    boxSchema,
    sql`select voted, papers from ballot_box where ballot_id = ${ballotId}::uuid`,
  );
  if (!box) throw new Error('ballot without a box');
  return box;
}

/** The ballot must be held. The row is written anew whole: whose paper came last is nowhere in it. */
export async function writeBox(tx: Tx, ballotId: string, { voted, papers }: Box): Promise<void> {
  await tx.execute(sql`update ballot_box set voted = ${JSON.stringify(voted)}::text::jsonb,
    papers = ${JSON.stringify(papers)}::text::jsonb where ballot_id = ${ballotId}::uuid`);
}

/** Null: nothing was counted. Of papers that were begun nothing stays but that a button of theirs finds the ballot. */
export async function closeBallot(tx: Tx, ballotId: string, counts: Counts | null, at: Date): Promise<void> {
  await tx.execute(sql`update ballot set state = ${counts ? 'closed' : 'void'},
    counts = ${counts && JSON.stringify(counts)}::text::jsonb, closed_at = ${at.toISOString()}::timestamptz
    where id = ${ballotId}::uuid and state = 'open'`);
  await tx.execute(sql`update dialogue set state = jsonb_build_object('ballotId', ${ballotId}::text, 'answers', ''),
    parked_at = ${at.toISOString()}::timestamptz where kind = 'bo_phieu' and state->>'ballotId' = ${ballotId}`);
}

export async function addTally(
  tx: Tx,
  tally: { blocId: number; ballotId: string; personId: string; counts: Counts; at: Date },
): Promise<void> {
  const { blocId, ballotId, personId, counts, at } = tally;
  await tx.execute(sql`
    insert into ballot_tally (bloc_id, ballot_id, person_id, version, counts, made_at)
    select ${blocId}, ${ballotId}::uuid, ${personId}::uuid, coalesce(max(version), 0) + 1,
      ${JSON.stringify(counts)}::text::jsonb, ${at.toISOString()}::timestamptz
    from ballot_tally where ballot_id = ${ballotId}::uuid and person_id = ${personId}::uuid`);
}

/** What each person read last. */
export function tallies(tx: Tx, ballotId: string) {
  return rows(
    tx,
    z.object({ personId: z.string(), byName: z.string(), counts: countsSchema }),
    sql`select distinct on (t.person_id) t.person_id as "personId", p.display_name as "byName", t.counts
      from ballot_tally t join person p on p.id = t.person_id
      where t.ballot_id = ${ballotId}::uuid order by t.person_id, t.version desc`,
  );
}

export async function addDecision(
  tx: Tx,
  given: { blocId: number; ballotId: string; chosen: string[]; reason: string; by: string; at: Date },
): Promise<void> {
  const { blocId, ballotId, chosen, reason, by, at } = given;
  await tx.execute(sql`insert into ballot_decision (bloc_id, ballot_id, chosen, reason, made_by, made_at)
    values (${blocId}, ${ballotId}::uuid, ${JSON.stringify(chosen)}::text::jsonb, ${reason}, ${by}::uuid,
      ${at.toISOString()}::timestamptz)`);
}

/** False: that was published already. */
export async function addPublication(
  tx: Tx,
  given: { blocId: number; ballotId: string; what: Publication; by: string; at: Date },
): Promise<boolean> {
  const { by: madeBy, at: madeAt, ...rest } = given;
  const added = await tx
    .insert(ballotPublication)
    .values({ ...rest, madeBy, madeAt })
    .onConflictDoNothing()
    .returning({ what: ballotPublication.what });
  return added.length > 0;
}

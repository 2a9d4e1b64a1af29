import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Day } from '../src/core/day.ts';
import type { ComingHandOver } from '../src/core/hand-over.ts';
import type { OpenInYear } from '../src/core/open-in-year.ts';
import { addTable, seasonTable } from './scores.ts';
import { dayText, idText, rows, type Tx } from './tx.ts';
import { setUnitRole } from './units.ts';

/** From a day on these units lead; whoever was deputy and is not named is a member then. */
export async function handOverRoles(
  tx: Tx,
  blocId: number,
  given: { leadId: string; deputyId: string | null; from: string; dayBefore: string },
): Promise<void> {
  const { leadId, deputyId, from, dayBefore } = given;
  const days = { from, dayBefore };
  await tx.execute(sql`update unit_role set valid_to = ${dayBefore}::date
    where role = 'deputy' and (valid_to is null or valid_to > ${dayBefore}::date)`);
  await setUnitRole(tx, { blocId, unitId: leadId }, 'lead', days);
  if (deputyId) await setUnitRole(tx, { blocId, unitId: deputyId }, 'deputy', days);
}

const comingSchema = z.object({ leadId: z.string(), deputyId: z.string().nullable(), from: dayText });

/** The lead whose day has yet to come, with the deputy of that day. */
export async function comingHandOver(tx: Tx, today: Day): Promise<ComingHandOver | null> {
  const [found] = await rows(
    tx,
    comingSchema,
    sql`select r.unit_id as "leadId", r.valid_from::text as from,
        (select d.unit_id from unit_role d where d.role = 'deputy' and d.valid_from = r.valid_from
          and (d.valid_to is null or d.valid_to >= d.valid_from) limit 1) as "deputyId"
      from unit_role r where r.role = 'lead' and r.valid_from > ${today}::date
        and (r.valid_to is null or r.valid_to >= r.valid_from)
      order by r.valid_from limit 1`,
  );
  return found ?? null;
}

/** Nobody begins on that day, and whoever would have ended the day before goes on, as long as his unit does. */
export async function takeBackHandOver(tx: Tx, from: Day): Promise<void> {
  await tx.execute(sql`update unit_role set valid_to = valid_from - 1
    where valid_from = ${from}::date and (valid_to is null or valid_to >= valid_from)`);
  await tx.execute(sql`update unit_role r set valid_to = u.valid_to from unit u
    where u.bloc_id = r.bloc_id and u.id = r.unit_id
      and r.valid_to = ${from}::date - 1 and r.valid_from < ${from}::date`);
}

/** The old year's score table in the new one, where that has none. */
export async function copyTable(
  tx: Tx,
  at: { blocId: number; from: string; to: string; now: Date },
): Promise<boolean> {
  const old = await seasonTable(tx, at.from);
  if (!old || (await seasonTable(tx, at.to))) return false;
  await addTable(tx, { blocId: at.blocId, seasonId: at.to, now: at.now }, { ...old.table, version: 1 });
  return true;
}

/** A season by its year, open or not. */
export async function seasonOfYear(tx: Tx, year: number): Promise<{ id: string; open: boolean } | null> {
  const [found] = await rows(
    tx,
    z.object({ id: z.string(), open: z.boolean() }),
    sql`select id, closed_at is null as open from season where year = ${year}`,
  );
  return found ?? null;
}

const openSchema = z.object({
  duties: idText,
  ballots: idText,
  meetings: idText,
  feedback: idText,
  awards: idText,
});

export async function openInSeason(tx: Tx, seasonId: string): Promise<OpenInYear> {
  const id = sql`${seasonId}::uuid`;
  const [found] = await rows(
    tx,
    openSchema,
    sql`select
      (select count(*) from obligation o join deadline d on d.bloc_id = o.bloc_id and d.id = o.deadline_id
        where o.season_id = ${id} and o.withdrawn_at is null and d.kind in ('report', 'dossier', 'self_score', 'registration')
          and not exists (select from submission s where s.bloc_id = o.bloc_id and s.obligation_id = o.id
            and not exists (select from submission_decision x where x.bloc_id = s.bloc_id and x.submission_id = s.id
              and x.kind = 'withdrawn'))) as duties,
      (select count(*) from ballot where season_id = ${id} and state = 'open') as ballots,
      (select count(*) from meeting where season_id = ${id} and held_at is null and cancelled_at is null) as meetings,
      (select count(*) from feedback where season_id = ${id} and closed_at is null) as feedback,
      (select count(*) from award_proposal a where a.season_id = ${id} and not exists (select from award_step s
        where s.bloc_id = a.bloc_id and s.proposal_id = a.id and s.kind in ('granted', 'refused', 'withdrawn'))) as awards`,
  );
  if (!found) throw new Error('a count has a row');
  return found;
}

/** From now on nothing of it is spoken of, owed or changed. */
export async function closeSeason(tx: Tx, seasonId: string, at: Date): Promise<void> {
  await tx.execute(sql`update season set closed_at = ${at.toISOString()}::timestamptz
    where id = ${seasonId}::uuid and closed_at is null`);
  await tx.execute(sql`delete from season_choice where season_id = ${seasonId}::uuid`);
}

const fileSchema = z.object({ sha256: z.string(), name: z.string(), size: idText });

/**
 * Every file that units and lead gave for the season, smallest first: reports, evidence, what came with the year's
 * own facts, and the plans it was made from.
 */
export function seasonFiles(tx: Tx, seasonId: string): Promise<z.infer<typeof fileSchema>[]> {
  const id = sql`${seasonId}::uuid`;
  const own = (name: string) => sql`select file_sha256, file_name from ${sql.identifier(name)}
    where season_id = ${id} and file_sha256 is not null`;
  const of = (name: string, key: string, whole: string) => sql`select r.file_sha256, r.file_name
    from ${sql.identifier(name)} r where r.file_sha256 is not null
      and r.${sql.identifier(key)} in (select w.id from ${sql.identifier(whole)} w where w.season_id = ${id})`;
  const told = (name: string) =>
    sql`select source->>'documentId' from ${sql.identifier(name)} where season_id = ${id}`;
  return rows(
    tx,
    fileSchema,
    sql`select distinct on (f.size, f.sha256) f.sha256, given.name, f.size from (
        select s.sha256, s.name from submission_file s join submission u on u.id = s.submission_id
          where u.season_id = ${id}
        union all ${own('document')} union all ${own('announcement')} union all ${own('registration')}
        union all ${of('initiative_revision', 'initiative_id', 'initiative')}
        union all ${of('exemplar_revision', 'exemplar_id', 'exemplar')}
        union all ${of('target_report', 'target_id', 'target')}
        union all ${of('campaign_activity', 'milestone_id', 'milestone')}
        union all ${of('award_step', 'proposal_id', 'award_proposal')}
        union all ${of('feedback_entry', 'feedback_id', 'feedback')}
        union all select e.sha256, e.text from evidence e join sheet s on s.id = e.sheet_id
          where s.season_id = ${id} and e.sha256 is not null and e.taken_back_at is null
        union all select p.sha256, p.name from plan_document p
          where p.applied_at is not null and p.id::text in (
            ${told('target')} union all ${told('milestone')} union all ${told('award_quota')}
            union all select r.source->>'documentId' from deadline_revision r
              join deadline d on d.id = r.deadline_id where d.season_id = ${id})) given
      join file f on f.sha256 = given.sha256 order by f.size, f.sha256, given.name`,
  );
}

/** The bytes of one of the entered bloc's files. */
export async function fileBytes(tx: Tx, sha256: string): Promise<Uint8Array> {
  const [found] = await rows(
    tx,
    z.object({ bytes: z.instanceof(Uint8Array) }),
    sql`select bytes from file where sha256 = ${sha256}`,
  );
  if (!found) throw new Error('no such file');
  return found.bytes;
}

/** The whole log with its hashes, as it is checked, and its head. */
export async function wholeAudit(tx: Tx): Promise<unknown> {
  const [found] = await rows(
    tx,
    z.object({ log: z.unknown() }),
    sql`select jsonb_build_object(
        'rows', (select coalesce(jsonb_agg(to_jsonb(a) - 'hash' - 'prev' || jsonb_build_object(
          'hash', encode(a.hash, 'hex'), 'prev', encode(a.prev, 'hex')) order by a.seq), '[]') from audit a),
        'head', (select jsonb_build_object('seq', h.seq, 'hash', encode(h.hash, 'hex')) from audit_head h)) as log`,
  );
  return found?.log ?? null;
}

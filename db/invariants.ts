import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Broken, Invariant } from '../src/core/invariants.ts';
import { verifyAudit } from './audit.ts';
import { everyBloc } from './every-bloc.ts';
import { enterBloc, idText, rows, type Tx } from './tx.ts';

/**
 * What must hold of a bloc's rows whatever has happened, as queries for the rows that break it. Foreign keys and
 * checks hold the rest; these look over several rows, which no constraint can.
 */
const breaches: Record<Exclude<Invariant, 'audit_chain'>, SQL> = {
  submission_versions: sql`select obligation_id from submission group by obligation_id
    having max(version) <> count(*) or min(version) <> 1`,
  submission_season: sql`select s.id from submission s
    join obligation o on o.bloc_id = s.bloc_id and o.id = s.obligation_id where o.season_id <> s.season_id`,
  obligation_season: sql`select o.id from obligation o
    join deadline d on d.bloc_id = o.bloc_id and d.id = o.deadline_id where d.season_id <> o.season_id`,
  deadline_revisions: sql`select d.id from deadline d
    left join deadline_revision r on r.bloc_id = d.bloc_id and r.deadline_id = d.id
    group by d.id having count(r.no) = 0 or max(r.no) <> count(r.no)`,
  one_lead: sql`select a.id from unit_role a join unit_role b on b.bloc_id = a.bloc_id and b.id > a.id
    and b.role = 'lead' and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')
    where a.role = 'lead' and coalesce(a.valid_to >= a.valid_from, true) and coalesce(b.valid_to >= b.valid_from, true)`,
  person_blocs: sql`select p.id from person p where exists (select from membership m where m.person_id = p.id
      and m.valid_from <= current_date and m.valid_to is null) and p.erased_at is null
    and not nullif(current_setting('tlk.bloc_id', true), '')::bigint = any(p.bloc_ids)`,
  numbers: sql`select c.name from counter c join (
      select 'receipt' as name, max(receipt_no) as no from submission
      union all select 'announcement', max(no) from announcement
      union all select 'feedback', max(no) from feedback
      union all select 'document', max(no) from document
      union all select 'ballot', max(no) from ballot) used on used.name = c.name where used.no > c.value`,
  ballot_box: sql`select b.id from ballot b join ballot_box x on x.bloc_id = b.bloc_id and x.ballot_id = b.id
    where case b.state when 'void' then jsonb_array_length(x.papers) > 0
      else jsonb_array_length(x.papers) <> jsonb_array_length(x.voted) end
    or exists (select from jsonb_array_elements_text(x.voted) v
      where not b.electors @> jsonb_build_array(jsonb_build_object('key', v)))`,
  ballot_counts: sql`select b.id from ballot b join ballot_box x on x.bloc_id = b.bloc_id and x.ballot_id = b.id
    where b.state = 'closed' and exists (
      select from jsonb_array_elements(b.options) with ordinality as o(option, n)
      join jsonb_array_elements(b.counts->'options') c on c->>'option' = o.option->>'id'
      where (c->>'yes')::int <> (select count(*) from jsonb_array_elements_text(x.papers) p
        where substr(p, o.n::int, 1) = 'y'))`,
  feedback_entries: sql`select f.id from feedback f
    left join feedback_entry e on e.bloc_id = f.bloc_id and e.feedback_id = f.id
    group by f.id having count(e.no) = 0 or max(e.no) <> count(e.no)`,
  erased_persons: sql`select p.id from person p join account a on a.person_id = p.id where p.erased_at is not null`,
};

/** Of the entered bloc; empty: all holds. */
export async function brokenHere(tx: Tx, blocId: number): Promise<Broken[]> {
  const names = Object.keys(breaches).filter((name): name is keyof typeof breaches => name in breaches);
  const broken: Broken[] = [];
  for (const name of names) {
    const [found] = await rows(
      tx,
      z.object({ n: idText }),
      sql`select count(*) as n from (${breaches[name]}) as breach`,
    );
    if (found && found.n > 0) broken.push({ invariant: name, blocId, rows: found.n });
  }
  if (await verifyAudit(tx)) broken.push({ invariant: 'audit_chain', blocId, rows: 1 });
  return broken;
}

/** Over all blocs, each in a transaction of its own, so that nobody waits for the whole look. */
export async function brokenInvariants(db: Tx): Promise<Broken[]> {
  const blocs = await db.transaction(everyBloc);
  const broken: Broken[] = [];
  for (const { blocId } of blocs)
    broken.push(
      ...(await db.transaction(async tx => {
        await enterBloc(tx, blocId);
        return brokenHere(tx, blocId);
      })),
    );
  return broken;
}

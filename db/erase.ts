import { sql } from 'drizzle-orm';
import type { Tx } from './tx.ts';

/** In the entered bloc the person's posts and absences end, and what he had begun goes; what he did stays. */
export async function leaveBlocFor(tx: Tx, personId: string, today: string, now: Date): Promise<void> {
  const me = sql`person_id = ${personId}::uuid`;
  await tx.execute(sql`update membership set valid_to = greatest(${today}::date - 1, valid_from - 1)
    where ${me} and (valid_to is null or valid_to >= ${today}::date)`);
  await tx.execute(sql`update absence set ended_at = ${now.toISOString()}::timestamptz
    where (${me} or stand_in_id = ${personId}::uuid) and ended_at is null`);
  await tx.execute(sql`delete from dialogue where ${me}`);
  await tx.execute(sql`update link set used_at = ${now.toISOString()}::timestamptz
    where ${me} and used_at is null`);
  await tx.execute(sql`update ballot set electors = (
      select jsonb_agg(case when e->>'personId' = ${personId} then e - 'name' || jsonb_build_object('name', e->>'key')
        else e end) from jsonb_array_elements(electors) e)
    where electors @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text))`);
}

/**
 * Accounts, private chats and name go; a bare id stays, so that what was done for a bloc keeps its author apart
 * from others. Of messages all goes that is not on its way; the rest with the next nightly purge.
 */
export async function forgetPerson(tx: Tx, personId: string, name: string, now: Date): Promise<void> {
  const me = sql`person_id = ${personId}::uuid`;
  await tx.execute(sql`delete from outbox o using chat_binding c
    where c.person_id = ${personId}::uuid and c.kind = 'private' and c.platform = o.platform
      and c.bot_id = o.bot_id and c.chat_id = o.chat_id and o.state not in ('waiting', 'sending')`);
  await tx.execute(sql`delete from inbox i using account a
    where a.person_id = ${personId}::uuid and a.platform = i.platform and a.bot_id = i.bot_id
      and a.user_id = i.user_id and i.state in ('done', 'dead')`);
  await tx.execute(sql`delete from due d using chat_binding c
    where c.person_id = ${personId}::uuid and d.state = 'done' and d.item->'chat'->>'chatId' = c.chat_id`);
  await tx.execute(sql`delete from chat_binding where ${me} and kind = 'private'`);
  await tx.execute(sql`delete from account where ${me}`);
  await tx.execute(sql`update person set display_name = ${name}, bloc_ids = '{}', current_bloc_id = null,
    erased_at = ${now.toISOString()}::timestamptz where id = ${personId}::uuid`);
}

/** He was told what is kept of him; the first time counts. */
export async function noteNotice(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.execute(sql`update person set noticed_at = coalesce(noticed_at, ${now.toISOString()}::timestamptz)
    where id = ${personId}::uuid`);
}

import { subDays } from 'date-fns/subDays';
import { sql } from 'drizzle-orm';
import { blocIds } from './backup/tables.ts';
import type { Client } from './catalogue/kinds.ts';
import { connect } from './client.ts';
import type { DatabaseTarget } from './target.ts';
import type { Tx } from './tx.ts';

/**
 * What has served its time goes: bodies of events and files of those set aside after 7 days, their keys and
 * messages after 30 (decision 16), done due rows after 90. By the database's clock, since deliveries are the machine's.
 */
export async function purge(tx: Tx): Promise<void> {
  await tx.execute(
    sql`update inbox set raw = null where raw is not null and done_at < now() - interval '7 days'`,
  );
  await tx.execute(sql`delete from inbox_file f using inbox i
    where i.id = f.inbox_id and i.state = 'dead' and i.done_at < now() - interval '7 days'`);
  await tx.execute(sql`delete from inbox where done_at < now() - interval '30 days'`);
  // What stands at the top of a group is known as long as it may have to be edited.
  await tx.execute(sql`delete from outbox o where state not in ('waiting', 'sending')
    and created_at < now() - interval '30 days'
    and not (body ? 'pinned' and state = 'sent' and not exists (select from outbox n where n.bloc_id = o.bloc_id
      and n.platform = o.platform and n.bot_id = o.bot_id and n.chat_id = o.chat_id
      and n.body ? 'pinned' and n.state = 'sent' and n.id > o.id))`);
  // A private chat that was heard and is nobody's any more is that of a person who was erased.
  for (const queue of ['inbox', 'outbox'])
    await tx.execute(sql`delete from ${sql.identifier(queue)} q where q.chat_kind = 'private'
      and q.state in ('done', 'sent', 'unknown', 'gone', 'refused')
      and not exists (select from chat_binding b where b.platform = q.platform and b.bot_id = q.bot_id
        and b.chat_id = q.chat_id)`);
  await tx.execute(sql`delete from due where state = 'done' and done_at < now() - interval '90 days'`);
}

/** Milliseconds a turn may keep the purge waiting; the next night is early enough. */
const LOCK_TIMEOUT = 5_000;

/**
 * Files that nothing came of: a bloc's after 30 days, where no row that points at files, draft, change
 * that can be undone or message to be sent names them; links a week after their end; the room's uploads after a day without a message. As the
 * login that migrates, since files are history to turns. By the domain's clock, which dated them.
 */
export async function purgeFiles(target: DatabaseTarget, now: Date): Promise<void> {
  const { sql: owner, end } = connect(target, {
    role: null,
    max: 1,
    settings: { lock_timeout: LOCK_TIMEOUT },
  });
  try {
    const blocs = await owner.begin(blocIds);
    const before = subDays(now, 30);
    for (const blocId of blocs)
      await owner.begin(async tx => {
        // A turn that found its file here already has committed what names it before we look, or finds it gone.
        await tx`lock table file in share row exclusive mode`;
        await tx`select set_config('tlk.bloc_id', ${String(blocId)}, true)`;
        await tx`delete from link where bloc_id = ${blocId} and expires_at < ${subDays(now, 7)}`;
        await tx.unsafe(namedFiles(await fileNames(tx), blocId));
        await tx`
          delete from file f where f.bloc_id = ${blocId} and f.created_at < ${before}
            and not exists (select from named_file n where n.sha256 = f.sha256)
            and not exists (select from dialogue d where d.bloc_id = f.bloc_id
              and position(f.sha256 in d.state::text) > 0)
            and not exists (select from undo u where u.bloc_id = f.bloc_id and u.used_at is null
              and position(f.sha256 in u.inverse::text) > 0)
            and not exists (select from outbox o where o.state in ('waiting', 'sending')
              and o.bloc_id = f.bloc_id and position(f.sha256 in o.body::text) > 0)`;
      });
    // The room's references begin with the time they were made at, in base 36.
    const first = `f${subDays(now, 1).getTime().toString(36).padStart(9, '0')}`;
    await owner`
      delete from room.file f where f.ref ~ '^f[0-9a-z]{9}-' and f.ref collate "C" < ${first}
        and not exists (select from room.message m
          where m.body->'files' @> jsonb_build_array(jsonb_build_object('ref', f.ref)))`;
  } finally {
    await end();
  }
}

/** Every column that points at a bloc's files: a table added tomorrow is among them. */
const fileNames = (tx: Client) =>
  tx<{ table: string; column: string }[]>`
    select k.conrelid::regclass::text as table, a.attname as column from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and k.confrelid = 'file'::regclass`;

/** One list of them, gone with the transaction. Names come from the catalogue, so they are quoted as it quotes them. */
function namedFiles(places: readonly { table: string; column: string }[], blocId: number): string {
  const each = places.map(
    ({ table, column }) => `select "${column}" as sha256 from ${table} where bloc_id = ${Number(blocId)}`,
  );
  return `create temporary table named_file on commit drop as ${each.join(' union ')}`;
}

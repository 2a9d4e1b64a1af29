import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows, type Tx } from './tx.ts';

/** Enough of one table; nobody reads more of himself. */
const MOST = 5_000;

const place = z.object({ table: z.string(), columns: z.array(z.string()), walled: z.boolean() });
const record = z.record(z.string(), z.unknown());
export type PersonalRows = { table: string; rows: Record<string, unknown>[] }[];

/** Everywhere a person's id may stand, as the catalogue knows it: a table added tomorrow is among them. */
const places = (tx: Tx) =>
  rows(
    tx,
    place,
    sql`select c.relname as table, c.relforcerowsecurity as walled,
        array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and n.nspname = 'public' and a.attnum > 0 and not a.attisdropped
        and a.atttypid in ('uuid'::regtype, 'text'::regtype) and has_table_privilege(c.oid, 'select')
        and c.relname not in ('inbox', 'inbox_file', 'outbox', 'file')
      group by 1, 2 order by 1`,
  );

/** The rows of the entered bloc (`walled`), or of the global tables, that name the person. */
export async function rowsNaming(tx: Tx, personId: string, walled: boolean): Promise<PersonalRows> {
  const found: PersonalRows = [];
  for (const { table, columns } of (await places(tx)).filter(one => one.walled === walled)) {
    const named = sql.join(
      columns.map(column => sql`t.${sql.identifier(column)}::text = ${personId}`),
      sql` or `,
    );
    const some = await rows(
      tx,
      z.object({ row: record }),
      sql`select to_jsonb(t) - array['hash', 'prev', 'code_hash', 'bytes'] as row
        from ${sql.identifier(table)} t where ${named} limit ${MOST}`,
    );
    if (some.length > 0) found.push({ table, rows: some.map(one => one.row) });
  }
  return found;
}

const messageSchema = z.object({ at: z.string(), body: z.unknown() });

/** What is still kept of his messages to the assistant and of its to him. */
export async function messagesOf(tx: Tx, personId: string) {
  const received = await rows(
    tx,
    messageSchema,
    sql`select i.received_at::text as at, i.raw as body from inbox i
      join account a on a.platform = i.platform and a.bot_id = i.bot_id and a.user_id = i.user_id
      where a.person_id = ${personId}::uuid and i.raw is not null order by i.id limit ${MOST}`,
  );
  const sent = await rows(
    tx,
    messageSchema,
    sql`select o.created_at::text as at, o.body->'lines' as body from outbox o
      join chat_binding c on c.platform = o.platform and c.bot_id = o.bot_id and c.chat_id = o.chat_id
      where c.person_id = ${personId}::uuid and c.kind = 'private' order by o.id limit ${MOST}`,
  );
  return { received, sent };
}

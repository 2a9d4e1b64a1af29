import type { TransactionSql } from 'postgres';

export type Client = TransactionSql;

/** The schemas that are the project's own: drizzle keeps its list of migrations in one of its own. */
export const ours = (tx: Client) => tx`
  select oid from pg_namespace where nspname !~ '^pg_' and nspname not in ('drizzle', 'information_schema')`;

/** Views' texts differ between versions, partitions and domains are not described: better no dump than a silent gap. */
export async function refuseUnknownKinds(tx: Client): Promise<void> {
  const unknown = await tx<{ what: string }[]>`
    select format('%s %s', relkind, oid::regclass) as what from pg_class
    where relnamespace in (${ours(tx)}) and relkind not in ('r', 'i', 'S', 't')
    union all
    select format('type %s %s', typtype, oid::regtype) from pg_type t
    where typnamespace in (${ours(tx)}) and typtype in ('d', 'r', 'm')
    union all
    select format('extension %I', extname) from pg_extension where extname <> 'plpgsql'
    union all
    select format('rule %I', rulename) from pg_rewrite r join pg_class c on c.oid = r.ev_class
    where c.relnamespace in (${ours(tx)})
    union all
    select format('statistics %I', stxname) from pg_statistic_ext where stxnamespace in (${ours(tx)})`;
  if (unknown.length > 0)
    throw new Error(`db/catalogue cannot describe yet: ${unknown.map(({ what }) => what).join(', ')}`);
}

/** The one text column `line` of each row. */
export const linesOf = (rows: readonly { line: string }[]): string[] => rows.map(({ line }) => line);

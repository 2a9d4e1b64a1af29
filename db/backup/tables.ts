import type { Client } from '../catalogue/kinds.ts';

export interface BackupTable {
  /** As SQL takes it: `public.person`, `room.message`. */
  name: string;
  columns: string[];
  /** `order by` that gives the same order on every server. */
  order: string;
  /** Its rows belong to blocs, each seen only from within. */
  walled: boolean;
}

/** Our tables: those in which our roles may do something. Each stands behind all that it refers to. */
export async function backupTables(tx: Client): Promise<BackupTable[]> {
  const found = await tx<(BackupTable & { needs: string[] })[]>`
    select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as walled,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute a
        where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select string_agg(quote_ident(attname) || case when attcollation <> 0 then ' collate "C"' else '' end, ', '
          order by array_position(i.indkey::int2[], attnum))
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as "order",
      array(select format('%I.%I', fn.nspname, f.relname) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'room')
      and exists (select from pg_roles r where r.rolname in ('tlk_app', 'tlk_system')
        and has_table_privilege(r.oid, c.oid, 'select'))
    order by 1`;
  return inOrder(found);
}

function inOrder(found: (BackupTable & { needs: string[] })[]): BackupTable[] {
  const ordered: BackupTable[] = [];
  const done = new Set<string>();
  const left = [...found];
  while (left.length > 0) {
    const next = left.findIndex(({ needs }) => needs.every(name => done.has(name)));
    const [table] = left.splice(next, 1);
    if (next < 0 || !table) throw new Error('tables that refer to each other in a circle');
    const { needs: _, ...facts } = table;
    ordered.push(facts);
    done.add(table.name);
  }
  return ordered;
}

/** Blocs asked for in one round trip. */
const AT_ONCE = 500;

/** Every bloc's number. Row-level security may bind this login too, so each is asked for from within. */
export async function blocIds(tx: Client): Promise<number[]> {
  const [row] = await tx<{ last: number | null }[]>`
    select pg_sequence_last_value(pg_get_serial_sequence('public.bloc', 'bloc_id')::regclass) as last`;
  const last = row?.last ?? 0;
  const ids: number[] = [];
  for (let from = 1; from <= last; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, last - from + 1) }, (_, n) => from + n);
    const answers = await Promise.all(
      some.flatMap(id => [
        enter(tx, id),
        tx<{ id: number }[]>`select bloc_id as id from public.bloc where bloc_id = ${id}`,
      ]),
    );
    ids.push(...answers.flatMap(answer => answer?.map(one => one.id) ?? []));
  }
  return ids;
}

export async function enter(tx: Client, blocId: number): Promise<null> {
  await tx`select set_config('tlk.bloc_id', ${String(blocId)}, true)`;
  return null;
}

export interface Counter {
  table: string;
  column: string;
  last: number;
  called: boolean;
}

/** Read after the rows: a number may be lost, but none is given twice. */
export async function counters(tx: Client): Promise<Counter[]> {
  const found = await tx<{ table: string; column: string; sequence: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as table, attname as column,
      pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where attidentity <> '' and c.relkind = 'r' and n.nspname in ('public', 'room') order by 1, 2`;
  const read: Counter[] = [];
  for (const { table, column, sequence } of found) {
    const [row] = await tx.unsafe<{ last: number; called: boolean }[]>(
      `select last_value as last, is_called as called from ${sequence}`,
    );
    if (row) read.push({ table, column, ...row });
  }
  return read;
}

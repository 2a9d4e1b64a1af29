import { type Client, linesOf, ours } from './kinds.ts';

type Lines = { line: string }[];

export async function functions(tx: Client): Promise<string[]> {
  return linesOf(
    await tx<Lines>`
    select rtrim(pg_get_functiondef(oid), E'\n') || ';' as line from pg_proc
    where pronamespace in (${ours(tx)}) and prokind in ('f', 'p')
    order by oid::regprocedure::text collate "C"`,
  );
}

export async function triggers(tx: Client): Promise<string[]> {
  return linesOf(
    await tx<Lines>`
    select concat_ws(E'\n', pg_get_triggerdef(t.oid) || ';',
      case when tgenabled <> 'O' then format('-- fires: %s', tgenabled) end) as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where relnamespace in (${ours(tx)}) and not tgisinternal order by c.oid::regclass::text collate "C", tgname`,
  );
}

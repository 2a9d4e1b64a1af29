import { type Client, linesOf, ours } from './kinds.ts';

type Lines = { line: string }[];

/**
 * What others than the owner may do, one line for each object and grantee. MAINTAIN is left out: a new right
 * of 17 that the owner alone has. «public»'s right to call a function is the default and stands here too.
 */
export async function grants(tx: Client): Promise<string[]> {
  return linesOf(
    await tx<Lines>`
    with owned as (
      select 'schema' as kind, quote_ident(nspname) as name, nspowner as owner,
        coalesce(nspacl, acldefault('n', nspowner)) as acl, '' as columns
      from pg_namespace where oid in (${ours(tx)})
      union all
      select case relkind when 'S' then 'sequence' else 'table' end, oid::regclass::text, relowner,
        coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)), ''
      from pg_class where relnamespace in (${ours(tx)}) and relkind in ('r', 'S')
      union all
      select 'table', attrelid::regclass::text, relowner, attacl, format(' (%I)', attname)
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where relnamespace in (${ours(tx)}) and relkind = 'r' and attacl is not null
      union all
      select 'function', oid::regprocedure::text, proowner, coalesce(proacl, acldefault('f', proowner)), ''
      from pg_proc where pronamespace in (${ours(tx)})
      union all
      select 'default for ' || defaclobjtype::text, coalesce(defaclnamespace::regnamespace::text, 'all'), defaclrole,
        defaclacl, ''
      from pg_default_acl)
    select format('grant %s on %s %s to %s;',
      string_agg(lower(privilege_type) || columns || case when is_grantable then ' with grant option' else '' end,
        ', ' order by privilege_type collate "C", columns collate "C"),
      kind, name, case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end) as line
    from owned, aclexplode(acl)
    where grantee <> owner and privilege_type <> 'MAINTAIN'
    group by kind, name, grantee
    order by kind collate "C", name collate "C",
      (case grantee when 0 then '' else pg_get_userbyid(grantee)::text end) collate "C"`,
  );
}

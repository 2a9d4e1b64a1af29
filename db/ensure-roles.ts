import { DatabaseProblem } from '../src/core/database-problem.ts';
import type { DatabaseRole, Sql } from './client.ts';
import { errorCode } from './embedded/error-code.ts';

const ROLES: readonly DatabaseRole[] = ['tlk_app', 'tlk_system'];

/**
 * Roles belong to the whole server, so a second database of it finds them there, and two databases being
 * migrated at once may both try: whoever comes second is content. From PostgreSQL 16 on the maker of a role
 * may not yet act as it, hence the grant.
 */
const MAKE = `
do $$
declare
  name text;
  right_to_act text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  foreach name in array array['${ROLES.join("', '")}'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin nobypassrls', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, name, right_to_act) then
      execute format('grant %I to current_user', name);
    end if;
  end loop;
end $$`;

/** @throws DatabaseProblem */
export async function ensureRoles(sql: Sql): Promise<void> {
  try {
    await sql.unsafe(MAKE);
  } catch (cause) {
    if (errorCode(cause) !== '42501') throw cause;
    const [row] = await sql<{ login: string }[]>`select current_user as login`;
    throw new DatabaseProblem({ code: 'roles_missing', login: row?.login ?? '' }, { cause });
  }
  const [mighty] = await sql<{ role: string }[]>`
    select rolname as role from pg_roles where rolname = any(${[...ROLES]}) and (rolsuper or rolbypassrls)`;
  if (mighty) throw new DatabaseProblem({ code: 'role_too_mighty', role: mighty.role });
}

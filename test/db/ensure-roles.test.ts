import { rm } from 'node:fs/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { poll } from '../../db/embedded/poll.ts';
import { startEmbedded } from '../../db/embedded/start-embedded.ts';
import { ensureRoles } from '../../db/ensure-roles.ts';
import type { DatabaseTarget } from '../../db/target.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// A server of its own: roles are shared by all databases of the one the other tests use.
const folder = await temporaryFolder();
const log = { info: () => undefined, warn: () => undefined };
const { target, stop } = await startEmbedded(folder, { log, throwaway: true });
const { sql, end } = connect(target, { role: null, max: 1 });
afterAll(async () => {
  await end();
  await stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await sql`drop role if exists tlk_app, tlk_system, plain, maker`;
  await sql`create role plain login`;
  await sql`create role maker login createrole`;
});

const as = (user: string): DatabaseTarget => (target.kind === 'socket' ? { ...target, user } : target);

async function rolesAs(user: string): Promise<void> {
  const login = connect(as(user), { role: null, max: 1 });
  await ensureRoles(login.sql).finally(login.end);
}

test('a login that may not make roles is named in a problem with the way out', async () => {
  await expect(rolesAs('plain')).rejects.toMatchObject({
    trouble: { code: 'roles_missing', login: 'plain' },
  });
});

test('two databases of one server may be migrated at once: whoever makes a role second is content', async () => {
  const other = connect(target, { role: null, max: 1 });
  const second = await sql.begin(async tx => {
    await tx`create role tlk_app nologin`;
    const ensured = ensureRoles(other.sql).then(
      () => 'content',
      (error: unknown) => error,
    );
    const waits = await poll(10, 500, async () => {
      const [found] = await tx`select from pg_locks where not granted`;
      return found ? true : null;
    });
    expect(waits).toBe(true);
    return { ensured };
  });
  expect(await second.ensured).toBe('content');
  await other.end();
});

test('a login without superuser rights makes the roles, takes them on, and a second time changes nothing', async () => {
  await rolesAs('maker');
  await rolesAs('maker');
  const app = connect(as('maker'), { role: 'tlk_app', max: 1 });
  expect([...(await app.sql`select current_user as role`.finally(app.end))]).toEqual([{ role: 'tlk_app' }]);
});

test('the roles can neither log in nor look past row-level security', async () => {
  await ensureRoles(sql);
  expect([
    ...(await sql`select rolname as name, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole as mighty
      from pg_roles where rolname like 'tlk%' order by 1`),
  ]).toEqual([
    { name: 'tlk_app', mighty: false },
    { name: 'tlk_system', mighty: false },
  ]);
});

test('a role that someone gave the right to look past it is refused', async () => {
  await ensureRoles(sql);
  await sql`alter role tlk_system bypassrls`;
  await expect(ensureRoles(sql)).rejects.toMatchObject({
    trouble: { code: 'role_too_mighty', role: 'tlk_system' },
  });
});

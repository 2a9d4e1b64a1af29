import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Connection, connect } from '../../db/client.ts';
import { type DatabaseTarget, inDatabase } from '../../db/target.ts';

export interface TestDatabase {
  target: DatabaseTarget;
  /** As turns work: bound to one bloc by row-level security. */
  app: Connection;
  /** As intake, claim, send and tick work. */
  system: Connection;
  /** As the login that migrates: no bounds, for arranging and checking. */
  owner: Connection;
}

/** A migrated database of this test file's own: `const database = await testDatabase();` at its top. */
export const testDatabase = async (): Promise<TestDatabase> =>
  openedDatabase(await cloneOf(inject('template')));

/** The same for as long as it is wanted, also within a test. */
export async function freshDatabase(): Promise<{ database: TestDatabase; close(): Promise<void> }> {
  const { target, drop } = await clone(inject('template'));
  const { database, end } = pools(target);
  return { database, close: () => end().then(drop) };
}

/** Any migrated database, for as long as the test file runs. */
export function openedDatabase(target: DatabaseTarget): TestDatabase {
  const { database, end } = pools(target);
  afterAll(end);
  return database;
}

function pools(target: DatabaseTarget): { database: TestDatabase; end(): Promise<void> } {
  const app = connect(target, { role: 'tlk_app', max: 4 });
  const system = connect(target, { role: 'tlk_system', max: 4 });
  const owner = connect(target, { role: null, max: 2 });
  const end = async () => {
    await Promise.all([app.end(), system.end(), owner.end()]);
  };
  return { database: { target, app, system, owner }, end };
}

/** A database without any table of ours, for tests of migrations. */
export const emptyDatabase = (): Promise<DatabaseTarget> => cloneOf('template0');

async function cloneOf(template: string): Promise<DatabaseTarget> {
  const { target, drop } = await clone(template);
  // Hooks run in reverse order: pools that the test file opens afterwards are closed before this. On a server that
  // ends with the run a drop would only make every other file's database wait for its checkpoint.
  if (inject('lasting')) afterAll(drop);
  return target;
}

async function clone(template: string): Promise<{ target: DatabaseTarget; drop(): Promise<void> }> {
  const server = inject('server');
  const name = `tlk_test_${randomUUID().slice(0, 8)}`;
  // Our own server lets the kernel copy the files: half the work of writing every page to the log as well.
  const strategy = inject('lasting') ? 'wal_log' : 'file_copy';
  await asAdmin(
    server,
    ({ sql }) => sql`create database ${sql(name)} template ${sql(template)} strategy ${sql(strategy)}`,
  );
  const drop = () => asAdmin(server, ({ sql }) => sql`drop database ${sql(name)} with (force)`);
  return { target: inDatabase(server, name), drop };
}

async function asAdmin(server: DatabaseTarget, task: (admin: Connection) => Promise<unknown>): Promise<void> {
  const admin = connect(server, { role: null, max: 1 });
  await task(admin).finally(admin.end);
}

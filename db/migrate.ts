import { join } from 'node:path';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { connect, type Sql } from './client.ts';
import { ensureRoles } from './ensure-roles.ts';
import { projectRoot } from './project-root.ts';
import type { DatabaseTarget } from './target.ts';

/** Any number that no other lock of this database uses. drizzle's own migrator takes none. */
const LOCK = 7_564_395_402;

export interface MigrateOptions {
  /** Of drizzle-kit; by default the project's own. */
  folder?: string;
}

/**
 * Brings the database to the newest schema and returns how many migrations that took. Any number of
 * processes may call it at once: one works, the others wait and find nothing to do.
 * @throws DatabaseProblem where the login may not make or take on the roles
 */
export async function migrate(target: DatabaseTarget, options: MigrateOptions = {}): Promise<number> {
  const folder = options.folder ?? join(projectRoot(), 'migrations');
  // One connection that is never renewed, for it holds the lock; a wait for the lock has no limit.
  const settings = { statement_timeout: 0, lock_timeout: 0 };
  const { sql, db, end } = connect(target, { role: null, max: 1, lasting: true, settings });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureRoles(sql);
    const before = await countApplied(sql);
    await applyMigrations(db, { migrationsFolder: folder });
    return (await countApplied(sql)) - before;
  } finally {
    await end();
  }
}

async function countApplied(sql: Sql): Promise<number> {
  const [table] = await sql<{ found: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (!table?.found) return 0;
  const [row] = await sql<{ count: number }[]>`select count(*) as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

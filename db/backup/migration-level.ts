import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import { migrate } from '../migrate.ts';
import { projectRoot } from '../project-root.ts';
import type { DatabaseTarget } from '../target.ts';

const ours = join(projectRoot(), 'migrations');
const journalSchema = z.looseObject({ entries: z.array(z.unknown()) });

/** Whether this release has been through just these migrations, and perhaps more after them. */
export function knowsMigrations(hashes: readonly string[]): boolean {
  const known = readMigrationFiles({ migrationsFolder: ours }).map(({ hash }) => hash);
  return hashes.every((hash, index) => known[index] === hash);
}

/** Brings a database to the schema of the first `level` migrations, as an older release had it. */
export async function migrateTo(target: DatabaseTarget, level: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tlk-migrations-'));
  try {
    await cp(ours, folder, { recursive: true });
    const path = join(folder, 'meta', '_journal.json');
    const journal = journalSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, level) }));
    await migrate(target, { folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseProblem } from '../../src/core/database-problem.ts';
import { errorCode } from './error-code.ts';
import { processLives } from './server-process.ts';

/** Major version of the binaries that package.json installs. */
const OURS = '18';

export interface DataFolder {
  /** As the operator named it. */
  dataDir: string;
  /** PostgreSQL's own folder inside, resolved: links in the way would hide that a server is ours. */
  pg: string;
  log: string;
  /** No cluster yet. */
  empty: boolean;
}

export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const refused = (cause: unknown) =>
    new DatabaseProblem({ code: 'data_dir_not_writable', dataDir }, { cause });
  try {
    await mkdir(dataDir, { recursive: true });
    const root = await realpath(dataDir);
    await removeUnfinished(root);
    const pg = join(root, 'pg');
    const found = await versionIn(pg);
    if (found !== null && found !== OURS)
      throw new DatabaseProblem({ code: 'not_our_version', dataDir, found, ours: OURS });
    return { dataDir, pg, log: join(root, 'postgres.log'), empty: found === null };
  } catch (error) {
    throw error instanceof DatabaseProblem ? error : refused(error);
  }
}

async function versionIn(pg: string): Promise<string | null> {
  try {
    return (await readFile(join(pg, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** What a process that is no more has left of a first start. */
async function removeUnfinished(root: string): Promise<void> {
  for (const entry of await readdir(root)) {
    const pid = Number(/^pg\.new-(\d+)$/.exec(entry)?.[1]);
    if (pid && (pid === process.pid || !processLives(pid)))
      await rm(join(root, entry), { recursive: true, force: true });
  }
}

import { spawn } from 'node:child_process';
import { chown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseProblem } from '../../src/core/database-problem.ts';

/**
 * PostgreSQL refuses to run as root. `namespace`: still root to the file system (also inside 0700 folders),
 * but nobody to itself. `user`: as another user altogether, who must be able to enter the folder.
 */
export type RunAs = { kind: 'self' } | { kind: 'namespace' } | { kind: 'user'; uid: number; gid: number };

/** «nobody» on every Linux; initdb wants a user id that /etc/passwd knows. */
const NOBODY = 65534;
/** Nothing of ours reaches the server: no PG… variables, no locale; a given TZ spares a search of zoneinfo. */
const SERVER_ENV = { LC_ALL: 'C', TZ: 'UTC' };

export function commandFor(runAs: RunAs, program: string, args: string[]) {
  if (runAs.kind === 'namespace') {
    const unshare = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', program, ...args];
    return { file: 'unshare', args: unshare, options: { env: SERVER_ENV } };
  }
  const ids = runAs.kind === 'user' ? { uid: runAs.uid, gid: runAs.gid } : {};
  return { file: program, args, options: { env: SERVER_ENV, ...ids } };
}

/** Decides for an existing data folder, and sees to it that the folder belongs to whom it must. */
export async function chooseRunAs(folder: string, program: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = await stat(folder);
  if (owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid };
  if (await namespaceWorks(folder, program)) return { kind: 'namespace' };
  return stepDown(folder, program);
}

/** Where namespaces are refused (some containers): the folder is given to nobody, if nobody can get there. */
export async function stepDown(folder: string, program: string): Promise<RunAs> {
  const ways = await Promise.all([dirname(folder), dirname(program)].map(openToAll));
  if (ways.includes(false))
    throw new DatabaseProblem({ code: 'cannot_run_as_root', dataDir: dirname(folder) });
  await giveTo(folder, NOBODY);
  return { kind: 'user', uid: NOBODY, gid: NOBODY };
}

function namespaceWorks(folder: string, program: string): Promise<boolean> {
  const test = ['-c', 'test -w "$1" && test -x "$2"', 'sh', folder, program];
  const { file, args, options } = commandFor({ kind: 'namespace' }, 'sh', test);
  return new Promise(resolve => {
    spawn(file, args, { ...options, stdio: 'ignore' })
      .on('error', () => resolve(false))
      .on('exit', code => resolve(code === 0));
  });
}

/** True where everyone may pass through the folder and all above it. */
async function openToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || openToAll(parent);
}

async function giveTo(path: string, id: number): Promise<void> {
  const entries = await readdir(path, { recursive: true });
  for (const entry of ['.', ...entries]) await chown(join(path, entry), id, id);
}

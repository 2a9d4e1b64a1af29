import { execFile } from 'node:child_process';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseProblem } from '../../src/core/database-problem.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { errorCode } from './error-code.ts';
import { chooseRunAs, commandFor } from './run-as.ts';

const run = promisify(execFile);

/** `builtin` C.UTF-8 sorts the same on every machine; Vietnamese order is asked for per query. */
const SHAPE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];
/** No passwords: whoever can enter the socket's folder (0700) is us. */
const ACCESS = ['-A', 'trust', '-U', 'postgres'];

/**
 * Makes the cluster under another name and renames it: a killed first start leaves nothing that looks whole.
 *
 * Its files must be on disk before the rename is, for the server later flushes only what it writes itself:
 * a power cut within the kernel's 30 s would else take the catalogue from under acknowledged rows. So initdb
 * does sync, but on Linux by one syncfs instead of an fsync for each of a thousand files.
 */
export async function initCluster(binaries: Binaries, folder: DataFolder, durable: boolean): Promise<void> {
  const fresh = `${folder.pg}.new-${process.pid}`;
  try {
    await mkdir(fresh, { mode: 0o700 });
    const runAs = await chooseRunAs(fresh, binaries.initdb);
    const sync = process.platform === 'linux' ? '--sync-method=syncfs' : '--sync-method=fsync';
    const args = [...SHAPE, ...ACCESS, durable ? sync : '--no-sync', '-D', fresh];
    const command = commandFor(runAs, binaries.initdb, args);
    await run(command.file, command.args, command.options);
    await rename(fresh, folder.pg);
    if (durable) await syncFolder(dirname(folder.pg));
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was quicker with its own: then that one is used.
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) return;
    throw problemOf(error, folder, binaries);
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(join(path, '.'), 'r');
  await handle.sync();
  await handle.close();
}

function problemOf(error: unknown, { dataDir }: DataFolder, binaries: Binaries): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  const platform = `${process.platform}-${process.arch}`;
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new DatabaseProblem({ code: 'data_dir_not_writable', dataDir }, { cause: error });
  // The file is there but its loader is not: a system without glibc.
  if (code === 'ENOENT')
    return new DatabaseProblem({ code: 'no_binaries', platform, path: binaries.initdb }, { cause: error });
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  if (said.includes('could not look up effective user ID'))
    return new DatabaseProblem({ code: 'no_user_name' }, { cause: error });
  return new DatabaseProblem(
    { code: 'cannot_start', dataDir, log: said.trim().split('\n').slice(-12) },
    { cause: error },
  );
}

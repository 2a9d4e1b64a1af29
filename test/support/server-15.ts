import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { poll } from '../../db/embedded/poll.ts';
import { livingPostmaster } from '../../db/embedded/postmaster-file.ts';
import { chooseRunAs, commandFor } from '../../db/embedded/run-as.ts';
import { socketIn } from '../../db/embedded/socket-folder.ts';
import type { DatabaseTarget } from '../../db/target.ts';

const BIN = '/usr/lib/postgresql/15/bin';

/** Debian's `apt-get install postgresql-15`; tests that want it are skipped, visibly, where it is not. */
export const has15 = existsSync(join(BIN, 'initdb'));

/** A throwaway PostgreSQL 15, the oldest server we promise to run on. */
export async function start15(): Promise<{ target: DatabaseTarget; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tlk-15-'));
  const pg = await mkdtemp(join(folder, 'pg-'));
  const runAs = await chooseRunAs(pg, join(BIN, 'initdb'));
  const made = commandFor(runAs, join(BIN, 'initdb'), [
    '-D',
    pg,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--no-sync',
  ]);
  await promisify(execFile)(made.file, made.args, made.options);
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-k', folder];
  const run = commandFor(runAs, join(BIN, 'postgres'), ['-D', pg, ...settings]);
  const child = spawn(run.file, run.args, { ...run.options, stdio: 'ignore' });
  const gone = once(child, 'exit');
  const ready = await poll(20, 500, async () =>
    (await livingPostmaster(pg))?.status === 'ready' ? true : null,
  );
  if (!ready) throw new Error('PostgreSQL 15 does not start');
  return {
    target: { kind: 'socket', path: socketIn(folder), user: 'postgres', database: 'postgres' },
    stop: async () => {
      child.kill('SIGINT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

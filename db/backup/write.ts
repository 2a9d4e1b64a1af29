import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupProblem } from '../../src/core/backup-problem.ts';
import { connect } from '../client.ts';
import { errorCode } from '../embedded/error-code.ts';
import type { DatabaseTarget } from '../target.ts';
import { dump } from './dump.ts';
import { checkBackup } from './read.ts';

export interface BackupMade {
  rows: number;
  bytes: number;
}

/** Nothing may cut off a long read; the rest as pg_dump sets it, so that every server writes the same text. */
const SETTINGS = {
  statement_timeout: 0,
  lock_timeout: 0,
  idle_in_transaction_session_timeout: 0,
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: 1,
};

/** A connection as the login, for work that takes long. */
export const patientConnection = (target: DatabaseTarget) =>
  connect(target, { role: null, max: 1, lasting: true, settings: SETTINGS });

/**
 * One snapshot of the whole database, while others go on writing. The file gets its name only once it is on
 * disk and has been read back. @throws BackupProblem
 */
export async function writeBackup(target: DatabaseTarget, file: string): Promise<BackupMade> {
  if (await exists(file)) throw new BackupProblem({ code: 'file_exists', file });
  const unfinished = `${file}.part-${process.pid}`;
  const { sql, end } = patientConnection(target);
  try {
    const [table] = await sql<{ found: boolean }[]>`
      select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
    if (!table?.found) throw new BackupProblem({ code: 'nothing_here' });
    await sql.begin('isolation level repeatable read read only', tx =>
      // People's names and documents are in it: for nobody else's eyes. Level 1: files hardly shrink anyway.
      pipeline(
        Readable.from(dump(tx)),
        createGzip({ level: 1 }),
        createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
      ),
    );
    const { rows } = await checkBackup(unfinished);
    const { size: bytes } = await stat(unfinished);
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return { rows, bytes };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw problemOf(error, file);
  } finally {
    await end();
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

const DISK = ['ENOENT', 'EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EISDIR', 'EIO', 'EFBIG'];

function problemOf(cause: unknown, file: string): unknown {
  const why = errorCode(cause);
  return DISK.includes(why) ? new BackupProblem({ code: 'file_failed', file, why }, { cause }) : cause;
}

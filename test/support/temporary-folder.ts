import { statfsSync } from 'node:fs';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingPostmaster } from '../../db/embedded/postmaster-file.ts';
import { stopServer } from '../../db/embedded/server.ts';
import { processLives } from '../../db/embedded/server-process.ts';

/** Room for a run's databases, and then some. */
const ENOUGH_BYTES = 3e9;

/** In memory where there is room: each database is a thousand files, which disks take their time to make and delete. */
const ROOT = inMemory() ? '/dev/shm' : tmpdir();

function inMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** 0700, resolved, and marked with our process: see `sweepLeftovers`. */
export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(join(ROOT, `tlk-test-${process.pid}-`)));
}

/** A killed test run leaves its folders, and servers that outlive it by design: the next run clears them. */
export async function sweepLeftovers(within: string = ROOT): Promise<void> {
  const temp = await realpath(within);
  for (const name of await readdir(temp)) {
    const pid = Number(/^tlk-test-(\d+)-/.exec(name)?.[1]);
    if (!pid || processLives(pid)) continue;
    const server = await livingPostmaster(join(temp, name, 'pg'));
    if (server) await stopServer(join(temp, name, 'pg'), server);
    await rm(join(temp, name), { recursive: true, force: true });
  }
}

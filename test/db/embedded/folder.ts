import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Embedded, startEmbedded } from '../../../db/embedded/start-embedded.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const quiet = { info: () => undefined, warn: () => undefined };

/** A folder of the running test's own, which only its owner may enter; removed when the test is over. */
export async function ownFolder(): Promise<string> {
  const folder = await temporaryFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Started for the running test, stopped when it is over (a second stop does nothing). */
export async function startIn(dataDir: string): Promise<Embedded> {
  const embedded = await startEmbedded(dataDir, { log: quiet, throwaway: true });
  onTestFinished(embedded.stop);
  return embedded;
}

export async function serverPid(dataDir: string): Promise<number> {
  const file = await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8');
  return Number.parseInt(file, 10);
}

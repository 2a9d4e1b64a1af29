import { cp, rm } from 'node:fs/promises';
import { inject, onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** The running test's own data folder as a first start leaves it: cluster and schema made (a second saved), no bloc. */
export async function readyFolder(): Promise<string> {
  const folder = await temporaryFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  await cp(inject('readyFolder'), folder, { recursive: true });
  return folder;
}

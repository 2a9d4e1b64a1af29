import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RunAs } from './run-as.ts';

const PREFIX = 'tlk-db-';
const SOCKET = '.s.PGSQL.5432';
/** Bytes a socket's path may have: 107 on Linux, 103 on macOS. The data folder may well be longer. */
const LONGEST = 103;

export const socketIn = (folder: string) => join(folder, SOCKET);

/** A folder that only we (and the server) can enter; `wanted` where pools already know the address. */
export async function makeSocketFolder(runAs: RunAs, wanted: string | null): Promise<string> {
  const temp = Buffer.byteLength(socketIn(join(tmpdir(), `${PREFIX}XXXXXX`))) <= LONGEST ? tmpdir() : '/tmp';
  const folder = wanted ?? (await mkdtemp(join(temp, PREFIX)));
  if (wanted) await mkdir(wanted, { recursive: true, mode: 0o700 });
  if (runAs.kind === 'user') await chown(folder, runAs.uid, runAs.gid);
  return folder;
}

/** The name is checked, since it was read from a file. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(PREFIX)) await rm(folder, { recursive: true, force: true });
}

import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';

/** Bytes after which the log is put aside at the next start; one older log is kept. */
const ENOUGH = 5_000_000;

export interface ServerLog {
  handle: FileHandle;
  /** What was written since it was opened. */
  since(): Promise<string[]>;
}

export async function openServerLog(file: string): Promise<ServerLog> {
  const before = await sizeOf(file);
  if (before > ENOUGH) await rename(file, `${file}.1`);
  const from = before > ENOUGH ? 0 : before;
  const handle = await open(file, 'a', 0o600);
  const since = async () => (await readFile(file)).subarray(from).toString().trim().split('\n');
  return { handle, since };
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    found => found.size,
    () => 0,
  );
}

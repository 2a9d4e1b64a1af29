import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { poll } from './poll.ts';
import { isServerOf, processLives } from './server-process.ts';

export interface Postmaster {
  pid: number;
  socketDir: string;
  status: string;
}

const fileOf = (pg: string) => join(pg, 'postmaster.pid');

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * A server makes the file and then writes it, between which a busy machine may let it wait: what is empty for
 * 2 s was left so by a power cut.
 */
async function written(file: string): Promise<string | null> {
  const text = await poll(50, 40, async () => {
    const found = await read(file);
    return found === null ? 'none' : found.includes('\n') ? found : null;
  });
  return text === 'none' ? null : (text ?? read(file));
}

/** Lines of postmaster.pid: 1 the process, 5 its socket folder, 8 how far it is (`ready`, `starting` …). */
function parse(text: string): Postmaster {
  const lines = text.split('\n').map(line => line.trim());
  return { pid: Number(lines[0]), socketDir: lines[4] ?? '', status: lines[7] ?? '' };
}

/** The server that runs on this folder, in whatever state; null where none does. */
export async function livingPostmaster(pg: string): Promise<Postmaster | null> {
  const text = await read(fileOf(pg));
  if (text === null) return null;
  const postmaster = parse(text);
  return (await isServerOf(postmaster.pid, pg)) ? postmaster : null;
}

/**
 * PostgreSQL clears away the file of a process that no longer exists, but refuses for ever where the number
 * belongs to a zombie or was given to another process: then we do it. Renamed first, and put to rest only
 * if it is still the file that was judged: another start may have written its own meanwhile.
 */
export async function clearStaleFile(pg: string): Promise<{ socketDir: string } | null> {
  const text = await written(fileOf(pg));
  if (text === null) return null;
  const { pid, socketDir } = parse(text);
  if (!processLives(pid)) return { socketDir };
  if (await isServerOf(pid, pg)) return null;
  const aside = join(pg, `postmaster.pid.stale-${process.pid}`);
  await rename(fileOf(pg), aside).catch(ignoreMissing);
  if ((await read(aside)) === text) {
    await rm(aside);
    return { socketDir };
  }
  await rename(aside, fileOf(pg)).catch(ignoreMissing);
  return null;
}

function ignoreMissing(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}

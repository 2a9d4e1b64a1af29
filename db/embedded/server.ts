import { type ChildProcess, spawn } from 'node:child_process';
import { DatabaseProblem } from '../../src/core/database-problem.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { poll } from './poll.ts';
import { clearStaleFile, livingPostmaster, type Postmaster } from './postmaster-file.ts';
import { chooseRunAs, commandFor } from './run-as.ts';
import { openServerLog } from './server-log.ts';
import { isServerOf } from './server-process.ts';
import { serverSettings } from './server-settings.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

export interface ServerPlan {
  binaries: Binaries;
  folder: DataFolder;
  settings: Record<string, string>;
  /** Where pools already expect the socket; null for a new place. */
  socketDir: string | null;
}

/** Another start was quicker, or the last server or its children are still going. */
const NOT_YET =
  /lock file "[^"]*(?:postmaster\.pid|\.s\.PGSQL\.\d+\.lock)" already exists|pre-existing shared memory block/;

/** The server of this folder: adopted where one lives (its owner was killed), else started. */
export async function ensureServer(plan: ServerPlan): Promise<Postmaster> {
  const { pg } = plan.folder;
  const said: string[] = [];
  const server = await poll(50, 100, async () => {
    const living = await livingPostmaster(pg);
    if (living) return whenReady(pg, living.pid);
    const started = await launch(plan);
    if ('pid' in started) return started;
    said.splice(0, said.length, ...started.log);
    return null;
  });
  return server ?? cannotStart(plan.folder, said);
}

function cannotStart({ dataDir }: DataFolder, log: string[]): never {
  throw new DatabaseProblem({ code: 'cannot_start', dataDir, log: log.slice(-12) });
}

/** Recovery after a power cut may take its time: two minutes. Null where the server went away instead. */
async function whenReady(pg: string, pid: number): Promise<Postmaster | null> {
  const end = await poll(5, 24_000, async () => {
    const server = await livingPostmaster(pg);
    if (server === null || server.pid !== pid) return 'gone';
    return server.status === 'ready' ? server : null;
  });
  return end === 'gone' ? null : end;
}

async function launch(plan: ServerPlan): Promise<Postmaster | { log: string[] }> {
  const { folder, binaries, settings } = plan;
  const runAs = await chooseRunAs(folder.pg, binaries.postgres);
  const stale = await clearStaleFile(folder.pg);
  if (stale && stale.socketDir !== plan.socketDir) await removeSocketFolder(stale.socketDir);
  const socketDir = await makeSocketFolder(runAs, plan.socketDir);
  const log = await openServerLog(folder.log);
  const args = ['-D', folder.pg, '-k', socketDir, ...serverSettings(settings)];
  const { file, args: argv, options } = commandFor(runAs, binaries.postgres, args);
  // A group of its own: Ctrl-C must not stop the database under the bot that is still finishing.
  const child = spawn(file, argv, {
    ...options,
    detached: true,
    stdio: ['ignore', log.handle.fd, log.handle.fd],
  });
  const server = await readyOrOver(folder.pg, child);
  await log.handle.close();
  child.unref();
  if (server) return server;
  if (!plan.socketDir) await removeSocketFolder(socketDir);
  const lines = await log.since();
  return NOT_YET.test(lines.join('\n')) ? { log: lines } : cannotStart(folder, lines);
}

async function readyOrOver(pg: string, child: ChildProcess): Promise<Postmaster | null> {
  let ended = false;
  const over = new Promise<null>(resolve => {
    const end = () => {
      ended = true;
      resolve(null);
    };
    child.once('error', end).once('exit', end);
  });
  const { pid } = child;
  if (pid === undefined) return over;
  const ready = poll(5, 24_000, async () => {
    const server = await livingPostmaster(pg);
    if (server?.pid === pid && server.status === 'ready') return server;
    // Nobody else ends the asking, and while it goes on this process does not.
    return ended ? 'over' : null;
  });
  const first = await Promise.race([ready, over]);
  return first === 'over' ? null : first;
}

/** Fast shutdown (sessions are ended, nothing is lost); after 30 s the immediate one, which recovers later. */
export async function stopServer(pg: string, { pid, socketDir }: Postmaster): Promise<void> {
  const gone = async () => ((await isServerOf(pid, pg)) ? null : true);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (await gone()) break;
    process.kill(pid, signal);
    if (await poll(5, 6_000, gone)) break;
  }
  await removeSocketFolder(socketDir);
}

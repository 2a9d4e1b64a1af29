import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseProblem } from '../../src/core/database-problem.ts';
import type { DatabaseTarget } from '../target.ts';
import { findBinaries } from './binaries.ts';
import { openDataFolder } from './data-folder.ts';
import { initCluster } from './init-cluster.ts';
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import { ensureServer, stopServer } from './server.ts';
import { isServerOf } from './server-process.ts';
import { throwaway } from './server-settings.ts';
import { socketIn } from './socket-folder.ts';

/** A pino logger will do. */
export interface EmbeddedLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface EmbeddedOptions {
  log: EmbeddedLog;
  /** Tests only: a cluster that need not survive a power cut. */
  throwaway?: boolean;
}

export interface Embedded {
  target: DatabaseTarget;
  /** Shuts the server down and gives the folder free. End the pools first. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL of our own in `dataDir`, made on the first start. It outlives a killed bot and is taken
 * over by the next start; should the server itself be killed, it is started again at the same address.
 * @throws DatabaseProblem
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions): Promise<Embedded> {
  const { log } = options;
  const binaries = await findBinaries();
  const folder = await openDataFolder(dataDir);
  if (folder.empty) await initCluster(binaries, folder, !options.throwaway);
  const plan = { binaries, folder, settings: options.throwaway ? throwaway : {} };

  let server = await ensureServer({ ...plan, socketDir: null });
  const { socketDir } = server;
  const path = socketIn(socketDir);
  const target: DatabaseTarget = { kind: 'socket', path, user: 'postgres', database: 'postgres' };
  let stopping = false;
  let repair: Promise<void> = Promise.resolve();
  const lost = () => {
    if (!stopping) repair = revive();
  };

  let lock: OwnerLock | null = await takeOwnerLock(target, lost);
  // Adopted at its last breath: its owner and it were killed just now.
  if (!lock && !(await isServerOf(server.pid, folder.pg))) {
    server = await ensureServer({ ...plan, socketDir });
    lock = await takeOwnerLock(target, lost);
  }
  if (!lock) throw new DatabaseProblem({ code: 'data_dir_in_use', dataDir });

  async function revive(): Promise<void> {
    log.warn('the embedded database broke off; starting it again');
    await lock?.release();
    lock = null;
    while (!stopping && !lock) {
      try {
        server = await ensureServer({ ...plan, socketDir });
        lock = await takeOwnerLock(target, lost);
      } catch (error) {
        log.warn(`the embedded database is still down: ${String(error)}`);
        await wait(1_000);
      }
    }
    if (lock) log.info('the embedded database is back');
  }

  const stop = async () => {
    stopping = true;
    await repair;
    await stopServer(folder.pg, server);
    await lock?.release();
  };
  return { target, stop };
}

import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseTarget } from '../target.ts';
import { livingPostmaster } from './postmaster-file.ts';
import { socketIn } from './socket-folder.ts';
import { type EmbeddedOptions, startEmbedded } from './start-embedded.ts';

interface Attached {
  target: DatabaseTarget;
  stop(): Promise<void>;
}

/**
 * For reading, or adding a row: beside the bot where its server runs (the owner's lock is about who starts and stops the
 * server, readers need none), else over a server of our own for so long. Null: there is no database here.
 */
export async function attachEmbedded(dataDir: string, options: EmbeddedOptions): Promise<Attached | null> {
  const pg = await realpath(join(dataDir, 'pg')).catch(() => null);
  if (pg === null || !(await isCluster(pg))) return null;
  const server = await livingPostmaster(pg);
  if (server?.status !== 'ready') return startEmbedded(dataDir, options);
  const path = socketIn(server.socketDir);
  const target = { kind: 'socket' as const, path, user: 'postgres', database: 'postgres' };
  return { target, stop: async () => {} };
}

const isCluster = (pg: string) =>
  stat(join(pg, 'PG_VERSION')).then(
    found => found.isFile(),
    () => false,
  );

import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { connect } from '../../db/client.ts';
import { startEmbedded } from '../../db/embedded/start-embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { type DatabaseTarget, inDatabase } from '../../db/target.ts';
import { sweepLeftovers, temporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    server: DatabaseTarget;
    /** Whether the server outlives the run, so that what is made on it must go again. */
    lasting: boolean;
    /** A migrated database that nobody may connect to, only clone. */
    template: string;
    /** A data folder with a stopped, migrated cluster: only to be copied. */
    readyFolder: string;
  }
}

const log = { info: () => undefined, warn: console.warn };

/** One server for the whole run: TEST_DATABASE_URL's, or an embedded one that is thrown away. */
export default async function setup(project: TestProject) {
  await sweepLeftovers();
  const ready = await readyCluster();
  const server = await startServer(ready);
  const template = `tlk_template_${randomUUID().slice(0, 8)}`;
  const { sql, end } = connect(server.target, { role: null, max: 1 });
  await sql`create database ${sql(template)}`;
  await migrate(inDatabase(server.target, template));
  await sql`alter database ${sql(template)} allow_connections false`;
  project.provide('server', server.target);
  project.provide('lasting', server.target.kind === 'url');
  project.provide('template', template);
  project.provide('readyFolder', ready);
  return async () => {
    await sql`drop database ${sql(template)} with (force)`;
    await end();
    await server.stop();
    await rm(ready, { recursive: true, force: true });
  };
}

async function readyCluster(): Promise<string> {
  const folder = await temporaryFolder();
  const embedded = await startEmbedded(folder, { log, throwaway: true });
  await migrate(embedded.target);
  await embedded.stop();
  return folder;
}

async function startServer(ready: string): Promise<{ target: DatabaseTarget; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { target: { kind: 'url', url }, stop: async () => undefined };
  const folder = await temporaryFolder();
  await cp(ready, folder, { recursive: true });
  const embedded = await startEmbedded(folder, { log, throwaway: true });
  const stop = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { target: embedded.target, stop };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { projectRoot } from '../../db/project-root.ts';
import { roomQueries } from '../../db/room.ts';
import { createRoomAdapter } from '../../src/chat/room/adapter.ts';
import { createRoomStore } from '../../src/chat/room/store.ts';
import { loadText } from '../../src/load/load-text.ts';
import type { Logger } from '../../src/log.ts';
import { storedFiles } from '../../src/stored-files.ts';
import { roomText } from '../../src/text/room.ts';
import { roomRoutes } from '../../src/web/room/routes.ts';
import { roomClock, roomWho } from '../../src/web/room-port.ts';
import type { TestDatabase } from './database.ts';
import { type TestEngine, testEngine } from './engine.ts';
import { type RoomClient, roomClient } from './room-client.ts';

const SAMPLE = join(projectRoot(), 'examples', 'khoi-mau.json');

export interface BlocRoom {
  room: RoomClient;
  engine: TestEngine;
  /** Ids of the loaded blocs, in the order of the files. */
  blocs: number[];
}

/**
 * The whole bot in this process over a test file's database: real engine, room adapter and JSON interface, no
 * sockets. The clock stands still at `at` until it is moved; the files are loaded then.
 */
export async function blocRoom(
  database: TestDatabase,
  {
    files = [SAMPLE],
    at = new Date('2026-06-08T00:55:00Z'),
    publicUrl = null,
    log,
  }: { files?: string[]; at?: Date; publicUrl?: string | null; log?: Logger } = {},
): Promise<BlocRoom> {
  const { app, system } = database;
  const { botName } = roomText;
  let now = () => at;
  const store = createRoomStore({ queries: roomQueries(system.db), now: () => now(), botName });
  const adapter = createRoomAdapter({ store, botName, readFile: storedFiles(app.db) });
  const engine = await testEngine(database, [adapter], at, [], publicUrl, log);
  const { clock } = engine;
  now = clock.now;
  const blocs: number[] = [];
  for (const file of files) {
    const given = { app: app.db, system: system.db, now: clock.now(), room: true };
    const result = await loadText(await readFile(file, 'utf8'), given);
    if (result.kind !== 'done' || result.outcome.kind !== 'loaded') throw new Error(JSON.stringify(result));
    blocs.push(result.outcome.blocId);
  }
  const catchUp = async () => {
    await engine.tick();
    await engine.settle();
  };
  const routes = roomRoutes({
    store,
    intake: engine.intake,
    clock: roomClock({ db: system.db, clock, catchUp }),
    settle: engine.settle,
    commands,
    botName,
    who: roomWho(app.db, clock),
    hints: async () => roomText.hints(),
    allowedHosts: [],
    report: error => {
      throw error;
    },
  });
  const room = roomClient((path, init) =>
    routes.request(`http://localhost${path}`, { ...init, headers: { ...init.headers, Host: 'localhost' } }),
  );
  return { room, engine, blocs };
}

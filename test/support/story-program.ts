import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Connection, connect } from '../../db/client.ts';
import { startApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { freePort } from './free-port.ts';
import { type RoomClient, roomClient } from './room-client.ts';
import { program } from './room-process.ts';
import type { ClockMove, StageSet } from './story-chat.ts';

/** The real program for a story on imitated messengers; its demo room serves to move the clock, and nobody is in it. */
export interface StoryProgram {
  room: RoomClient;
  setupCode: string;
  /** As whoever owns the database. */
  asked<T>(task: (db: Connection['db']) => Promise<T>): Promise<T>;
  settle(): Promise<void>;
  /** Where the clock stands, for messengers that date what is written. */
  now(): Date;
  clock(move: ClockMove): Promise<Date>;
  close(): Promise<void>;
}

export async function storyProgram(
  set: StageSet,
  messengers: (now: () => Date) => Promise<Pick<Config, 'zalo' | 'telegram'>>,
): Promise<StoryProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tlk-story-'));
  let now = new Date(set.clock.split(' ')[0] ?? '');
  const port = await freePort();
  const env = { DATA_DIR: dataDir, PORT: String(port), CLOCK: set.clock };
  if (set.file) await program(['dist/src/cli.js', 'load', set.file], { ...process.env, ...env });
  const printed = set.setupCode
    ? (await program(['dist/src/cli.js', 'setup-code'], { ...process.env, ...env })).stdout
    : '';
  const given = { ...readConfig(env), publicUrl: `http://127.0.0.1:${port}` };
  const app = await startApp(
    { ...given, ...(await messengers(() => now)) },
    pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  );
  const room = roomClient(app.url);
  return {
    room,
    setupCode: /\bTL-\w{4}-\w{4}\b/.exec(printed)?.[0] ?? '',
    async asked(task) {
      const lines = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n');
      const path = join(lines[4] ?? '', '.s.PGSQL.5432');
      const target = { kind: 'socket', path, user: 'postgres', database: 'postgres' } as const;
      const { db, end } = connect(target, { role: null, max: 1 });
      return task(db).finally(end);
    },
    settle: async () => {
      await room.call('POST', '/settle');
    },
    now: () => now,
    clock: async move => {
      now = await room.clock(move);
      return now;
    },
    close: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

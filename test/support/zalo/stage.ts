import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { connect } from '../../../db/client.ts';
import { startApp } from '../../../src/app.ts';
import { botIdOf } from '../../../src/chat/zalo/identity.ts';
import { readConfig } from '../../../src/config.ts';
import { freePort } from '../free-port.ts';
import { moveOutOfRoom } from '../move-out.ts';
import { type RoomClient, roomClient } from '../room-client.ts';
import { program } from '../room-process.ts';
import type { Stage, StageSet } from '../story-chat.ts';
import { type FakeZalo, fakeZalo } from './fake-zalo.ts';
import { zaloStory } from './story.ts';
import type { ZaloSwitches } from './world.ts';

const SECRET = 'bi-mat-cua-webhook';

/** The real program on a Zalo of our own, by webhook; its demo room serves to move the clock, and nobody is in it. */
export function zaloStage(name: string, switches: Partial<ZaloSwitches>): Stage {
  return { name, open: set => open(set, switches) };
}

async function open(set: StageSet, switches: Partial<ZaloSwitches>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tlk-zalo-'));
  let now = new Date(set.clock.split(' ')[0] ?? '');
  const fake = await fakeZalo({ switches, now: () => now.getTime() });
  const port = await freePort();
  const env = { DATA_DIR: dataDir, PORT: String(port), CLOCK: set.clock };
  if (set.file) await program(['dist/src/cli.js', 'load', set.file], { ...process.env, ...env });
  const printed = set.setupCode
    ? (await program(['dist/src/cli.js', 'setup-code'], { ...process.env, ...env })).stdout
    : '';
  const config = readConfig(env);
  const app = await startApp(
    {
      ...config,
      publicUrl: `http://127.0.0.1:${port}`,
      zalo: { tokens: [fake.bot.token], apiRoot: fake.apiRoot, webhookSecret: SECRET },
    },
    pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  );
  const room = roomClient(app.url);
  await moveIn(room, fake, dataDir);
  while (!fake.bot.webhook) await new Promise(resolve => setTimeout(resolve, 5));
  const settle = () => room.call('POST', '/settle');
  const moveClock = async (move: Parameters<RoomClient['clock']>[0]) => {
    now = await room.clock(move);
    return now;
  };
  return {
    chat: zaloStory(fake, settle, moveClock),
    setupCode: /\bTL-\w{4}-\w{4}\b/.exec(printed)?.[0] ?? '',
    close: async () => {
      await app.stop();
      await fake.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      if (fake.problems().length > 0)
        throw new Error(`there are no buttons on Zalo: ${fake.problems().join('\n')}`);
    },
  };
}

/** Everybody of the demo room, and its groups, on Zalo instead, under the same ids. */
async function moveIn(room: RoomClient, fake: FakeZalo, dataDir: string): Promise<void> {
  const { persons, chats } = await room.state();
  for (const { id, name } of persons) fake.person(name, id);
  for (const { id, title, kind, members } of chats) if (kind === 'group') fake.group(title, members, id);
  const lines = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n');
  const path = join(lines[4] ?? '', '.s.PGSQL.5432');
  const target = { kind: 'socket', path, user: 'postgres', database: 'postgres' } as const;
  const { db, end } = connect(target, { role: null, max: 1 });
  const known = await db.execute(sql`select chat_id as id from chat_binding where kind = 'private'`);
  for (const { id } of known) fake.bot.met.add(String(id));
  await moveOutOfRoom(db, { platform: 'zalo', botId: botIdOf(fake.bot.token) });
  await end();
}

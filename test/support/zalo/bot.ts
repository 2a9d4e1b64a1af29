import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { Connection } from '../../../src/chat/connection.ts';
import type { ZaloPace } from '../../../src/chat/zalo/connection.ts';
import { botIdOf } from '../../../src/chat/zalo/identity.ts';
import { spendings } from '../../../src/scheduler/budget-levels.ts';
import { lookThrough } from '../../../src/turn/read-files.ts';
import { linkRoutes } from '../../../src/web/links/routes.ts';
import { listen } from '../../../src/web/listen.ts';
import { createMetrics } from '../../../src/web/metrics.ts';
import { createServer } from '../../../src/web/server.ts';
import { zaloBots } from '../../../src/zalo-bots.ts';
import type { TestDatabase } from '../database.ts';
import { testEngine } from '../engine.ts';
import { moveOutOfRoom } from '../move-out.ts';
import { type FakeZaloOptions, fakeZalo } from './fake-zalo.ts';
import { withoutButtons } from './stage.ts';

export const SECRET = 'bi-mat-cua-webhook';

interface ZaloBotOptions extends FakeZaloOptions {
  at: Date;
  /** By default a webhook. */
  polls?: boolean;
  /** False: nobody has set up where the pages are. */
  reachable?: boolean;
  pace?: Partial<ZaloPace>;
  /** Other messengers of the same bot. */
  also?(now: () => Date): Connection[];
}

/** A bot on a Zalo of our own over a test file's database: real engine, real HTTP both ways. */
export async function zaloBot(
  database: TestDatabase,
  { at, polls, reachable, pace, also, ...options }: ZaloBotOptions,
) {
  const fake = await fakeZalo({ now: () => at.getTime(), ...options });
  const front = new Hono();
  const server = await listen(front, { host: '127.0.0.1', port: 0 });
  const publicUrl = reachable === false ? null : server.url;
  const tokens = fake.world.bots.map(bot => bot.token);
  let now = () => at;
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const own = zaloBots(
    { tokens, apiRoot: fake.apiRoot, webhookSecret: polls ? null : SECRET },
    {
      ...{
        target: database.target,
        app: database.app.db,
        publicUrl,
        now: () => now(),
        answered: () => {},
        log,
      },
      ...(pace && { pace }),
    },
  );
  const connections = [...own, ...(also?.(() => now()) ?? [])];
  const engine = await testEngine(
    database,
    connections.map(one => one.adapter),
    at,
    [],
    publicUrl,
  );
  now = engine.clock.now;
  const open = connections.map(one => one.open({ ...engine, settle: () => engine.settle() }));
  const links = linkRoutes({ db: database.app.db, now: () => now(), lookThrough });
  const connected = [links, ...open.flatMap(one => one.routes ?? [])];
  const health = {
    now: () => at,
    startedAt: at,
    lastTick: () => at,
    contacts: () => ({}),
    alarms: () => [],
    queues: async () => ({ events: null, messages: null }),
    budgets: () => spendings(database.system.db),
  };
  const report = (error: unknown) => log.error({ err: error }, 'request failed');
  front.route('/', createServer({ connected, health, metrics: createMetrics(), report }));
  for (const one of open) one.start();
  if (!polls)
    while (fake.world.bots.some(bot => !bot.webhook)) await new Promise(resolve => setTimeout(resolve, 2));
  afterAll(async () => {
    await Promise.all(open.map(one => one.stop()));
    await server.close();
    await fake.close();
    withoutButtons(fake);
  });
  const { bot } = fake;

  return {
    ...fake,
    engine,
    url: server.url,
    botId: botIdOf(bot.token),
    /** Says it, and returns what came into that chat of it. */
    async say(chat: string, person: string, text: string, how = {}): Promise<string> {
      const before = bot.sent.length;
      await fake.says(person, chat, text, { mentions: chat !== person, ...how });
      await engine.settle();
      return bot.sent
        .slice(before)
        .filter(one => one.chatId === chat)
        .map(one => one.text)
        .join('\n---\n');
    },
    /** The demo room's people and groups are on Zalo from here on, under the same ids. */
    async moveIn(): Promise<void> {
      const { db } = database.owner;
      for (const { id, name } of await db.execute(
        sql`select user_id as id, display_name as name from account`,
      )) {
        fake.person(String(name), String(id));
        bot.met.add(String(id));
      }
      for (const { id } of await db.execute(sql`select chat_id as id from chat_binding where kind = 'group'`))
        fake.group('Nhóm', [...fake.world.people.keys()], String(id));
      await moveOutOfRoom(db, { platform: 'zalo', botId: botIdOf(bot.token) });
    },
  };
}

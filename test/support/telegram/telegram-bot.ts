import { Hono } from 'hono';
import { commands } from '../../../commands/index.ts';
import type { OpenConnection } from '../../../src/chat/connection.ts';
import { telegramConnection } from '../../../src/chat/telegram/connection.ts';
import { storedFiles } from '../../../src/stored-files.ts';
import { listen } from '../../../src/web/listen.ts';
import { createMetrics } from '../../../src/web/metrics.ts';
import { createServer } from '../../../src/web/server.ts';
import type { TestDatabase } from '../database.ts';
import { startTestEngine, type TestEngine } from '../engine.ts';
import { silentLog } from '../silent-log.ts';
import { type FakeTelegram, fakeTelegram } from './fake-telegram.ts';

export interface TelegramBot {
  telegram: FakeTelegram;
  engine: TestEngine;
  /** Where the bot listens, also where it polls. */
  url: string;
  secret: string;
  /** Errors that were not the caller's. */
  reported: unknown[];
  /** Begins to listen to Telegram; the bot is known there when it resolves. */
  start(): Promise<void>;
  /** Everything that people did is stored and answered. */
  settled(withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface TelegramBotSettings {
  mode: 'polling' | 'webhook';
  /** Where the clock stands until it is moved. */
  at?: Date;
  /** Seconds until a send that nobody answers is given up. */
  patienceS?: number;
}

const WEBHOOK_SECRET = 'geheim_2026-abc';

/** The bot as the program runs it, over a test's database, and a Telegram of its own over real HTTP. */
export async function telegramBot(
  database: TestDatabase,
  { mode, at = new Date('2026-06-08T00:55:00Z'), patienceS = 30 }: TelegramBotSettings,
): Promise<TelegramBot> {
  let now = () => at;
  const reported: unknown[] = [];
  const report = (error: unknown) => reported.push(error);
  const telegram = await fakeTelegram({ now: () => now() });
  let served = new Hono();
  const server = await listen(
    new Hono().all('*', c => served.fetch(c.req.raw)),
    { host: '127.0.0.1', port: 0 },
  );
  const connection = telegramConnection({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    patienceS,
    // Whole mornings pass in a moment.
    bulkPerSecond: null,
    webhookSecret: mode === 'webhook' ? WEBHOOK_SECRET : null,
    publicUrl: server.url,
    readFile: storedFiles(database.app.db),
    commands,
    now: () => now(),
    answered: () => {},
    log: silentLog(),
  });
  const { adapter, deepLink } = connection;
  const engine = await startTestEngine(database, [adapter], {
    at,
    deepLinks: (payload, to) => {
      const url = deepLink(payload, to);
      return url === null ? [] : [{ platform: 'telegram', url }];
    },
  });
  now = engine.clock.now;
  const open: OpenConnection = connection.open(engine);
  served = createServer({
    connected: open.routes ? [open.routes] : [],
    health: {
      now,
      startedAt: at,
      lastTick: now,
      contacts: () => ({}),
      alarms: () => [],
      queues: async () => ({ events: null, messages: null }),
    },
    metrics: createMetrics(),
    report,
  });

  return {
    telegram,
    engine,
    url: server.url,
    secret: WEBHOOK_SECRET,
    reported,
    async start() {
      open.start();
      while (deepLink('', 'private') === null) await new Promise(resolve => setTimeout(resolve, 2));
    },
    async settled(withinMs = 20_000) {
      await telegram.delivery.delivered(withinMs);
      await engine.settle(withinMs);
    },
    async close() {
      await open.stop();
      await telegram.close();
      await server.close();
      await engine.stop();
    },
  };
}

import { z } from 'zod';
import { connect } from '../../db/client.ts';
import { createTelegramAdapter } from '../../src/chat/telegram/adapter.ts';
import { createApi } from '../../src/chat/telegram/api.ts';
import { receive } from '../../src/chat/telegram/receive.ts';
import { webhookRoutes } from '../../src/chat/telegram/webhook.ts';
import { createIntake } from '../../src/turn/intake.ts';
import { listen } from '../../src/web/listen.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { createServer } from '../../src/web/server.ts';
import { answerParent } from '../child.ts';
import { SECRET } from './update.ts';

/** The bot's own webhook, whole: server, secret, update read, inbox row committed. Nobody takes turns meanwhile. */
const [path = '', database = ''] = process.argv.slice(2);
const system = connect({ kind: 'socket', path, user: 'postgres', database }, { role: 'tlk_system', max: 3 });
const bot = { id: 1, username: 'bench_bot' };
const api = createApi({ token: '1:bench', apiRoot: 'http://127.0.0.1:9' });
const adapter = createTelegramAdapter({ api, readFile: async () => null });
const intake = createIntake({ db: system.db, adapters: [adapter], stored: () => {} });
const routes = webhookRoutes({
  secret: SECRET,
  take: async update => {
    await intake.store(receive([update], bot, new Date()).events);
    return true;
  },
});
const server = await listen(
  createServer({
    connected: [routes],
    health: {
      now: () => new Date(),
      startedAt: new Date(),
      lastTick: () => null,
      contacts: () => ({}),
      alarms: () => [],
      queues: async () => ({ events: null, messages: null }),
    },
    metrics: createMetrics(),
    report: console.error,
  }),
  { host: '127.0.0.1', port: 0 },
);

const counted = z.tuple([z.object({ stored: z.number() })]);
answerParent(
  async () => {
    const [{ stored }] = counted.parse([...(await system.sql`select count(*) as stored from inbox`)]);
    return { port: server.port, stored };
  },
  async () => {
    await server.close();
    await system.end();
  },
);

import type { IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { connect } from '../../db/client.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import { systemClock } from '../../src/clock.ts';
import { startEngine } from '../../src/engine.ts';
import { answerParent } from '../child.ts';
import { benchAdapter, rawEventOf } from './adapter.ts';
import { listenOnLoopback } from './bot-server.ts';

/** The whole pipeline behind a bare webhook: stored, turned and answered by the real engine. */
const [apiRoot = '', path = '', database = ''] = process.argv.slice(2);
const target = { kind: 'socket', path, user: 'postgres', database } as const;

// As many connections as the bot opens.
const app = connect(target, { role: 'tlk_app', max: 4 });
const system = connect(target, { role: 'tlk_system', max: 3 });
await loadHolidays(system.db);
const lock = await holdProcessLock(target);
const counted = { stored: 0, turned: 0, failed: 0, sent: 0 };
const engine = startEngine({
  app: app.db,
  system: system.db,
  adapters: [benchAdapter(apiRoot)],
  commands,
  clock: systemClock,
  log: pino({ level: 'warn' }),
  botName: 'Trợ lý Khối',
  owner: lock.owner,
  publicUrl: null,
  deepLinks: () => [],
  seen: {
    stored: count => {
      counted.stored += count;
    },
    turned: count => {
      counted.turned += count;
    },
    failed: () => {
      counted.failed += 1;
    },
    sent: (_, outcome) => {
      if (outcome === 'sent') counted.sent += 1;
    },
  },
  ticked: () => {},
});

async function readJson(message: IncomingMessage): Promise<unknown> {
  const parts: Uint8Array[] = [];
  for await (const part of message) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

const server = await listenOnLoopback((message, response) => {
  readJson(message)
    .then(raw => engine.intake.store([rawEventOf(raw)]))
    .then(
      () => response.end(),
      error => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
});

const rowsSchema = z.tuple([z.object({ done: z.number(), sent: z.number() })]);

answerParent(
  async () => {
    await engine.settle();
    const rows = await system.sql`select (select count(*) from inbox where state = 'done') as done,
      (select count(*) from outbox where state = 'sent') as sent`;
    return { port: server.port, ...rowsSchema.parse([...rows])[0], failed: counted.failed };
  },
  async () => {
    await server.close();
    await engine.stop();
    await lock.release();
    await Promise.all([app.end(), system.end()]);
  },
);

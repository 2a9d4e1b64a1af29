import type { IncomingMessage } from 'node:http';
import { Api } from 'grammy';
import { pino } from 'pino';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { connect } from '../../db/client.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { outcomeOf } from '../../src/chat/telegram/outcome.ts';
import { systemClock } from '../../src/clock.ts';
import { startEngine } from '../../src/engine.ts';
import { answerParent } from '../child.ts';
import { benchAdapter, plain, rawEventOf } from '../whole-turn/adapter.ts';
import { listenOnLoopback } from '../whole-turn/bot-server.ts';

/** The engine as it is, behind a webhook on a fixed port. */
const [apiRoot = '', path = '', database = '', port = '0'] = process.argv.slice(2);
const target = { kind: 'socket', path, user: 'postgres', database } as const;

const textSchema = z.looseObject({ message: z.looseObject({ text: z.string() }) });

/** Whatever is no command is an answer. */
function talkingAdapter(): ChatAdapter {
  const adapter = benchAdapter(apiRoot);
  const api = new Api('1:bench', { apiRoot });
  return {
    ...adapter,
    send: async outgoing => {
      try {
        const sent = await api.sendMessage(outgoing.address.chatId, plain(outgoing.message));
        return { kind: 'sent', messageId: String(sent.message_id) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    parse: raw => {
      const event = adapter.parse(raw);
      const { text } = textSchema.parse(raw).message;
      if (!event || text.startsWith('/')) return event;
      return { ...event, body: { kind: 'text', text, addressed: true, repliesTo: null } };
    },
  };
}

const app = connect(target, { role: 'tlk_app', max: 4 });
const system = connect(target, { role: 'tlk_system', max: 3 });
await loadHolidays(system.db);
const lock = await holdProcessLock(target);
const nothing = () => {};
const engine = startEngine({
  app: app.db,
  system: system.db,
  adapters: [talkingAdapter()],
  commands,
  clock: systemClock,
  log: pino({ level: 'error' }),
  botName: 'Trợ lý Khối',
  owner: lock.owner,
  publicUrl: null,
  deepLinks: () => [],
  seen: { stored: nothing, turned: nothing, failed: nothing, sent: nothing },
  ticked: nothing,
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
      () => response.writeHead(500).end(),
    );
}, Number(port));

answerParent(
  async () => ({ port: server.port }),
  async () => {
    await server.close();
    await engine.stop();
    await lock.release();
    await Promise.all([app.end(), system.end()]);
  },
);

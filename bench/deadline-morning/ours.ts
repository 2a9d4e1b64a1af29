import { pino } from 'pino';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { connect } from '../../db/client.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import { createTelegramAdapter } from '../../src/chat/telegram/adapter.ts';
import { createApi } from '../../src/chat/telegram/api.ts';
import { startEngine } from '../../src/engine.ts';
import { answerParent } from '../child.ts';
import { benchAdapter } from '../whole-turn/adapter.ts';
import { MORNING } from './blocs.ts';

/** The engine on the morning of the deadline: finds what is due, decides whom to tell what, and tells them. */
const [apiRoot = '', path = '', database = '', pace = ''] = process.argv.slice(2);
const target = { kind: 'socket', path, user: 'postgres', database } as const;
const app = connect(target, { role: 'tlk_app', max: 4 });
const system = connect(target, { role: 'tlk_system', max: 3 });
await loadHolidays(system.db);
const lock = await holdProcessLock(target);
/** Telegram's own, which keeps to what a messenger takes. */
const paced = createTelegramAdapter({
  api: createApi({ token: 'bench:1', apiRoot }),
  readFile: async () => null,
});
const engine = startEngine({
  app: app.db,
  system: system.db,
  adapters: [pace === '' ? benchAdapter(apiRoot) : paced],
  commands,
  clock: { now: () => MORNING, moveTo: async () => {}, refresh: async () => {}, still: () => true },
  log: pino({ level: 'warn' }),
  botName: 'Trợ lý Khối',
  owner: lock.owner,
  publicUrl: null,
  deepLinks: () => [],
  seen: { stored: () => {}, turned: () => {}, failed: () => {}, sent: () => {} },
  ticked: () => {},
});

let ticking: Promise<void> = Promise.resolve();
const countSchema = z.tuple([z.object({ done: z.number() })]);
answerParent(
  async question => {
    if (z.object({ go: z.literal(true) }).safeParse(question).success) {
      ticking = engine.tick();
      return {};
    }
    await ticking;
    await engine.settle(300_000);
    const [{ done }] = countSchema.parse([
      ...(await system.sql`select count(*) as done from outbox where state = 'sent'`),
    ]);
    return { done };
  },
  async () => {
    await engine.stop();
    await lock.release();
    await Promise.all([app.end(), system.end()]);
  },
);

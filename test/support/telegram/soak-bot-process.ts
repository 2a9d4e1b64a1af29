import { createInterface } from 'node:readline';
import { z } from 'zod';
import { commands } from '../../../commands/index.ts';
import { loadHolidays } from '../../../db/calendar.ts';
import { connect } from '../../../db/client.ts';
import { holdProcessLock } from '../../../db/process-lock.ts';
import { telegramConnection } from '../../../src/chat/telegram/connection.ts';
import { movableClock } from '../../../src/clock.ts';
import { startEngine } from '../../../src/engine.ts';
import { storedFiles } from '../../../src/stored-files.ts';
import { roomClock } from '../../../src/web/room-port.ts';
import { silentLog } from '../silent-log.ts';

/**
 * The bot of the soak, alone in its process so that its memory is its own. Its clock goes where stdin says, a line
 * with an instant each; for each it answers with a line of what it uses. An empty line ends it.
 */
const { target, token, apiRoot, at } = z
  .object({
    target: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('url'), url: z.string() }),
      z.object({ kind: z.literal('socket'), path: z.string(), user: z.string(), database: z.string() }),
    ]),
    token: z.string(),
    apiRoot: z.string(),
    at: z.coerce.date(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const SETTLE_MS = 180_000;

const app = connect(target, { role: 'tlk_app', max: 4 });
const system = connect(target, { role: 'tlk_system', max: 3 });
await loadHolidays(system.db);
const clock = await movableClock(system.db, { at, speed: 0 });
const lock = await holdProcessLock(target);
const log = silentLog();
const nothing = () => {};
const connection = telegramConnection({
  ...{ token, apiRoot, webhookSecret: null, publicUrl: null, patienceS: 5 },
  // Whole mornings pass in a moment.
  bulkPerSecond: null,
  ...{ readFile: storedFiles(app.db), commands, now: clock.now, answered: nothing, log },
});
const engine = startEngine({
  app: app.db,
  system: system.db,
  adapters: [connection.adapter],
  commands,
  clock,
  log,
  botName: 'Trợ lý Khối',
  owner: lock.owner,
  publicUrl: null,
  deepLinks: () => [],
  seen: { stored: nothing, turned: nothing, failed: nothing, sent: nothing },
  ticked: nothing,
});
const open = connection.open(engine);
open.start();
const steps = roomClock({
  db: system.db,
  clock,
  catchUp: async () => {
    await engine.tick();
    await engine.settle(SETTLE_MS);
  },
});

const report = (): void => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  console.log(JSON.stringify({ at: clock.now(), rss, heapUsed }));
};
report();
for await (const line of createInterface({ input: process.stdin })) {
  if (line === '') break;
  await steps.advanceTo(new Date(line), 'step');
  report();
}
await open.stop();
await engine.stop();
await lock.release();
await Promise.all([app.end(), system.end()]);
process.exit(0);

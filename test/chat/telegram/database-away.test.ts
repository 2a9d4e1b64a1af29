import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect } from '../../../db/client.ts';
import { testDatabase } from '../../support/database.ts';
import { flakyProxy } from '../../support/flaky-proxy.ts';
import { size } from '../../support/size.ts';
import { type Cast, loadOntoTelegram, SAMPLE } from '../../support/telegram/cast.ts';
import { type TelegramBot, telegramBot } from '../../support/telegram/telegram-bot.ts';

/** The bot on Telegram, by webhook, and a way to its database that fails as networks do. */
const AT = new Date('2026-06-08T02:00:00Z');
/** How soon work must go on; the promise's own number. */
const RESUMES_MS = 5_000;
const patienceMs = size(1_500, 10_000);

const direct = await testDatabase();
const proxy = await flakyProxy(direct.target);
const app = connect(proxy.target, { role: 'tlk_app', max: 4, patienceMs });
const system = connect(proxy.target, { role: 'tlk_system', max: 3, patienceMs });
const cast: Cast = { persons: new Map(), groups: new Map() };
let bot: TelegramBot;
let open = true;
let talking: Promise<void> = Promise.resolve();
/** What people have said so far. */
let said = 0;

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

const answers = () =>
  [...cast.persons.values()].flatMap(({ user }) =>
    bot.telegram.people.reads(user).filter(one => one.wire.from?.id === bot.telegram.world.bot.id),
  ).length;

/** People who ask, a few at a time, whether anybody answers or not. */
async function talk(): Promise<void> {
  const users = [...cast.persons.values()].map(one => one.user);
  while (open) {
    const user = users[said % users.length] ?? 0;
    if (said - answers() < 12) {
      bot.telegram.people.says(user, user, '/han');
      said += 1;
    }
    await wait(20);
  }
}

/** Somebody who wrote just now is answered. */
async function works(): Promise<void> {
  const before = answers();
  await expect.poll(answers, { timeout: RESUMES_MS, interval: 10 }).toBeGreaterThan(before);
}

beforeAll(async () => {
  process.on('unhandledRejection', note).on('uncaughtException', note);
  bot = await telegramBot({ ...direct, target: proxy.target, app, system }, { mode: 'webhook', at: AT });
  await loadOntoTelegram(direct, bot, cast, SAMPLE, AT);
  await bot.start();
  await bot.settled();
  talking = talk();
}, 60_000);
afterAll(async () => {
  open = false;
  await talking;
  await bot.close();
  await Promise.all([app.end(), system.end()]);
  await proxy.close();
  process.off('unhandledRejection', note).off('uncaughtException', note);
});
afterEach(() => expect(unhandled).toEqual([]));

test('its connections cut in the middle of turns and sends, it goes on', async () => {
  for (let n = 0; n < size(8, 100); n += 1) {
    await works();
    proxy.cut();
  }
  await works();
});

test('the database away for a while, it goes on within five seconds of its return', async () => {
  await works();
  proxy.refuse();
  await wait(size(500, 20_000));
  proxy.heal();
  await works();
});

test('connections half-open, it finds out and goes on within five seconds of their healing', async () => {
  await works();
  proxy.stall();
  await wait(size(2 * patienceMs, 60_000));
  proxy.heal();
  await works();
});

test('after all that everything said was taken once and answered once', async () => {
  open = false;
  await talking;
  await bot.settled(60_000);
  const [rows] = await direct.owner.db.execute(sql`select count(*)::int as taken,
    count(*) filter (where state = 'done')::int as done from inbox where raw->'update'->'message'->>'text' = '/han'`);
  expect(rows).toEqual({ taken: said, done: said });
  expect(answers()).toBe(said);
  expect(bot.telegram.problems()).toEqual([]);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { solePoller } from '../../../db/sole-poller.ts';
import { testDatabase } from '../../support/database.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, {
  at: AT,
  polls: true,
  switches: { delivery: 'replay', updates: 'array' },
});
const inbox = async () =>
  Number((await database.owner.db.execute(sql`select count(*)::int as n from inbox`))[0]?.n);
const until = async (done: () => Promise<boolean> | boolean) => {
  while (!(await done())) await new Promise(resolve => setTimeout(resolve, 10));
};

test('what is handed out again and again is taken once, and asked for once a second at most', async () => {
  const lan = zalo.person('Lan');
  await zalo.says(lan, lan, 'xin chào');
  await until(async () => (await inbox()) === 1);
  const polls = () => zalo.bot.calls.get('getUpdates') ?? 0;
  const [before, from] = [polls(), performance.now()];
  await until(() => polls() >= before + 2);
  // Two more polls take at least one whole pause between them.
  expect(performance.now() - from).toBeGreaterThan(900);
  await zalo.engine.settle();
  expect(await inbox()).toBe(1);
  expect(zalo.bot.sent).toHaveLength(1);
});

test('a second process does not poll for the same bot until the first is gone', async () => {
  const [one, two] = [solePoller(database.target, 'bot-x'), solePoller(database.target, 'bot-x')];
  expect([await one.held(), await two.held(), await one.held()]).toEqual([true, false, true]);
  await one.release();
  await until(() => two.held());
  await two.release();
});

test('a webhook set by somebody else is left to him', async () => {
  zalo.bot.webhook = { url: 'https://elsewhere.example', secret: 'x' };
  const before = zalo.bot.calls.get('getUpdates') ?? 0;
  await until(() => (zalo.bot.calls.get('getUpdates') ?? 0) > before);
  expect(zalo.bot.calls.get('deleteWebhook')).toBeUndefined();
  expect(zalo.bot.webhook).not.toBeNull();
});

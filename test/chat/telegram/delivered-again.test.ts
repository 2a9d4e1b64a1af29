import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { shuffled } from '../../support/shuffle.ts';
import { size } from '../../support/size.ts';
import { telegramScene } from '../../support/telegram/scene.ts';

const UPDATES = size(100, 1_000);
const DOORS = 8;

test(`${UPDATES} updates, each posted 1 to 5 times and shuffled over ${DOORS} connections, are ${UPDATES} events and answers`, async () => {
  const scene = await telegramScene({ mode: 'webhook' });
  const { bot, database } = scene;
  const { people, delivery } = bot.telegram;
  const users = Array.from({ length: 50 }, (_, n) => people.user(`Người ${n}`));
  // Not posted by the imitation itself: it would keep their order.
  delivery.hold();
  const updates = Array.from({ length: UPDATES }, (_, n) => {
    const user = users[n % users.length] ?? 0;
    return people.says(user, user, n % 2 ? '/toi' : 'xin chào').update;
  });
  const { items, seed } = shuffled(
    updates.flatMap((update, n) => Array.from({ length: 1 + (n % 5) }, () => update)),
  );
  const before = bot.telegram.calls.filter(call => call.method === 'sendMessage').length;
  const door = async (n: number) => {
    for (let at = n; at < items.length; at += DOORS) {
      const { status } = await fetch(`${bot.url}/telegram`, {
        method: 'POST',
        body: JSON.stringify(items[at]),
        headers: { 'X-Telegram-Bot-Api-Secret-Token': bot.secret },
      });
      expect(status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: DOORS }, (_, n) => door(n)));
  await bot.settled(120_000);
  const keys = updates.map(update => String(update?.update_id));
  const [row] = await database.owner.db.execute(sql`select count(*)::int as n,
    count(*) filter (where state = 'done')::int as done, (select count(*)::int from outbox o
      where o.state = 'sent' and o.dedupe_key like 'in:%' and exists (select from inbox i
        where i.event_key = any(${sql.param(keys)}::text[]) and o.dedupe_key like 'in:' || i.id || ':%')) as sent
    from inbox where event_key = any(${sql.param(keys)}::text[])`);
  expect(row, `seed ${seed}`).toEqual({ n: UPDATES, done: UPDATES, sent: UPDATES });
  const sends = bot.telegram.calls.filter(call => call.method === 'sendMessage').length - before;
  expect(sends).toBe(UPDATES);
  expect(bot.telegram.problems()).toEqual([]);
  await scene.close();
}, 300_000);

test('polls whose confirmation is lost bring the same again, and change nothing', async () => {
  const scene = await telegramScene({ mode: 'polling' });
  const { people, delivery } = scene.bot.telegram;
  const lan = scene.user('lan');
  delivery.disturb({ dropConfirmations: 3 });
  const answers = await scene.cameOf(lan, () => {
    for (let n = 0; n < 5; n += 1) people.says(lan, lan, '/toi');
  });
  expect(answers).toHaveLength(5);
  await scene.close();
}, 60_000);

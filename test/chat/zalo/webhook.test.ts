import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { seededRandom } from '../../support/shuffle.ts';
import { size } from '../../support/size.ts';
import { SECRET, zaloBot } from '../../support/zalo/bot.ts';
import { hexId } from '../../support/zalo/world.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT, bots: ['Bot Một', 'Bot Hai'] });
const stored = async () =>
  Number((await database.owner.db.execute(sql`select count(*)::int as n from inbox`))[0]?.n);

const post = (body: string, secret: string | null = SECRET, path = '/zalo') =>
  fetch(zalo.url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(secret !== null && { 'X-Bot-Api-Secret-Token': secret }),
    },
    body,
  });
const said = (text: string, person = hexId()) => ({
  event_name: 'message.text.received',
  message: {
    message_id: hexId(),
    date: AT.getTime(),
    text,
    from: { id: person, display_name: 'Người lạ', is_bot: false },
    chat: { id: person, chat_type: 'PRIVATE' },
  },
});

test('a wrong, cut, longer or missing secret is refused and nothing is stored', async () => {
  const before = await stored();
  const body = JSON.stringify(said('x'));
  for (const secret of [null, '', 'x', SECRET.slice(0, -1), `${SECRET}x`, SECRET.toUpperCase()])
    expect((await post(body, secret)).status).toBe(401);
  expect(await stored()).toBe(before);
});

test('the probe is answered with and without the secret, and is no event', async () => {
  const before = await stored();
  const probe = JSON.stringify({
    event_name: 'webhook.test',
    message: { date: 1, message_id: 'webhook-test' },
  });
  for (const secret of [null, SECRET]) expect((await post(probe, secret)).status).toBe(200);
  const large = JSON.stringify({ event_name: 'webhook.test', message: { text: 'x'.repeat(5_000) } });
  expect((await post(large, null)).status).toBe(401);
  expect(await stored()).toBe(before);
});

test('each bot has an address of its own, and what comes there is its', async () => {
  const person = hexId();
  for (const path of ['/zalo', '/zalo/0123abcd', '/zalo/2', '/zalo/2/0123abcd'])
    expect((await post(JSON.stringify(said('x', person)), SECRET, path)).status).toBe(200);
  const rows = await database.owner.db.execute(
    sql`select distinct bot_id as bot from inbox where user_id = ${person}`,
  );
  expect(rows.map(row => row.bot).toSorted()).toEqual(
    zalo.world.bots.map(bot => bot.token.split(':')[0]).toSorted(),
  );
});

test('10 MB are refused, deep and broken JSON do no harm', async () => {
  expect((await post('x'.repeat(10 * 1024 * 1024))).status).toBe(413);
  expect((await post('{"event_name":')).status).toBe(400);
  expect((await post('['.repeat(100_000))).status).toBeLessThan(500);
  expect(
    (
      await post(
        `{"event_name":"message.text.received","message":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      )
    ).status,
  ).toBe(200);
  expect((await fetch(`${zalo.url}/zalo`)).status).toBe(404);
});

test(
  'an event delivered again changes nothing',
  async () => {
    const count = size(60, 1_000);
    const random = seededRandom(7);
    const people = Array.from({ length: 20 }, () => hexId());
    for (const person of people) zalo.bot.met.add(person);
    const updates = Array.from({ length: count }, (_, n) =>
      JSON.stringify(said(`/tro_giup ${n}`, people[n % 20])),
    );
    const deliveries = updates.flatMap(one =>
      Array.from({ length: 1 + Math.floor(random() * 5) }, () => one),
    );
    const shuffled = deliveries
      .map(one => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
    await zalo.engine.settle();
    const before = await stored();
    const sent = zalo.bot.sent.length;
    const lanes = Array.from({ length: 8 }, async () => {
      for (let next = shuffled.pop(); next; next = shuffled.pop())
        expect((await post(next)).status).toBe(200);
    });
    await Promise.all(lanes);
    await zalo.engine.settle(120_000);
    expect(await stored()).toBe(before + count);
    expect(zalo.bot.sent.length).toBe(sent + count);
  },
  size(20_000, 300_000),
);

test(
  'whatever is posted, it answers and goes on',
  async () => {
    const random = seededRandom(11);
    const values = [
      null,
      0,
      -1,
      'x',
      '',
      [],
      {},
      true,
      1e300,
      'zgr-1',
      '\u0000',
      'ộ'.repeat(500),
      { id: 'x' },
    ];
    const pick = () => values[Math.floor(random() * values.length)];
    const spoil = (value: unknown): unknown => {
      if (random() < 0.12) return pick();
      if (Array.isArray(value)) return value.map(spoil);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one)]));
    };
    for (let n = 0; n < size(300, 10_000); n += 1) {
      const body = JSON.stringify(spoil(random() < 0.5 ? said('hạn') : { ok: true, result: said('hạn') }));
      expect((await post(body)).status).toBe(200);
    }
    await zalo.engine.settle(120_000);
    const [dead] = await database.owner.db.execute(
      sql`select count(*)::int as n from inbox where state = 'dead'`,
    );
    expect(dead?.n).toBe(0);
  },
  size(30_000, 300_000),
);

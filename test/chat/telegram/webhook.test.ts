import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawnSeed } from '../../support/seed.ts';
import { size } from '../../support/size.ts';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** What stands at our door: Telegram's calls, and whoever pretends to be Telegram. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'webhook' });
}, 60_000);
afterAll(() => scene.close());

const FUZZED = size(300, 10_000);
const ARRIVING = size(60, 500);

const post = (body: string, secret?: string, headers: Record<string, string> = {}) =>
  fetch(`${scene.bot.url}/telegram`, {
    method: 'POST',
    body,
    headers: { ...headers, ...(secret !== undefined && { 'X-Telegram-Bot-Api-Secret-Token': secret }) },
  }).then(async response => {
    await response.arrayBuffer();
    return response.status;
  });

const rows = async () => {
  const [row] = await scene.database.owner.db.execute(sql`select count(*)::int as n from inbox`);
  return Number(row?.n);
};

const update = (id: number, text: string, from = 77) =>
  JSON.stringify({
    update_id: id,
    message: {
      message_id: id,
      date: 1_780_000_000,
      chat: { id: from, type: 'private', first_name: 'x' },
      from: { id: from, is_bot: false, first_name: 'x' },
      text,
    },
  });

describe('whoever does not know the secret', () => {
  test.each([
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['a wrong one', () => 'khong-phai'],
    ['its beginning', () => scene.bot.secret.slice(0, -1)],
    ['a longer one', () => `${scene.bot.secret}x`],
    ['another spelling', () => scene.bot.secret.toUpperCase()],
  ])('%s: is refused, and nothing is stored', async (_, secret) => {
    const before = await rows();
    expect(await post(update(1, '/han'), secret())).toBe(401);
    expect(await rows()).toBe(before);
  });
});

describe('whoever does', () => {
  test('is told 200 once the update is stored, and again for the same', async () => {
    const before = await rows();
    for (let n = 0; n < 3; n += 1) expect(await post(update(2, '/han'), scene.bot.secret)).toBe(200);
    expect(await rows()).toBe(before + 1);
  });

  test.each(['[', '{"a":', '{"message":'])('deep JSON of %s breaks nothing', async part => {
    const close = part === '[' ? ']' : '}';
    const body = part.repeat(50_000) + (part === '[' ? '' : '1') + close.repeat(50_000);
    expect([200, 400]).toContain(await post(body, scene.bot.secret));
    expect(await post(update(3, 'còn đây'), scene.bot.secret)).toBe(200);
  });

  test(`may send anything, garbled ${FUZZED} times: no crash, nothing reported, others are served`, async () => {
    const seed = drawnSeed();
    const valid: unknown = JSON.parse(update(4, '/han'));
    const spoilt = fc.tuple(fc.jsonValue(), fc.nat(30)).map(([value, at]) => replaced(valid, value, at));
    const bodies = fc.sample(fc.oneof(fc.jsonValue(), spoilt), { seed, numRuns: FUZZED });
    for (let from = 0; from < bodies.length; from += 50) {
      const statuses = await Promise.all(
        bodies.slice(from, from + 50).map(body => post(JSON.stringify(body), scene.bot.secret)),
      );
      expect(new Set(statuses), `seed ${seed}`).toEqual(new Set([200]));
    }
    expect(scene.bot.reported).toEqual([]);
    await scene.bot.engine.settle();
    const before = await rows();
    expect(await post(update(1_000_005, '/han', 78), scene.bot.secret)).toBe(200);
    expect(await rows()).toBe(before + 1);
  });
});

test(`intake stays quick while Telegram takes 20 s to answer: ${ARRIVING} updates`, async () => {
  // Not waited for: the calls end with the test's server.
  scene.bot.telegram.faults.add({ times: 10_000, fault: { kind: 'slow', ms: 20_000 } });
  const times: number[] = [];
  for (let n = 0; n < ARRIVING; n += 20) {
    await Promise.all(
      Array.from({ length: 20 }, async (_, k) => {
        const began = performance.now();
        expect(await post(update(2_000_000 + n + k, '/han', 1_000 + ((n + k) % 40)), scene.bot.secret)).toBe(
          200,
        );
        times.push(performance.now() - began);
      }),
    );
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  console.info(
    `intake beside a slow Telegram: p50 ${times[times.length >> 1]?.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
  // A send that held up intake would take its 20 s.
  expect(p99).toBeLessThan(5_000);
  scene.bot.telegram.faults.clear();
});

// The last: the server hangs up on whoever sends too much.
test('nobody can send ten megabytes, nor what is no JSON', async () => {
  const before = await rows();
  expect(await post('{"update_id":', scene.bot.secret)).toBe(400);
  expect(await post('', scene.bot.secret)).toBe(400);
  expect(await post('x'.repeat(10 * 1024 * 1024), scene.bot.secret)).toBe(413);
  const stream = new Blob(['['.repeat(2 * 1024 * 1024)]).stream();
  const { status } = await fetch(`${scene.bot.url}/telegram`, {
    ...{ method: 'POST', body: stream, duplex: 'half' },
    headers: { 'X-Telegram-Bot-Api-Secret-Token': scene.bot.secret },
  });
  expect(status).toBe(413);
  expect(await rows()).toBe(before);
});

/** One value somewhere in it replaced. */
function replaced(raw: unknown, value: unknown, at: number): unknown {
  let left = at;
  const walk = (part: unknown): unknown => {
    left -= 1;
    if (left === 0) return value;
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(walk);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(raw);
}

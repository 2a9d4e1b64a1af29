import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { stubPeople } from '../../support/stub-people.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT, pace: { sendMs: 500 } });
const { bot, faults, engine } = zalo;
const { db } = database.owner;
const BYTES = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const file = { sha256, name: 'Bảng xếp hạng.png', mime: 'image/png' };
let blocId = 0;
let keys = 0;

beforeAll(async () => {
  blocId = await stubPeople(database, AT);
  await db.execute(sql`insert into file (bloc_id, sha256, size, bytes, created_at)
    values (${blocId}, ${sha256}, ${BYTES.length}, decode(${Buffer.from(BYTES).toString('hex')}, 'hex'), now())`);
  bot.met.add(zalo.person('Lan', 'lan'));
});
beforeEach(() => {
  faults.clear();
  bot.sent.length = 0;
});

/** Sends these words with the picture, and returns what came of it. */
async function shown(words: string) {
  keys += 1;
  const body = JSON.stringify({ lines: words.split('\n').map(line => [line]), file });
  await db.execute(sql`insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, bloc_id, body)
    values ('zalo', ${zalo.botId}, 'lan', 'private', 'reply', ${`picture:${keys}`}, ${blocId}, ${body}::text::jsonb)`);
  await engine.settle();
  return bot.sent.filter(one => one.chatId === 'lan');
}

test('a picture is shown under its words, fetched by an address that needs no login', async () => {
  const [one, ...more] = await shown('Xếp hạng quý II');
  expect(more).toEqual([]);
  expect(one).toMatchObject({ text: 'Xếp hạng quý II', photo: expect.stringContaining(`${zalo.url}/l/`) });
  const fetched = await fetch(one?.photo ?? '');
  expect(fetched.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(BYTES);
});

test('one that Zalo will not show comes as a link with the same words', async () => {
  faults.add('sendPhoto', 'refused');
  const [one, ...more] = await shown('Xếp hạng quý III');
  expect(more).toEqual([]);
  expect(one).toMatchObject({ photo: null, text: expect.stringContaining('Xếp hạng quý III') });
  expect(one?.text).toContain(file.name);
  const [url = ''] = /http:\S+\/l\/\S+/.exec(one?.text ?? '') ?? [];
  expect(await (await fetch(url)).text()).toContain('download');
});

test('one of which nobody knows whether it arrived is shown once more, not as a link besides', async () => {
  faults.add('sendPhoto', 'reset-after');
  const seen = await shown('Xếp hạng quý IV');
  expect(seen).toHaveLength(2);
  for (const one of seen) expect(one.photo).not.toBeNull();
});

test('words longer than a caption come before it, whole', async () => {
  const words = Array.from({ length: 90 }, (_, n) => `Đơn vị số ${n + 1} đạt điểm tối đa`).join('\n');
  const seen = await shown(words);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.map(one => one.photo !== null)).toEqual([...seen.slice(1).map(() => false), true]);
  for (const { text } of seen) expect(text.length).toBeLessThanOrEqual(2_000);
  const read = seen.map(one => one.text).join('\n');
  for (const line of words.split('\n')) expect(read).toContain(line);
});

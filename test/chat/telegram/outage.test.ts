import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { size } from '../../support/size.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { faults } from '../../support/telegram/faults.ts';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** Telegram as it is on bad days: nothing is lost, nothing hangs, each chat keeps its order. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling', patienceS: 1 });
}, 60_000);
afterAll(() => scene.close());
beforeEach(() => scene.bot.telegram.faults.clear());

const CHATS = size(4, 8);
const MESSAGES = size(3, 10);
/** Seconds. */
const DEAD = size(2, 600);
const BROKEN = size(2, 120);
let round = 0;

const texts = (chat: number) => scene.said(chat).map(one => one.text);

/** Numbered messages to several chats; what each reader then has, without the doubles that are allowed. */
async function queue(): Promise<{ chats: number[]; expected: string[] }> {
  round += 1;
  const ids = ['lan', 'dung', 'tuan', 'ha', 'phuc', 'anh', 'mai', 'thang'].slice(0, CHATS);
  const chats = ids.map(id => scene.user(id));
  const expected = Array.from({ length: MESSAGES }, (_, n) => `lượt ${round}, tin ${n + 1}`);
  for (const text of expected) {
    for (const chat of chats) {
      const key = `outage:${chat}:${text}`;
      await scene.database.system.db.execute(sql`insert into outbox
        (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
        values ('telegram', '123456789', ${String(chat)}, 'private', 'reply', ${key},
        ${JSON.stringify({ lines: [[text]] })}::text::jsonb)`);
    }
  }
  return { chats, expected };
}

const states = async () => {
  const rows = await scene.database.owner.db.execute(
    sql`select state, count(*)::int as n from outbox where dedupe_key like 'outage:%' and state <> 'sent' group by 1`,
  );
  return rows.map(row => `${row.n} ${row.state}`);
};

/** Everything arrived, in order; `doubles`: how many more than once. */
function arrived(chats: readonly number[], expected: readonly string[]): number {
  let doubles = 0;
  for (const chat of chats) {
    const got = texts(chat).filter(text => text.startsWith(`lượt ${round},`));
    const firsts = got.filter((text, n) => got.indexOf(text) === n);
    expect(firsts).toEqual(expected);
    doubles += got.length - firsts.length;
  }
  return doubles;
}

describe('every message arrives, in order, and goes on within 5 s', () => {
  const troubles: [string, Fault, number][] = [
    ['a gateway answers 502', faults.gateway, 0],
    ['Telegram has a fault of its own', faults.internal, 0],
    ['too many requests', faults.tooMany(1), 0],
    ['connections break before the message is taken', faults.resetBefore, 0],
  ];
  test.each(troubles)('while %s', async (_, fault, doubles) => {
    scene.bot.telegram.faults.add({ method: 'sendMessage', times: CHATS, fault });
    const { chats, expected } = await queue();
    await scene.bot.engine.settle(60_000);
    expect(arrived(chats, expected)).toBe(doubles);
    expect(await states()).toEqual([]);
  });

  test.each([
    ['break after the message was taken', faults.resetAfter],
    ['are never answered', faults.silent],
  ])('while connections %s: then some come twice, none thrice', async (_, fault) => {
    scene.bot.telegram.faults.add({ method: 'sendMessage', times: CHATS, fault });
    const { chats, expected } = await queue();
    await scene.bot.engine.settle(60_000);
    expect(arrived(chats, expected)).toBeLessThanOrEqual(CHATS);
    for (const chat of chats) {
      for (const text of expected)
        expect(texts(chat).filter(one => one === text).length).toBeLessThanOrEqual(2);
    }
    expect(await states()).toEqual([]);
  });

  test(`where all of Telegram answers 502 for ${BROKEN} s`, async () => {
    scene.bot.telegram.faults.add({ times: Number.MAX_SAFE_INTEGER, fault: faults.gateway });
    const { chats, expected } = await queue();
    await wait(BROKEN * 1_000);
    expect(arrivedSoFar(chats)).toBe(0);
    const began = performance.now();
    scene.bot.telegram.faults.clear();
    while (arrivedSoFar(chats) === 0) await wait(10);
    expect(performance.now() - began).toBeLessThan(8_000);
    await scene.bot.engine.settle(60_000);
    expect(arrived(chats, expected)).toBe(0);
    expect(await states()).toEqual([]);
  });

  test(`where nobody is there for ${DEAD} s, people's words neither lost nor left unanswered`, async () => {
    const lan = scene.user('lan');
    await scene.bot.telegram.down();
    const { chats, expected } = await queue();
    scene.bot.telegram.people.says(lan, lan, '/toi');
    await wait(DEAD * 1_000);
    await scene.bot.telegram.up();
    const began = performance.now();
    while (arrivedSoFar(chats) === 0) await wait(10);
    console.info(`first message ${Math.round(performance.now() - began)} ms after Telegram was back`);
    expect(performance.now() - began).toBeLessThan(8_000);
    await scene.bot.settled(60_000);
    expect(arrived(chats, expected)).toBe(0);
    expect(
      texts(lan).filter(text => text.includes('Đồng chí') || text.includes('đồng chí')).length,
    ).toBeGreaterThan(0);
    expect(await states()).toEqual([]);
  });
});

test('what Telegram asks to wait for is waited for', async () => {
  const chat = scene.user('mai');
  scene.bot.telegram.faults.add({ method: 'sendMessage', chatId: chat, fault: faults.tooMany(2) });
  const before = scene.bot.telegram.calls.length;
  const { chats, expected } = await queue();
  await scene.bot.engine.settle(60_000);
  arrived(chats, expected);
  const own = scene.bot.telegram.calls.slice(before).filter(call => call.payload.chat_id === chat);
  const others = scene.bot.telegram.calls.slice(before).find(call => call.payload.chat_id !== chat);
  if (chats.includes(chat)) expect((own[0]?.at ?? 0) - (others?.at ?? 0)).toBeGreaterThan(1_900);
});

function arrivedSoFar(chats: readonly number[]): number {
  return chats.flatMap(chat => texts(chat).filter(text => text.startsWith(`lượt ${round},`))).length;
}

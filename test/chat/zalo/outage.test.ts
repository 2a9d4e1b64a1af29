import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { numberedMessages } from '../../support/numbered.ts';
import { size } from '../../support/size.ts';
import { zaloBot } from '../../support/zalo/bot.ts';
import type { Fault } from '../../support/zalo/faults.ts';

/** Zalo as it is on bad days: nothing is lost, nothing hangs, each chat keeps its order. */
const AT = new Date('2026-06-08T02:00:00Z');
const QUOTA_PAUSE = 1_500;
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT, pace: { sendMs: 1_000, quotaPauseMs: QUOTA_PAUSE } });
const { bot, faults, engine } = zalo;
const CHATS = size(3, 8);
const EACH = size(3, 10);
/** Seconds. */
const BROKEN = size(2, 120);
const DEAD = size(2, 600);
/**
 * Milliseconds until the first message of whoever is back: the pause between two tries of a message (3 s at most),
 * half a second until the sender looks, and the probe (1.5 s at most) before it.
 */
const FIRST_TRY = 5_000;
const chats = Array.from({ length: CHATS }, (_, n) => `nguoi-${n}`);
for (const chat of chats) {
  zalo.person(chat, chat);
  bot.met.add(chat);
}
const readIn = (chat: string) => bot.sent.filter(one => one.chatId === chat).map(one => one.text);
const { queue, left } = numberedMessages(database, { platform: 'zalo', botId: zalo.botId }, readIn);

/** Of faults that end alike as many in `npm test`. */
const some = (few: number, ...all: Fault[]) => all.slice(0, size(few, all.length));

beforeEach(() => faults.clear());

describe('every message arrives, in order', () => {
  test.each(some(1, 'code500', 'code403', 'code504'))('%s: each once', async fault => {
    faults.add('sendMessage', ...chats.map(() => fault));
    const { arrived } = await queue(chats, EACH);
    await engine.settle(60_000);
    expect(arrived()).toBe(0);
    expect(await left()).toEqual([]);
  });

  test.each(some(1, 'html502', 'reset'))('%s before it is taken: each once', async fault => {
    faults.add('sendMessage', ...chats.map(() => fault));
    const { arrived } = await queue(chats, EACH);
    await engine.settle(60_000);
    expect(arrived()).toBe(0);
    expect(await left()).toEqual([]);
  });

  test.each(some(2, 'hang-after', 'html502-after', 'reset-after', 'code408-after'))(
    '%s on the first send of each chat: one message twice at most',
    async fault => {
      faults.add('sendMessage', ...chats.map(() => fault));
      const { arrived } = await queue(chats, EACH);
      await engine.settle(60_000);
      expect(arrived()).toBeLessThanOrEqual(CHATS);
      expect(await left()).toEqual([]);
    },
  );

  test('a number that is used up is waited for, longer each time, by all chats alike; nothing is dropped', async () => {
    const sends = () => bot.calls.get('sendMessage') ?? 0;
    faults.always('quota');
    let before = sends();
    const { arrived } = await queue(chats, EACH);
    for (const pause of [1, 2]) {
      while (sends() === before) await wait(5);
      await wait(QUOTA_PAUSE * pause * 0.8);
      const tried = sends() - before;
      expect(tried).toBeLessThanOrEqual(CHATS);
      before += tried;
    }
    faults.clear();
    await engine.settle(60_000);
    expect(arrived()).toBe(0);
    expect(await left()).toEqual([]);
  });

  test.each(some(1, 'html502', 'hang'))(`all of Zalo ends in %s for ${BROKEN} s`, async fault => {
    faults.always(fault);
    const { arrived, soFar } = await queue(chats, EACH);
    await wait(BROKEN * 1_000);
    expect(soFar()).toBe(0);
    faults.clear();
    const began = performance.now();
    while (soFar() === 0) await wait(10);
    expect(performance.now() - began).toBeLessThan(FIRST_TRY);
    await engine.settle(60_000);
    expect(arrived()).toBe(0);
    expect(await left()).toEqual([]);
  });

  test(`nobody is there for ${DEAD} s, and people who write meanwhile are answered afterwards`, async () => {
    const [person = ''] = chats;
    await zalo.down();
    const { arrived, soFar } = await queue(chats, EACH);
    await zalo.says(person, person, '/toi');
    await wait(DEAD * 1_000);
    expect(soFar()).toBe(0);
    await zalo.up();
    const began = performance.now();
    while (soFar() === 0) await wait(10);
    console.info(`first message ${Math.round(performance.now() - began)} ms after Zalo was back`);
    expect(performance.now() - began).toBeLessThan(FIRST_TRY);
    await engine.settle(60_000);
    expect(arrived()).toBe(0);
    expect(readIn(person).at(-1)).toContain('đồng chí');
    expect(await left()).toEqual([]);
  });
});

test('what nobody knows twice in a row is not sent a third time', async () => {
  const [chat = ''] = chats;
  faults.add('sendMessage', 'reset-after', 'html502-after');
  const { texts } = await queue([chat], 1);
  await engine.settle(60_000);
  expect(readIn(chat).slice(-2)).toEqual([...texts, ...texts]);
  expect(await left()).toEqual(['1 unknown']);
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { numberedMessages } from '../../support/numbered.ts';
import { size } from '../../support/size.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { faults } from '../../support/telegram/faults.ts';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** Telegram as it is on bad days: nothing is lost, nothing hangs, each chat keeps its order. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling', patienceS: 1 });
  numbered = numberedMessages(scene.database, { platform: 'telegram', botId: '123456789' }, texts);
}, 60_000);
afterAll(() => scene.close());
beforeEach(() => scene.bot.telegram.faults.clear());

const CHATS = size(4, 8);
const MESSAGES = size(3, 10);
/** Seconds. */
const DEAD = size(2, 600);
const BROKEN = size(2, 120);
/**
 * Milliseconds until the first message of whoever is back: the pause between two tries of a message (3 s at most),
 * half a second until the sender looks, and the probe (1.5 s at most) before it.
 */
const FIRST_TRY = 5_000;
const PEOPLE = ['lan', 'dung', 'tuan', 'ha', 'phuc', 'anh', 'mai', 'thang'].slice(0, CHATS);

const texts = (chat: string) => scene.said(Number(chat)).map(one => one.text);
let numbered: ReturnType<typeof numberedMessages>;
const queue = () =>
  numbered.queue(
    PEOPLE.map(id => String(scene.user(id))),
    MESSAGES,
  );

describe('every message arrives, in order, and goes on within 5 s', () => {
  const troubles: [string, Fault, number][] = [
    ['a gateway answers 502', faults.gateway, 0],
    ['Telegram has a fault of its own', faults.internal, 0],
    ['too many requests', faults.tooMany(1), 0],
    ['connections break before the message is taken', faults.resetBefore, 0],
  ];
  test.each(troubles)('while %s', async (_, fault, doubles) => {
    scene.bot.telegram.faults.add({ method: 'sendMessage', times: CHATS, fault });
    const { arrived } = await queue();
    await scene.bot.engine.settle(60_000);
    expect(arrived()).toBe(doubles);
    expect(await numbered.left()).toEqual([]);
  });

  test.each([
    ['break after the message was taken', faults.resetAfter],
    ['are never answered', faults.silent],
  ])('while connections %s: then some come twice, none thrice', async (_, fault) => {
    scene.bot.telegram.faults.add({ method: 'sendMessage', times: CHATS, fault });
    const { arrived } = await queue();
    await scene.bot.engine.settle(60_000);
    expect(arrived()).toBeLessThanOrEqual(CHATS);
    expect(await numbered.left()).toEqual([]);
  });

  test(`where all of Telegram answers 502 for ${BROKEN} s`, async () => {
    scene.bot.telegram.faults.add({ times: Number.MAX_SAFE_INTEGER, fault: faults.gateway });
    const { arrived, soFar } = await queue();
    await wait(BROKEN * 1_000);
    expect(soFar()).toBe(0);
    const began = performance.now();
    scene.bot.telegram.faults.clear();
    while (soFar() === 0) await wait(10);
    expect(performance.now() - began).toBeLessThan(FIRST_TRY);
    await scene.bot.engine.settle(60_000);
    expect(arrived()).toBe(0);
    expect(await numbered.left()).toEqual([]);
  });

  test(`where nobody is there for ${DEAD} s, people's words neither lost nor left unanswered`, async () => {
    const lan = scene.user('lan');
    await scene.bot.telegram.down();
    const { arrived, soFar } = await queue();
    scene.bot.telegram.people.says(lan, lan, '/toi');
    await wait(DEAD * 1_000);
    await scene.bot.telegram.up();
    const began = performance.now();
    while (soFar() === 0) await wait(10);
    console.info(`first message ${Math.round(performance.now() - began)} ms after Telegram was back`);
    expect(performance.now() - began).toBeLessThan(FIRST_TRY);
    await scene.bot.settled(60_000);
    expect(arrived()).toBe(0);
    expect(
      texts(String(lan)).filter(text => text.includes('Đồng chí') || text.includes('đồng chí')).length,
    ).toBeGreaterThan(0);
    expect(await numbered.left()).toEqual([]);
  });
});

test('what Telegram asks to wait for is waited for, by that chat alone', async () => {
  const chat = scene.user('lan');
  scene.bot.telegram.faults.add({ method: 'sendMessage', chatId: chat, fault: faults.tooMany(2) });
  const before = scene.bot.telegram.calls.length;
  const { arrived } = await queue();
  await scene.bot.engine.settle(60_000);
  expect(arrived()).toBe(0);
  const taken = scene.bot.telegram.calls.slice(before).filter(call => call.method === 'sendMessage');
  const own = taken.find(call => call.payload.chat_id === chat)?.at ?? 0;
  const others = taken.find(call => call.payload.chat_id !== chat)?.at ?? 0;
  expect(own - others).toBeGreaterThan(1_900);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** The sample's monthly report is due on 11/6/2026, to the end of the day in Vietnam. */
const MONDAY = new Date('2026-06-08T00:55:00Z');
const LAST_SECONDS = new Date('2026-06-11T16:59:58Z');
const AFTERWARDS = new Date('2026-06-11T17:10:00Z');

let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling', at: MONDAY });
  await scene.bot.engine.clock.moveTo(LAST_SECONDS);
});
afterAll(() => scene.close());

test('what is written in time counts so, though an outage brings it after the deadline; a press counts from its receipt', async () => {
  const { bot } = scene;
  const { people } = bot.telegram;
  const review = async (id: string, document: string) => {
    const user = scene.user(id);
    await scene.cameOf(user, () => people.says(user, user, '/nop_bao_cao tháng'));
    const [asked] = await scene.cameOf(user, () => people.says(user, user, `${document} ngày 11/6/2026`));
    return { user, asked };
  };
  const writes = await review('mai', '15/BC-TYT');
  const presses = await review('thang', '07/BC-THCS');
  await bot.telegram.down();
  people.says(writes.user, writes.user, 'xác nhận');
  const token = presses.asked?.buttons.flat().find(one => one.label === 'Xác nhận')?.token ?? '';
  if (presses.asked) people.presses(presses.user, presses.user, presses.asked.shown, token);
  await bot.engine.clock.moveTo(AFTERWARDS);
  await bot.telegram.up();
  await bot.settled(60_000);

  const receipt = (user: number) => scene.said(user).findLast(one => one.text.startsWith('Biên nhận'))?.text;
  expect(receipt(writes.user)).toContain('lúc 23:59, thứ Năm, 11/6/2026 (đúng hạn)');
  expect(receipt(presses.user)).toContain('lúc 00:10, thứ Sáu, 12/6/2026 (trễ 1 ngày)');
}, 120_000);

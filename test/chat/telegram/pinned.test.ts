import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** One message at the top of the group, edited as reports come in. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling' });
}, 60_000);
afterAll(async () => {
  await scene.close();
  expect(scene.bot.telegram.problems()).toEqual([]);
  expect(scene.bot.reported).toEqual([]);
});

const people = () => scene.bot.telegram.people;
const statuses = () => scene.said(scene.group).filter(one => one.text.startsWith('Tình hình nộp báo cáo'));
const pinned = () => [...(scene.bot.telegram.world.chats.get(scene.group)?.pinned ?? [])];
const calls = (method: string) =>
  scene.bot.telegram.calls.filter(one => one.method === method && one.payload.chat_id === scene.group);

async function handIn(who: string): Promise<void> {
  const { user, cameOf } = scene;
  const chat = user(who);
  await cameOf(chat, () => people().says(chat, chat, '/nop_bao_cao tháng'));
  const [swap] = scene
    .said(chat)
    .slice(-1)
    .flatMap(one => one.buttons.flat().filter(({ label }) => label === 'Nộp bản thay'));
  if (swap) await cameOf(chat, () => people().says(chat, chat, swap.label));
  const [review] = await cameOf(chat, () => people().says(chat, chat, '7/BC-X ngày 8/6/2026'));
  const confirm = review?.buttons.flat().find(one => one.label === 'Xác nhận');
  if (!review || !confirm) throw new Error(`no review for ${who}`);
  await cameOf(chat, () => people().presses(chat, chat, review.shown, confirm.token));
}

/** Everything of the last minute is said. */
async function minute(): Promise<void> {
  const { engine, settled } = scene.bot;
  await engine.clock.moveTo(new Date(engine.clock.now().getTime() + 60_000));
  await engine.tick();
  await settled();
}

test('where the bot may not pin there is none, and nothing is wrong', async () => {
  await handIn('ha');
  await minute();
  expect(statuses()).toEqual([]);
  expect(calls('getChatMember')).toHaveLength(1);
});

test('where it may, it is said once, pinned without a sound, and names nobody before the due day', async () => {
  people().promotes(scene.group, scene.user('lan'));
  await handIn('tuan');
  await minute();
  const [status] = statuses();
  expect(statuses()).toHaveLength(1);
  expect(status?.text).toContain('đã nộp 2/6');
  // Whoever is late already is.
  expect(status?.text.match(/Chưa nộp: .*/g)).toEqual(['Chưa nộp: Trạm Y tế xã']);
  expect(pinned()).toEqual([status?.shown.wire.message_id]);
  expect(calls('pinChatMessage').at(-1)?.payload).toMatchObject({ disable_notification: true });
});

test('reports of one minute are one edit; one that changes nothing is none', async () => {
  const [before] = pinned();
  const edits = calls('editMessageText').length;
  await handIn('mai');
  await handIn('phuc');
  await minute();
  expect(calls('editMessageText')).toHaveLength(edits + 1);
  // A version that takes the place of another counts no more than that one.
  await handIn('phuc');
  await minute();
  expect(calls('editMessageText')).toHaveLength(edits + 1);
  expect(statuses().map(one => [one.shown.wire.message_id, one.text.includes('đã nộp 4/6')])).toEqual([
    [before, true],
  ]);
});

test('deleted by somebody, it comes back once', async () => {
  const [old] = statuses();
  if (old) old.shown.deleted = true;
  await handIn('thang');
  await minute();
  const [anew] = statuses();
  expect(statuses()).toHaveLength(1);
  expect(anew?.text).toContain('đã nộp 5/6');
  expect(anew?.shown.wire.message_id).not.toBe(old?.shown.wire.message_id);
  expect(pinned()).toContain(anew?.shown.wire.message_id);
  await handIn('lan');
  await minute();
  // All there: nobody need be told of it any more.
  expect(statuses().map(one => [one.shown.wire.message_id, one.text.includes('thi đua tháng')])).toEqual([
    [anew?.shown.wire.message_id, false],
  ]);
});

test('at night it is edited as by day; a group that has none yet is given its own in the morning', async () => {
  const { bot, cameOf, user } = scene;
  const lan = user('lan');
  const second = people().group('Nhóm hai', [lan]);
  people().promotes(second, lan);
  await bot.settled();
  await scene.database.owner.db.execute(sql`update chat_binding set bloc_id =
    (select bloc_id from chat_binding where chat_id = ${String(scene.group)}) where chat_id = ${String(second)}`);
  await bot.engine.clock.moveTo(new Date('2026-06-09T15:00:00Z'));
  await bot.settled();
  const shown = await cameOf(lan, () => people().says(lan, lan, '/them_han Báo cáo đêm, trước 30/6, tất cả'));
  const review = shown.at(-1);
  const confirm = review?.buttons.flat().find(one => one.label === 'Thực hiện');
  if (!review || !confirm) throw new Error('nothing to confirm');
  await cameOf(lan, () => people().presses(lan, lan, review.shown, confirm.token));
  await minute();
  expect(statuses().map(one => one.text)).toEqual([expect.stringContaining('Báo cáo đêm')]);
  const inSecond = () => scene.said(second).filter(one => one.text.startsWith('Tình hình nộp báo cáo'));
  expect(inSecond()).toEqual([]);
  await bot.engine.clock.moveTo(new Date('2026-06-10T01:00:30Z'));
  await bot.engine.tick();
  await bot.settled();
  expect(inSecond().map(one => one.text)).toEqual([expect.stringContaining('Báo cáo đêm')]);
  expect(statuses()).toHaveLength(1);
});

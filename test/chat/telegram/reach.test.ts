import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** The lead is told of deliveries that can happen, and of those that cannot. */
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
const toLead = async (text: string) => {
  const { user, cameOf } = scene;
  return (await cameOf(user('lan'), () => people().says(user('lan'), user('lan'), text))).at(-1) ?? missing();
};
const pressed = async (shown: Awaited<ReturnType<typeof toLead>>, label: string) => {
  const { user, cameOf } = scene;
  const token = shown.buttons.flat().find(one => one.label === label)?.token ?? '';
  const lan = user('lan');
  return (await cameOf(lan, () => people().presses(lan, lan, shown.shown, token))).at(-1)?.text ?? '';
};

test('a unit whose only contact has shut the assistant out is not counted as told', async () => {
  people().blocks(scene.user('mai'));
  await scene.bot.settled();
  const preview = await toLead('/thong_bao Họp giao ban lúc 14:00 ngày 20/6');
  expect(preview.text).toContain('Gửi riêng đầu mối 4 đơn vị');
  const unreached =
    'Không gửi riêng được cho 1 đơn vị (đầu mối chưa ghép nối hoặc đã chặn Hệ thống): Trạm Y tế';
  expect(preview.text).toContain(unreached);
  const sent = await pressed(preview, 'Gửi thông báo');
  expect(sent).toContain('Đã gửi Thông báo số 1 tới 4 đơn vị');
  expect(sent).toContain(unreached);
  const nudge = await pressed(await toLead('/nhac tháng'), 'Gửi ngay');
  expect(nudge).toMatch(/^Đã nhắc 05 đơn vị: /);
  expect(nudge).toContain(unreached);
});

test('/thanh_vien shows who cannot be written to', async () => {
  const listed = (await toLead('/thanh_vien')).text.split('\n');
  const marked = listed.filter(line => /^ +\d+\. /.test(line) && line.includes('⚠ không nhắn riêng được'));
  expect(marked).toEqual([expect.stringContaining('Mai')]);
  people().unblocks(scene.user('mai'));
  await scene.bot.settled();
  expect((await toLead('/thanh_vien')).text).not.toContain('không nhắn riêng được');
});

test('the lead’s side hears that the assistant was put out of the bloc’s group', async () => {
  const { group, user, said } = scene;
  const before = said(user('lan')).length;
  people().kicks(group, user('ha'));
  await scene.bot.settled();
  const news = said(user('lan')).slice(before);
  expect(news.map(one => one.text)).toEqual([
    expect.stringMatching(/^Hệ thống không còn trong nhóm .*\n.*\/bo_nhom/),
  ]);
  const bound = await scene.database.owner.db.execute(
    sql`select gone_at from chat_binding where chat_id = ${String(group)}`,
  );
  expect(bound[0]?.gone_at).not.toBeNull();
});

function missing(): never {
  throw new Error('nothing shown');
}

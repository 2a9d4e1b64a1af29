import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** Led from the group into a private chat that Telegram closes without having told. */
let scene: Scene;
beforeAll(async () => {
  scene = await telegramScene({ mode: 'polling' });
}, 60_000);
afterAll(async () => {
  await scene.close();
  expect(scene.bot.telegram.problems()).toEqual([]);
  expect(scene.bot.reported).toEqual([]);
});
beforeEach(() => scene.bot.telegram.faults.clear());

const people = () => scene.bot.telegram.people;
const shutOut = (chatId: number, times = 1) =>
  scene.bot.telegram.faults.add({
    method: 'sendMessage',
    chatId,
    times,
    fault: { kind: 'answer', code: 403, description: 'Forbidden: bot was blocked by the user' },
  });
const open = async () => {
  const rows = await scene.database.owner.db.execute(
    sql`select kind from dialogue where parked_at is null order by kind`,
  );
  return rows.map(row => row.kind);
};

test('who cannot be written to in private reads in the group how to come, in place of the promise', async () => {
  const { group, user, cameOf } = scene;
  const ha = user('ha');
  shutOut(ha);
  const messages = await cameOf(group, () =>
    people().says(group, ha, '/phan_anh@tro_ly_khoi_bot Mẫu số 2 chưa rõ'),
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).not.toContain('đã trả lời trong cuộc trò chuyện riêng');
  expect(JSON.stringify(messages[0]?.shown.wire.entities)).toContain(
    'https://t.me/tro_ly_khoi_bot?start=phan_anh',
  );
  expect(messages[0]?.shown.edited).toBe(true);
});

test('a question that arrived nowhere takes no answer: what comes next is what it is', async () => {
  const { group, user, cameOf } = scene;
  const tuan = user('tuan');
  shutOut(tuan);
  await cameOf(group, () => people().says(group, tuan, '/phan_anh@tro_ly_khoi_bot Mẫu số 2 chưa rõ'));
  expect(await open()).toEqual([]);
  const bytes = new TextEncoder().encode('%PDF-1.4 báo cáo');
  const [taken] = await cameOf(tuan, () =>
    people().sends(
      tuan,
      tuan,
      { name: 'Báo cáo tháng.pdf', mime: 'application/pdf', bytes },
      { caption: 'tháng' },
    ),
  );
  expect(taken?.text).toContain('Báo cáo tháng.pdf');
  expect(await open()).toEqual(['nop_bao_cao']);
  await cameOf(tuan, () => people().says(tuan, tuan, '/huy'));
});

test('a file that comes amid a question which takes none is offered as a report', async () => {
  const { user, cameOf } = scene;
  const lan = user('lan');
  await cameOf(lan, () => people().says(lan, lan, '/khong_xet Trạm Y tế: có đơn tố cáo'));
  const bytes = new TextEncoder().encode('%PDF-1.4 báo cáo');
  const messages = await cameOf(lan, () =>
    people().sends(
      lan,
      lan,
      { name: 'Báo cáo tháng.pdf', mime: 'application/pdf', bytes },
      { caption: 'tháng' },
    ),
  );
  const said = messages.map(one => one.text).join('\n');
  expect(said).toContain('Việc ghi đơn vị không xét được giữ lại');
  expect(said).toContain('Báo cáo tháng.pdf');
  expect(await open()).toEqual(['nop_bao_cao']);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Scene, telegramScene } from '../../support/telegram/scene.ts';

/** Talk around the bot that is no order, files that are no reports, and codes where everybody reads them. */
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

test('thanks, nods, words to somebody else and other bots’ commands stay without an answer in the group', async () => {
  const { group, user, cameOf } = scene;
  const ha = user('ha');
  const [list] = await cameOf(group, () => people().says(group, ha, '/han@tro_ly_khoi_bot'));
  const replyTo = list?.shown.wire.message_id ?? 0;
  for (const text of ['Đã rõ ạ', 'Cảm ơn', '👍', '👍 vâng ạ', 'Cảm ơn đồng chí nhiều nhé'])
    expect([text, await cameOf(group, () => people().says(group, ha, text, { replyTo }))]).toEqual([
      text,
      [],
    ]);
  const entities = [{ type: 'mention', offset: 0, length: 5 }];
  expect(
    await cameOf(group, () =>
      people().shares(group, ha, {
        text: '@Hung ơi nộp chưa?',
        entities,
        reply_to_message: list?.shown.wire,
      }),
    ),
  ).toEqual([]);
  expect(await cameOf(group, () => people().says(group, ha, '/xyz'))).toEqual([]);
  const [asked] = await cameOf(group, () => people().says(group, ha, '/xyz@tro_ly_khoi_bot'));
  expect(asked?.text).toContain('chưa hiểu');
  const [unclear] = await cameOf(group, () => people().says(group, ha, 'sao lại thế này', { replyTo }));
  expect(unclear?.text).toContain('chưa hiểu');
});

test('thanks in private get a word back', async () => {
  const { user, cameOf } = scene;
  const ha = user('ha');
  const [said] = await cameOf(ha, () => people().says(ha, ha, 'Đã rõ, cảm ơn ạ'));
  expect([said?.text, said?.buttons]).toEqual(['Vâng, xin cảm ơn đồng chí.', []]);
});

test('thanks under an open question are not taken for what is asked, and it stays open', async () => {
  const { group, user, cameOf } = scene;
  const [phuc, ha] = [user('phuc'), user('ha')];
  await cameOf(phuc, () => people().says(phuc, phuc, '/nop_bao_cao tháng'));
  await cameOf(phuc, () => people().says(phuc, phuc, '21/BC-UBND ngày 8/6/2026'));
  const thanked = (await cameOf(phuc, () => people().says(phuc, phuc, 'cảm ơn nhé'))).map(one => one.text);
  expect(thanked.join('\n')).toMatch(/^Vâng, xin cảm ơn đồng chí\.\n\nViệc nộp báo cáo/);
  const [kept] = await cameOf(phuc, () => people().says(phuc, phuc, 'lùi lại'));
  expect(kept?.text).not.toContain('cảm ơn');
  await cameOf(phuc, () => people().says(phuc, phuc, '/huy'));
  const [asked] = await cameOf(group, () => people().says(group, ha, '/nop_bao_cao@tro_ly_khoi_bot tháng'));
  const replyTo = asked?.shown.wire.message_id ?? 0;
  expect(await cameOf(group, () => people().says(group, ha, 'Cảm ơn nhé', { replyTo }))).toEqual([]);
  await cameOf(group, () => people().says(group, ha, '/huy@tro_ly_khoi_bot'));
});

test('what is typed under a question to somebody else is told so', async () => {
  const { group, user, cameOf } = scene;
  const [ha, mai] = [user('ha'), user('mai')];
  const [asked] = await cameOf(group, () => people().says(group, ha, '/nop_bao_cao@tro_ly_khoi_bot tháng'));
  const replyTo = asked?.shown.wire.message_id ?? 0;
  const answer = () =>
    cameOf(group, () => people().says(group, mai, '99/BC-THCS ngày 8/6/2026', { replyTo }));
  expect((await answer())[0]?.text).toContain('Câu hỏi này dành cho đồng chí khác, chưa có gì thay đổi.');
  await cameOf(group, () => people().says(group, ha, '/huy@tro_ly_khoi_bot'));
  expect((await answer())[0]?.text).toContain('chưa hiểu');
});

test('a file that says no size and is too big for Telegram is named so at once', async () => {
  const { user, cameOf } = scene;
  const phuc = user('phuc');
  const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
  const file = people().keeps({ name: 'Báo cáo.pdf', mime: 'application/pdf', bytes });
  const { file_size: _, ...sizeless } = file;
  const asked = scene.bot.telegram.calls.filter(one => one.method === 'getFile').length;
  const [said] = await cameOf(phuc, () => people().shares(phuc, phuc, { document: sizeless }));
  expect(said?.text).toContain('Tệp lớn hơn 20 MB');
  expect(scene.bot.telegram.calls.filter(one => one.method === 'getFile').length).toBe(asked + 1);
});

test('an empty file and a program are no reports, and that is said', async () => {
  const { user, cameOf } = scene;
  const phuc = user('phuc');
  const send = async (name: string, text: string) => {
    const upload = { name, mime: 'application/octet-stream', bytes: new TextEncoder().encode(text) };
    return (await cameOf(phuc, () => people().sends(phuc, phuc, upload)))[0]?.text;
  };
  expect(await send('Báo cáo tháng.pdf', '')).toContain('không có nội dung');
  expect(await send('Báo cáo tháng.exe', 'x')).toContain('không nhận tệp chương trình');
  expect(await send('Báo cáo tháng.pdf', 'MZ\u0090')).toContain('không nhận tệp chương trình');
});

test('a code typed in the group is void, and it is said how to come by another', async () => {
  const { group, user, cameOf } = scene;
  const [lan, mai] = [user('lan'), user('mai')];
  const made = await cameOf(lan, () => people().says(lan, lan, '/moi Trạm Y tế'));
  const [, code = ''] = /(K\d+-\w{4}-\w{4})/.exec(made.map(one => one.text).join('\n')) ?? [];
  expect(code).not.toBe('');
  const [said] = await cameOf(group, () => people().says(group, mai, `/bat_dau@tro_ly_khoi_bot ${code}`));
  expect(said?.text).toMatch(/ai cũng đọc được nên Hệ thống đã hủy mã đó[\s\S]*\/moi/);
  const stranger = people().user('Người lạ');
  const [late] = await cameOf(stranger, () => people().says(stranger, stranger, code));
  expect(late?.text).toContain('đã hết hạn');
  const rows = await scene.database.owner.db.execute(
    sql`select count(*)::int as n from audit where action = 'pairing.voided'`,
  );
  expect(rows[0]?.n).toBe(1);
});

test('whoever is paired on Telegram reads that what is written there is kept abroad', async () => {
  const { user, cameOf } = scene;
  const lan = user('lan');
  const made = await cameOf(lan, () => people().says(lan, lan, '/moi Trạm Y tế'));
  const [, code = ''] = /(K\d+-\w{4}-\w{4})/.exec(made.map(one => one.text).join('\n')) ?? [];
  const newcomer = people().user('Đỗ Văn Mới');
  const [paired] = await cameOf(newcomer, () => people().says(newcomer, newcomer, code));
  expect(paired?.text).toContain('được lưu trên máy chủ Telegram ở nước ngoài');
});

test('a code for one unit, or for the clerk, comes with the link that opens the bot', async () => {
  const lan = scene.user('lan');
  for (const typed of ['/moi Trạm Y tế', '/moi thư ký']) {
    const made = (await scene.cameOf(lan, () => people().says(lan, lan, typed))).map(one => one.text).join();
    const [, code = ''] = /(K\d+-\w{4}-\w{4})/.exec(made) ?? [];
    expect(made).toContain(`https://t.me/tro_ly_khoi_bot?start=${code}`);
  }
});

import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { stubPeople } from '../../support/stub-people.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT });
let group = '';

beforeAll(async () => {
  await stubPeople(database, AT);
  await database.owner.db.execute(sql`update account set platform = 'room', bot_id = 'room'`);
  await database.owner.db.execute(sql`update chat_binding set platform = 'room', bot_id = 'room'`);
  await zalo.moveIn();
  [group = ''] = zalo.world.groups.keys();
});

const sheetOf = async (unit: string) => {
  const rows = await database.owner.db.execute(sql`
    select c.no, e.points from score_entry e join criterion c on c.table_id = e.table_id and c.key = e.criterion_key
    join sheet s on s.id = e.sheet_id join unit u on u.id = s.unit_id where u.name like ${`%${unit}%`} order by e.version`);
  return rows.map(row => [String(row.no), Number(row.points)]);
};

describe('a number', () => {
  test('chooses from the newest list, and only what is in it', async () => {
    const list = await zalo.say('ha', 'ha', '/nop_bao_cao');
    expect(list).toMatch(/\n1\. Báo cáo kết quả/);
    expect(await zalo.say('ha', 'ha', '99')).toContain('Không có báo cáo nào khớp');
    expect(await zalo.say('ha', 'ha', '1')).toContain('Đề nghị đồng chí gửi tệp báo cáo');
    await zalo.say('ha', 'ha', '12/BC-VHXH ngày 8/6/2026');
    expect(await zalo.say('ha', 'ha', 'số 1 ạ')).toContain('Biên nhận số 1');
  });

  test('that is a score is never a choice, though the list has one of that number', async () => {
    expect(await zalo.say('phuc', 'phuc', '/cham_diem')).toContain('Hoặc gõ: Lùi · Bỏ qua · Để sau');
    for (const score of ['2', '3', '1']) await zalo.say('phuc', 'phuc', score);
    expect(await sheetOf('hành chính công')).toEqual([
      ['1', 200],
      ['2', 300],
      ['3', 100],
    ]);
    // A word still chooses.
    expect(await zalo.say('phuc', 'phuc', 'bo qua')).toContain('5/12');
    await zalo.say('phuc', 'phuc', 'để sau');
  });

  test('that is a score stays one where a list of something else came in between', async () => {
    await zalo.say('phuc', 'phuc', '/cham_diem');
    const body = {
      lines: [['Việc khác']],
      options: [[{ token: 'c:huy', label: 'Một' }], [{ token: 'c:huy', label: 'Hai' }]],
    };
    await database.owner.db.execute(sql`insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
      values ('zalo', ${zalo.botId}, 'phuc', 'private', 'bulk', 'between', ${JSON.stringify(body)}::jsonb)`);
    await zalo.engine.settle();
    expect(zalo.bot.sent.at(-1)?.text).toContain('2. Hai');
    await zalo.say('phuc', 'phuc', '2');
    expect((await sheetOf('hành chính công')).at(-1)?.[1]).toBe(200);
    await zalo.say('phuc', 'phuc', 'để sau');
  });

  test('that may answer either of two questions answers none, and words do', async () => {
    await zalo.say('mai', 'mai', '/nop_bao_cao tháng');
    expect(await zalo.say('mai', 'mai', '21/BC-TYT ngày 8/6/2026')).toContain('1. Xác nhận');
    const body = { lines: [['Có nghỉ không?']], options: [[{ token: 'c:han', label: 'Nghỉ' }]] };
    // Written down before the question, which as an answer passed it.
    await database.owner.db.execute(sql`insert into outbox (id, platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
      overriding system value
      values (0, 'zalo', ${zalo.botId}, 'mai', 'private', 'bulk', 'unasked', ${JSON.stringify(body)}::jsonb)`);
    await zalo.engine.settle();
    const asked = await zalo.say('mai', 'mai', '1');
    expect(asked).toContain('gõ bằng chữ: “Xác nhận” hoặc “Nghỉ”');
    expect(asked).not.toContain('Biên nhận');
    // In the open question alone.
    expect(await zalo.say('mai', 'mai', 'sửa')).toContain('21/BC-TYT');
    await zalo.say('mai', 'mai', 'hủy');
  });

  test('under an older list than the open question says that it is old', async () => {
    await zalo.say('mai', 'mai', '/nop_bao_cao tháng');
    const asked = await zalo.say('mai', 'mai', '15/BC-TYT ngày 8/6/2026');
    expect(asked).toContain('1. Xác nhận');
    // Somebody else of the unit hands it in meanwhile: the question is another one now.
    await database.owner.db.execute(
      sql`update dialogue set rev = rev + 1 where scope = 'private' and kind = 'nop_bao_cao'`,
    );
    const answer = await zalo.say('mai', 'mai', 'xác nhận thôi');
    expect(answer).not.toContain('Biên nhận');
  });
});

describe('in a group', () => {
  test('only the person asked can answer, by an answer to the bot or a mention', async () => {
    const asked = await zalo.say(group, 'tuan', '/nop_bao_cao');
    expect(asked).toContain('Đồng chí được hỏi trả lời tin này bằng số hoặc chữ:');
    expect(asked).toContain('nhắn riêng cho Hệ thống: /nop_bao_cao');
    expect(asked).not.toContain('/l/');
    expect(await zalo.say(group, 'thang', '1')).not.toContain('Báo cáo kết quả phong trào thi đua tháng\n');
    expect(await zalo.say(group, 'tuan', '1', { mentions: false, answers: true })).toContain(
      'Báo cáo kết quả phong trào thi đua tháng',
    );
    await zalo.say(group, 'tuan', 'hủy');
  });

  test('talk that is not for the bot is not heard, and what it does not understand it leaves alone', async () => {
    const before = zalo.bot.sent.length;
    await zalo.says('tuan', group, 'trưa nay ăn gì');
    await zalo.says('tuan', group, 'trưa nay ăn gì', { answers: true });
    await zalo.engine.settle();
    expect(zalo.bot.sent.length).toBe(before);
  });

  test('what is delicate goes to the private chat, or says under which name the bot is found', async () => {
    expect(await zalo.say(group, 'lan', '/moi')).toContain('cuộc trò chuyện riêng');
    await database.owner.db.execute(sql`update chat_binding set gone_at = now() where chat_id = 'dung'`);
    expect(await zalo.say(group, 'dung', '/moi')).toContain('nhắn riêng cho Bot Khối: /moi');
  });
});

test('a file that the platform keeps to itself is answered with the way to send it', async () => {
  const before = zalo.bot.sent.length;
  await zalo.sendsFile('thang', 'thang');
  await zalo.engine.settle();
  expect(
    zalo.bot.sent
      .slice(before)
      .map(one => one.text)
      .join(),
  ).toContain('/nop_bao_cao');
  await zalo.sendsFile('thang', group);
  await zalo.engine.settle();
  expect(zalo.bot.sent.length).toBe(before + 1);
});

test('an export comes as a link that leads to the file', async () => {
  const said = await zalo.say('lan', 'lan', '/tong_hop_nop cả năm');
  const url = /http:\S+\/l\/\S+/.exec(said)?.[0] ?? '';
  const page = await (await fetch(url)).text();
  const href = /href="([^"]+)" download/.exec(page)?.[1] ?? '';
  const file = await fetch(zalo.url + href);
  expect(file.headers.get('content-type')).toContain('spreadsheetml');
  expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(Uint8Array.from([0x50, 0x4b]));
});

test('a chat thought gone is back as soon as somebody writes from it', async () => {
  await database.owner.db.execute(sql`update chat_binding set gone_at = now() where chat_id = 'anh'`);
  await zalo.say('anh', 'anh', 'hạn');
  const [row] = await database.owner.db.execute(sql`select gone_at from chat_binding where chat_id = 'anh'`);
  expect(row?.gone_at).toBeNull();
});

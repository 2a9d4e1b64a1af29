import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { verifyAudit } from '../../../db/audit.ts';
import { enterBloc } from '../../../db/tx.ts';
import { telegramConnection } from '../../../src/chat/telegram/connection.ts';
import { storedFiles } from '../../../src/stored-files.ts';
import { testDatabase } from '../../support/database.ts';
import { silentLog } from '../../support/silent-log.ts';
import { stubPeople } from '../../support/stub-people.ts';
import { fakeTelegram } from '../../support/telegram/fake-telegram.ts';
import { readable } from '../../support/telegram/readable.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

const AT = new Date('2026-06-08T00:55:00Z');
const database = await testDatabase();
const telegram = await fakeTelegram({ now: () => AT });
afterAll(telegram.close);
const zalo = await zaloBot(database, {
  at: AT,
  also: now => [
    telegramConnection({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      webhookSecret: null,
      publicUrl: null,
      readFile: storedFiles(database.app.db),
      commands,
      now,
      answered: () => {},
      log: silentLog(),
    }),
  ],
});
const ha = telegram.people.user('Hà');
let blocId = 0;

beforeAll(async () => {
  blocId = await stubPeople(database, AT);
  await database.owner.db.execute(sql`update account set platform = 'room', bot_id = 'room'`);
  await database.owner.db.execute(sql`update chat_binding set platform = 'room', bot_id = 'room'`);
  await zalo.moveIn();
});

const settled = async () => {
  await telegram.delivery.delivered(20_000);
  await zalo.engine.settle();
};
/** As Hà on Telegram; what she reads of it. */
async function says(text: string): Promise<string> {
  const before = telegram.people.reads(ha, ha).length;
  telegram.people.says(ha, ha, text);
  await settled();
  return telegram.people
    .reads(ha, ha)
    .slice(before)
    .map(one => readable(one.wire).text)
    .join('\n');
}
const codeIn = (text: string) => /LK-\w{4}-\w{4}/.exec(text)?.[0] ?? '';

test('a code from one account makes another one the same person, once and for half an hour', async () => {
  expect(await zalo.say('phuc', 'phuc', '/toi')).toContain('Tài khoản: Zalo.');
  const code = codeIn(await zalo.say('ha', 'ha', '/lien_ket'));
  expect(await says('LK-2222-2222')).toContain('Không có mã liên kết này');
  expect(await says(code.toLowerCase())).toContain('tài khoản này cũng là của đồng chí Phạm Thị Thu Hà');
  expect(await says(code)).toContain('đã là của đồng chí rồi');
  const me = await says('/toi');
  expect(me).toContain('Phòng Văn hóa - Xã hội');
  expect(me).toContain('Tài khoản: Telegram và Zalo.');
  const stored = await database.owner.db.execute(
    sql`select 1 from inbox where raw::text ilike ${`%${code}%`} union select 1 from account_code where code_hash = ${code}`,
  );
  expect([...stored]).toEqual([]);
  await database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    expect(await verifyAudit(tx)).toBeNull();
  });
});

test('somebody who acts for a unit already is not made somebody else', async () => {
  const code = codeIn(await zalo.say('ha', 'ha', '/lien_ket'));
  expect(await zalo.say('thang', 'thang', code)).toContain('đang giữ việc của một đơn vị');
  expect(await zalo.say('thang', 'thang', '/toi')).toContain('Trường THCS');
  // It was not used up by that.
  await zalo.engine.clock.moveTo(new Date(zalo.engine.clock.now().getTime() + 30 * 60_000));
  const stranger = zalo.person('Ai đó');
  expect(await zalo.say(stranger, stranger, code)).toContain('hết hạn');
});

test('a conversation begun on one messenger is finished on the other', async () => {
  await says('/nop_bao_cao tháng');
  const asked = await says('31/BC-VHXH ngày 8/6/2026');
  expect(asked).toContain('Sẽ ghi nhận');
  // The list was shown elsewhere: words go on, and shown here again, numbers do.
  expect(await zalo.say('ha', 'ha', '/nop_bao_cao')).toMatch(/31\/BC-VHXH[\s\S]*1\. Xác nhận/);
  expect(await zalo.say('ha', 'ha', '1')).toContain('Biên nhận số 1');
  expect(await says('/nop_bao_cao tháng')).toContain('biên nhận số 1');
});

test('a word that an older question here had too answers the one that was asked there since', async () => {
  await zalo.say('ha', 'ha', '/nop_bao_cao tháng');
  await zalo.say('ha', 'ha', 'nộp bản thay');
  expect(await zalo.say('ha', 'ha', '32/BC-VHXH ngày 8/6/2026')).toContain('Xác nhận');
  expect(await says('33/BC-VHXH ngày 8/6/2026')).toContain('33/BC-VHXH');
  expect(await zalo.say('ha', 'ha', 'xác nhận')).toMatch(/Biên nhận số 2[\s\S]*33\/BC-VHXH/);
});

test('a bloc with a group on each gets every digest once in each', async () => {
  const group = telegram.people.group('Khối trên Telegram', [ha]);
  await settled();
  await database.owner.db.execute(
    sql`update chat_binding set bloc_id = ${blocId} where platform = 'telegram' and chat_id = ${String(group)}`,
  );
  const [zaloGroup = ''] = zalo.world.groups.keys();
  const before = zalo.bot.sent.length;
  const read = telegram.people.reads(group, ha).length;
  await zalo.engine.clock.moveTo(new Date('2026-06-09T01:00:00Z'));
  await zalo.engine.clock.moveTo(new Date('2026-06-11T01:00:00Z'));
  await zalo.engine.tick();
  await settled();
  const digests = (texts: string[]) => texts.filter(text => text.includes('Kính gửi các đơn vị'));
  const onZalo = zalo.bot.sent.slice(before).filter(one => one.chatId === zaloGroup);
  const onTelegram = telegram.people.reads(group, ha).slice(read);
  expect(digests(onZalo.map(one => one.text))).toHaveLength(1);
  expect(digests(onTelegram.map(one => readable(one.wire).text))).toHaveLength(1);
});

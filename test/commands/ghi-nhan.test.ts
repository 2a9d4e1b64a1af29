import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
// Monday, 15/6/2026: the monthly report was due on Thursday.
const { room, engine } = await blocRoom(database);
await engine.clock.moveTo(new Date('2026-06-15T02:00:00Z'));

const log = process.env.TALE ? console.log : () => {};
const read = (messages: readonly RoomMessage[]) => messages.map(plain).join('\n---\n');
async function say(person: string, text: string) {
  const answer = await room.say(person, person, text);
  log(`${person}: ${text}\n${read(answer).replaceAll(/^/gm, '    ')}`);
  return answer;
}
async function press(person: string, messages: readonly RoomMessage[], label: string) {
  const under = messages.findLast(one => one.options);
  if (!under) throw new Error(`nothing to press ${label}: ${read(messages)}`);
  const answer = await room.press(person, under, label);
  log(`${person} [${label}]\n${read(answer).replaceAll(/^/gm, '    ')}`);
  return answer;
}
const last = async (person: string) => {
  const heard = (await room.messages(person, person)).filter(one => one.from === null).slice(-1);
  log(`-> ${person}\n${read(heard).replaceAll(/^/gm, '    ')}`);
  return read(heard);
};

test('one line records for a unit; lateness goes by the day it was sent, and the unit is told', async () => {
  const which = await say('dung', '/ghi_nhan Phòng Kinh tế 123/BC-KT 12/6/2026');
  expect(read(which)).toContain('Ghi nhận cho Phòng Kinh tế: báo cáo nào?');
  const preview = await press('dung', which, 'Báo cáo kết quả');
  expect(read(preview)).toContain('1. Phòng Kinh tế – 123/BC-KT, gửi thứ Sáu, 12/6/2026 (trễ 1 ngày)');
  expect(read(await press('dung', preview, 'Ghi nhận'))).toContain('Đã ghi nhận');
  const told = await last('tuan');
  expect(told).toContain('Đồng chí Trần Quốc Dũng đã ghi nhận');
  expect(told).toContain('123/BC-KT, gửi thứ Sáu, 12/6/2026 (trễ 1 ngày)');
  const [row] = await database.owner.db.execute(
    sql`select channel, document_date::text as day, sent_at from submission where document_number = '123/BC-KT'`,
  );
  expect(row).toMatchObject({ channel: 'document_system', day: '2026-06-12' });
});

test('several units at once, each with its own number and day; the report named in the same line', async () => {
  const preview = await say(
    'dung',
    '/ghi_nhan báo cáo tháng: Trạm Y tế 15/BC-TYT 11/6; Trường THCS, Phòng VHXH 8/BC-VHXH 10/6',
  );
  const text = read(preview);
  expect(text).toContain('Số văn bản và ngày gửi của Trường THCS Đông Sơn Hạ?');
  const shown = read(await say('dung', '07/BC-THCS'));
  expect(shown).toContain('1. Trạm Y tế xã – 15/BC-TYT, gửi thứ Năm, 11/6/2026 (đúng hạn)');
  expect(shown).toContain('2. Trường THCS Đông Sơn Hạ – 07/BC-THCS, gửi thứ Tư, 10/6/2026 (đúng hạn)');
  expect(shown).toContain('3. Phòng Văn hóa - Xã hội – 8/BC-VHXH, gửi thứ Tư, 10/6/2026 (đúng hạn)');
  await press('dung', await say('dung', 'Trường THCS 09/6'), 'Ghi nhận 3 đơn vị');
  expect(await last('thang')).toContain('07/BC-THCS, gửi thứ Ba, 09/6/2026 (đúng hạn)');
  expect(read(await say('lan', '/tien_do tháng'))).toContain('✓ Trạm Y tế xã – thứ Năm, 11/6/2026');
  expect(read(await say('lan', '/tien_do tháng'))).toContain('đã nộp 4/6');
});

test('step by step by buttons, and a record of ours is put right by another', async () => {
  const units = await press('lan', await say('lan', '/ghi_nhan'), 'Báo cáo kết quả');
  const number = await press('lan', units, 'Trung tâm');
  const date = await press('lan', number, 'Không ghi số');
  expect(read(date)).toContain('gửi ngày nào?');
  expect(read(await say('lan', '20/6/2026'))).toContain('chưa đến nên chưa ghi');
  const preview = await press('lan', await say('lan', 'gì đó'), 'Hôm qua');
  expect(read(preview)).toContain('không ghi số, gửi Chủ nhật, 14/6/2026 (trễ 3 ngày');
  await press('lan', preview, 'Ghi nhận');
  const again = await say('lan', '/ghi_nhan báo cáo tháng Trung tâm HCC 19/BC-TTHCC 11/6');
  expect(read(again)).toContain('(đúng hạn); thay cho lần đã ghi');
  expect(read(await press('lan', again, 'Ghi nhận'))).toContain('(đúng hạn)');
});

test('every deadline is reached, each button and question tells its period', async () => {
  for (const month of [7, 8, 9, 10, 11, 12]) {
    const shown = await say('lan', `/them_han Báo cáo quân số, ngày 05/${month}/2026, tất cả đơn vị`);
    await press('lan', shown, 'Thực hiện');
  }
  const first = await say('dung', '/ghi_nhan');
  const pages = [first];
  for (let page = first; read(page).includes('[Xem thêm]') && pages.length < 3; ) {
    page = await press('dung', page, 'Xem thêm');
    pages.push(page);
  }
  expect(pages.map(read).join()).toContain('[Báo cáo quân số · 05/9]');
  const holder = pages.find(page => read(page).includes('[Báo cáo quân số · 05/12]'));
  if (!holder) throw new Error('the newest deadline is out of reach');
  await say('dung', 'hủy');
  const units = await press('dung', await say('dung', '/ghi_nhan quân số'), 'Báo cáo quân số · 05/12');
  expect(read(units)).toContain('Báo cáo quân số · hạn thứ Bảy, 05/12/2026');
  expect(read(await press('dung', units, 'Phòng Kinh tế'))).toContain('hạn thứ Bảy, 05/12/2026');
  await say('dung', 'hủy');
});

test('what a unit handed in itself is not written over', async () => {
  await say('lan', '/nop_bao_cao tháng');
  await press('lan', await say('lan', '41/BC-VP ngày 12/6/2026'), 'Xác nhận');
  const answer = read(await say('dung', '/ghi_nhan báo cáo tháng Văn phòng 41/BC-VP 11/6'));
  expect(answer).toContain('đã tự nộp qua trợ lý nên không ghi đè');
  await say('dung', 'hủy');
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain } from '../support/room-client.ts';

const { room, engine } = await blocRoom(await testDatabase());
const said = async (text: string, person = 'lan') =>
  (await room.say(person, person, text)).map(plain).join('\n');

test('a number that a list has shown means its place in it', async () => {
  await said('/nop_bao_cao tháng', 'mai');
  const review = (await room.say('mai', 'mai', '15/BC-TYT ngày 08/6/2026')).at(-1);
  if (review) await room.press('mai', review, 'Xác nhận');
  expect(await said('/bao_cao')).toContain('1. Trạm Y tế xã – Báo cáo kết quả');
  expect(await said('/bao_cao 1')).toContain('Văn bản: 15/BC-TYT ngày 08/6/2026');
  expect(await said('/cai_dat 7')).not.toContain('chưa rõ');
  expect(await said('/huy')).not.toContain('Không có việc nào');
});

test('where a list ends short it says how many more there are', async () => {
  expect(await said('/tien_do')).toMatch(/Còn \d hạn nữa: gõ \/tien_do kèm tên hạn/);
});

test('a question mark is no part of a title; “gửi lại” is an order', async () => {
  expect(await said('ai chưa nộp báo cáo tổng kết?')).toContain('Báo cáo tổng kết phong trào thi đua');
  expect(await said('gửi lại', 'mai')).toContain('Đồng chí nộp báo cáo nào?');
  await said('/huy', 'mai');
});

test('where nothing is open, giving up says that no button was pressed for anything', async () => {
  await said('/nhac');
  expect(await said('/hủy')).toContain('Việc chưa xác nhận thì chưa được thực hiện');
});

test('what was left open is said once after an aside, and not hours later', async () => {
  await said('/nop_bao_cao sơ kết', 'ha');
  expect(await said('/toi', 'ha')).toContain('nộp báo cáo vẫn đang mở');
  expect(await said('/han', 'ha')).not.toContain('vẫn đang mở');
  await said('12/BC-VHXH ngày 08/6/2026', 'ha');
  expect(await said('/han', 'ha')).toContain('vẫn đang mở');
  await said('13/BC-VHXH ngày 08/6/2026', 'ha');
  await engine.clock.moveTo(new Date('2026-06-09T02:00:00Z'));
  expect(await said('/han', 'ha')).not.toContain('vẫn đang mở');
});

test('in a group without a bloc nobody is told that this bloc does not know him', async () => {
  const made = z.looseObject({ chat: z.looseObject({ id: z.string() }) });
  const { chat } = made.parse(await room.call('POST', '/groups', { title: 'Nhóm mới', persons: ['linh'] }));
  const answer = (await room.say(chat.id, 'linh', '/han')).map(plain).join();
  expect(answer).toContain('Nhóm này chưa gắn với khối thi đua nào');
});

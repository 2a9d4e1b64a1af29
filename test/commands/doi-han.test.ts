import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const { say, press, newIn, done } = leadChat(room);
const handIn = async (person: string, number: string) => {
  await say('/nop_bao_cao tháng', person);
  return press(await say(`${number} ngày 8/6/2026`, person), 'Xác nhận', person);
};

test('a number means the same as in /han; old and new are shown before anything is done', async () => {
  expect(plain(await say('/han'))).toContain('1. Báo cáo kết quả phong trào thi đua tháng');
  const shown = plain(await say('/doi_han 1 trước ngày 15/6'));
  expect(shown).toContain('Hạn: thứ Năm, 11/6/2026 → trước ngày 15/6/2026');
  expect(shown).toContain('Ngày làm việc cuối: thứ Năm, 11/6/2026 → thứ Sáu, 12/6/2026');
  expect(shown).toContain('Liên quan: 06 đơn vị');
  expect(shown).toContain('Không nhắc nữa: T2 08/6, T4 10/6.');
  expect(shown).toContain('Sẽ nhắc: T3 09/6, T6 12/6.');
  expect(plain(await say('/han', 'ha'))).toContain('thứ Năm, 11/6/2026');
  await say('/huy');
});

test('units and group hear of it, the lists show it, and reminders follow', async () => {
  await Promise.all([newIn('ha', 'ha'), newIn('khoi-1', 'ha'), newIn('lan', 'lan')]);
  await done('/doi_han 1 sang trước ngày 15/6');
  expect(await newIn('ha', 'ha')).toContain('thứ Năm, 11/6/2026 → trước ngày 15/6/2026');
  expect(await newIn('khoi-1', 'ha')).toContain('[Đổi hạn]');
  expect(plain(await say('/han', 'ha'))).toContain('trước ngày 15/6/2026');
});

test('a unit that has handed in sees what a move makes of it, shown to the lead beforehand', async () => {
  await handIn('mai', '15/BC-TYT');
  await newIn('mai', 'mai');
  const shown = await say('/doi_han phong trào thi đua tháng ngày 5/6/2026');
  expect(plain(shown)).toContain('Bản đã nộp của Trạm Y tế xã: đúng hạn → trễ 3 ngày.');
  expect(plain(shown)).toContain('Ngày này đã qua');
  await press(shown, 'Thực hiện');
  expect(await newIn('mai', 'mai')).toContain('Bản đơn vị đã nộp nay tính trễ 3 ngày.');
  expect(plain(await say('/tien_do tháng'))).toContain('(trễ 3 ngày)');
  await newIn('khoi-1', 'ha');
  await done('/doi_han phong trào thi đua tháng hết ngày 12/6');
  expect(await newIn('mai', 'mai')).toContain('nay được tính là đúng hạn');
  expect(await newIn('khoi-1', 'ha')).not.toContain('nay được tính');
});

test('a new name alone is no new day', async () => {
  const shown = plain(await say('/doi_han sơ kết tên Báo cáo sơ kết 6 tháng đầu năm'));
  expect(shown).toContain('Tên: Báo cáo sơ kết phong trào thi đua → Báo cáo sơ kết 6 tháng đầu năm');
  expect(shown).not.toContain('nhắc');
  await press(await say('/doi_han'), 'Thực hiện');
  expect(plain(await say('/han'))).toContain('Báo cáo sơ kết 6 tháng đầu năm');
});

test('asked step by step: which, until when; the same day is nothing to change', async () => {
  const list = await say('đổi hạn');
  const chosen = await press(list, '3.');
  expect(plain(chosen)).toContain('Bảng tự chấm điểm thi đua');
  expect(plain(await say('ngày 2/7'))).toContain('trùng hạn hiện nay');
  expect(plain(await say('trong tháng 7'))).toContain('thứ Năm, 02/7/2026 → trong tháng 7/2026');
  expect(plain(await say('/đặt ngày sáng kiến trước tháng 9'))).toContain(
    'chưa định ngày → trước tháng 9/2026',
  );
  expect(plain(await say('hủy'))).toContain('không có gì thay đổi');
});

test('two who change the same deadline: the second sees what the first did before his own', async () => {
  const mine = await say('/doi_han đăng ký điển hình 24/6');
  const theirs = await say('/doi_han đăng ký điển hình 25/6', 'dung');
  await press(theirs, 'Thực hiện', 'dung');
  const again = await press(mine, 'Thực hiện');
  expect(plain(again)).toContain('vừa được đổi');
  expect(plain(again)).toContain('thứ Năm, 25/6/2026 → thứ Tư, 24/6/2026');
  expect(plain(await press(again, 'Thực hiện'))).toContain('Đã đổi hạn');
});

test('what has no day asks the lead for one, under /han', async () => {
  const list = await press(await say('/han'), 'Định ngày');
  expect(plain(list)).toMatch(/Sáng kiến, cách .*… · chưa định ngày/);
  expect(plain(list)).not.toContain('Báo cáo');
  await press(list, '');
  expect(plain(await say('hết tháng 9'))).toContain('chưa định ngày → thứ Tư, 30/9/2026');
  await say('/huy');
  expect(plain(await say('/han', 'ha'))).not.toContain('[Định ngày]');
});

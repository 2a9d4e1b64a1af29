import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());

const { say, press, newIn, done } = leadChat(room);

test('one line is understood, shown, and only then done, told and put among the deadlines', async () => {
  await Promise.all([newIn('ha', 'ha'), newIn('khoi-1', 'ha')]);
  const shown = await say('/them_han Báo cáo 6 tháng, trước ngày 15/6, tất cả đơn vị');
  expect(plain(shown)).toContain('Xem trước (chưa thay đổi gì)');
  expect(plain(shown)).toContain(
    'trước ngày 15/6/2026 (chậm nhất Chủ nhật, 14/6/2026; ngày làm việc cuối: thứ Sáu, 12/6/2026)',
  );
  expect(plain(await say('/han', 'ha'))).not.toContain('Báo cáo 6 tháng');

  const added = plain(await press(shown, 'Thực hiện'));
  expect(added).toContain('Đã thêm hạn');
  expect(added).toContain('[Hoàn tác]');
  expect(await newIn('ha', 'ha')).toContain('[Hạn mới]');
  expect(await newIn('khoi-1', 'ha')).toContain('[Hạn mới]');
  expect(plain(await say('/han', 'ha'))).toContain('Báo cáo 6 tháng');
});

test('what is missing is asked for, and nothing typed is lost', async () => {
  const who = await say('/them han bao cao chuyen de, 25/6');
  expect(plain(who)).toContain('Đơn vị nào thực hiện?');
  const review = await say('2, 5');
  expect(plain(review)).toContain('Bao cao chuyen de');
  expect(plain(review)).toContain('Đơn vị thực hiện: Phòng Kinh tế và Trạm Y tế xã');
  const changed = await say('gửi Thường trực Hội đồng, trước ngày 26/6');
  expect(plain(changed)).toContain('Nơi nhận: Thường trực Hội đồng');
  expect(plain(changed)).toContain('trước ngày 26/6/2026');
  const stale = await press(review, 'Thực hiện');
  expect(plain(stale)).toContain('đã cũ nên chưa');
  await Promise.all([newIn('tuan', 'tuan'), newIn('ha', 'ha')]);
  await done('/them_han');
  expect(await newIn('tuan', 'tuan')).toContain('Bao cao chuyen de');
  expect(await newIn('ha', 'ha')).toBe('');
});

test('a term is never guessed: an unclear one is asked again, no such day is said', async () => {
  await say('/them_han Báo cáo chuyên đề khác, tất cả đơn vị');
  expect(plain(await say('hôm nào cũng được'))).toContain('Hệ thống chưa hiểu thời hạn');
  expect(plain(await say('31/6'))).toContain('Lịch không có ngày đó');
  const both = await say('trước 5/6');
  expect(plain(both)).toContain('[Trước ngày 05/6/2026 (đã qua)]');
  expect(plain(await press(both, 'Trước ngày 05/6/2027'))).toContain('trước ngày 05/6/2027');
  expect(plain(await say('/huy'))).toContain('không có gì thay đổi');
});

test('for the bloc itself, for a meeting, for a duty without a day', async () => {
  const bloc = await say('/them_han Hồ sơ khen thưởng, trong quý III, khối');
  expect(plain(bloc)).toContain('trong quý III/2026 (chậm nhất thứ Tư, 30/9/2026)');
  expect(plain(bloc)).toContain('Đơn vị thực hiện: Trưởng khối (thay mặt khối)');
  await press(bloc, 'Thực hiện');
  const meeting = await say('/them_han Hội nghị sơ kết, trong tháng 7');
  expect(plain(meeting)).not.toContain('Đơn vị thực hiện');
  await press(meeting, 'Thực hiện');
  const undated = await done('/them_han Đăng ký sáng kiến, chưa có ngày, tất cả đơn vị');
  expect(plain(undated)).toContain('Khi có ngày, đồng chí gõ /doi_han');
  const dated = await done('/doi_han đăng ký sáng kiến trước tháng 9');
  expect(plain(dated)).toContain('chưa định ngày → trước tháng 9/2026');
});

test('what comes back has its next occurrence once all have handed in', async () => {
  await done('/them_han Báo cáo quân số, hằng tháng ngày 25, Trạm Y tế');
  expect(plain(await say('/han', 'mai'))).not.toContain('25/7/2026');
  await say('/nop_bao_cao quân số', 'mai');
  const review = await say('15/BC-TYT ngày 8/6/2026', 'mai');
  await room.press('mai', review, 'Xác nhận');
  expect(plain(await say('/doi_han quân số'))).toContain('Báo cáo quân số · 25/7]');
  await say('/huy');
});

test('only the lead’s side, and only in private', async () => {
  expect(plain(await say('/them_han Báo cáo', 'ha'))).toContain('dành cho Trưởng khối');
  const inGroup = await room.say('khoi-1', 'lan', '/them_han Báo cáo 9 tháng, trước 15/9, tất cả đơn vị');
  expect(inGroup.map(plain).join('\n')).toContain('trả lời trong cuộc trò chuyện riêng');
  await say('/huy');
});

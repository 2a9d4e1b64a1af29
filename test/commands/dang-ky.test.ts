import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const { room } = await blocRoom(await testDatabase());
const { say, press, newIn, done } = leadChat(room);

test('without a deadline the lead sees who has not, and is offered to set one', async () => {
  const shown = await say('đăng ký thi đua');
  expect(plain(shown)).toMatch(
    /Đã đăng ký 0\/6 đơn vị\.\nChưa đăng ký: Văn phòng HĐND và UBND xã; Phòng Kinh tế/,
  );
  expect(plain(await press(shown, 'Đặt hạn đăng ký'))).toContain('Đăng ký thi đua năm 2026');
  await say('/huy');
});

test('a unit registers what it aims at and its pledge, after a look; the lead is told', async () => {
  await newIn('dung', 'dung');
  const shown = await say('/dang_ky Tập thể Lao động xuất sắc; giao ước số 12/GƯ-TYT ngày 5/6/2026', 'mai');
  expect(plain(shown)).toMatch(
    /Danh hiệu.*: Tập thể Lao động xuất sắc\n• Giao ước: số 12\/GƯ-TYT ngày 05\/6\/2026/,
  );
  expect(plain(await say('/dang_ky'))).toContain('Đã đăng ký 0/6');
  expect(plain(await press(shown, 'Ghi đăng ký', 'mai'))).toContain('Toàn khối: 1/6 đơn vị đã đăng ký');
  expect(await newIn('dung', 'dung')).toContain('Trạm Y tế xã đăng ký Tập thể Lao động xuất sắc. 1/6 đơn vị');
  expect(plain(await say('/dang_ky', 'mai'))).toMatch(
    /Lao động xuất sắc\n• Giao ước: số 12[\s\S]*sáng kiến đã đăng ký: 0/,
  );
});

test('with a deadline it is handed in by it, with a receipt, and reminders stop', async () => {
  await done('/them_han Đăng ký thi đua năm 2026, trước ngày 13/6, tất cả đơn vị');
  expect(plain(await say('/dang_ky', 'dung'))).toContain('Hạn “Đăng ký thi đua năm 2026”: 12/6/2026');
  const shown = await say('/dang_ky Cờ thi đua; giao ước 7/GƯ-PKT ngày 8/6/2026', 'tuan');
  expect(plain(shown)).toContain('Đồng thời nộp cho hạn “Đăng ký thi đua năm 2026” (12/6/2026)');
  const said = plain(await press(shown, 'Ghi đăng ký', 'tuan'));
  expect(said).toMatch(/Biên nhận số 1[\s\S]*đúng hạn[\s\S]*7\/GƯ-PKT/);
  expect(plain(await say('/tien_do đăng ký'))).toContain('đã nộp 1/6');

  await newIn('tuan', 'tuan');
  await newIn('thang', 'thang');
  await room.clock({ to: '2026-06-11T02:00:00Z' });
  expect(await newIn('thang', 'thang')).toContain('Đăng ký thi đua năm 2026');
  expect(await newIn('tuan', 'tuan')).not.toContain('Đăng ký thi đua năm 2026');
});

test('registered again, the newest holds', async () => {
  const again = await say('/dang_ky Cờ thi đua; Bằng khen; giao ước 8/GƯ-PKT', 'tuan');
  expect(plain(await press(again, 'Ghi đăng ký', 'tuan')), 'nobody is overwritten silently').toMatch(
    /Thay đăng ký trước \(.*\) do đồng chí Lê Minh Tuấn ghi lúc/,
  );
  const listed = plain(await say('/dang_ky'));
  expect(listed).toContain('✓ Phòng Kinh tế: Cờ thi đua; Bằng khen; giao ước số 8/GƯ-PKT');
  expect(listed).not.toContain('7/GƯ-PKT');
  expect(listed).toContain('[Nhắc đơn vị chưa nộp]');
});

test('a pledge without anything aimed at is asked for, and nothing is lost', async () => {
  expect(plain(await say('/dang_ky giao ước 5/GƯ-VHXH', 'ha'))).toContain('chưa thấy danh hiệu');
  expect(plain(await say('Tập thể Lao động tiên tiến; giao ước 5/GƯ-VHXH', 'ha'))).toContain('số 5/GƯ-VHXH');
  await say('hủy', 'ha');
  expect(plain(await say('/dang_ky chưa'))).toContain('Phòng Văn hóa - Xã hội');
});

import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const { room } = await blocRoom(await testDatabase());
const { say, press, newIn, done } = leadChat(room);

test('the lead moves the year on after a look; everybody is told what is to do', async () => {
  expect(plain(await say('/giai_doan', 'mai'))).not.toContain('[Chuyển sang');
  const sheet = await say('/giai_doan');
  expect(plain(sheet)).toMatch(/Năm thi đua 2026[\s\S]*○ Phát động: chưa định ngày/);
  const shown = await press(sheet, 'Chuyển sang: Phát động');
  expect(plain(shown)).toContain('Sẽ chuyển sang giai đoạn: Phát động');
  for (const place of ['mai', 'khoi-1']) await newIn(place, 'mai');
  await press(shown, 'Thực hiện');
  expect(await newIn('mai', 'mai')).toContain('[Năm thi đua 2026] Phát động');
  expect(await newIn('khoi-1', 'mai')).toContain('xem kế hoạch /ke_hoach');
  await done('/giai_doan chuyển sang đăng ký');
  expect(plain(await say('/giai_doan', 'mai'))).toMatch(
    /✓ Phát động: từ 08\/6\/2026\n▶ Đăng ký thi đua, ký giao ước/,
  );
});

test('what is left open is said before, and nothing is locked by it', async () => {
  const shown = await say('/giai_doan chuyển sang thực hiện');
  expect(plain(shown)).toMatch(/Đang ở: Đăng ký thi đua[\s\S]*• 6 đơn vị chưa đăng ký thi đua/);
  await press(shown, 'Thực hiện');
  expect(plain(await say('/giai_doan chuyển sang thực hiện'))).toContain('đang ở giai đoạn: Thực hiện');
  await say('hủy');
  expect(plain(await say('/giai_doan chuyển sang phát động'))).toContain('Sẽ quay lại giai đoạn: Phát động');
  await say('hủy');
});

test('a jump names the phases it skips and what is unfinished in all of them', async () => {
  await press(await say('/hop Họp xét; 14:00 ngày 18/6'), 'Gửi giấy mời');
  const shown = plain(await say('/giai_doan chuyển sang khen thưởng'));
  expect(shown).toContain('Bỏ qua: Sơ kết; Tự chấm điểm; Thẩm định; Họp bình xét, tổng kết.');
  expect(shown).toMatch(
    /dở dang ở các giai đoạn ấy[\s\S]*• 6 đơn vị chưa gửi bản tự chấm\n• 1 cuộc họp chưa họp hoặc chưa điểm danh/,
  );
  await say('hủy');
  await press(await say('/hop 1 hủy'), 'Hủy cuộc họp');
});

test('a phase’s day is set, its order checked, and on its morning the lead alone is asked', async () => {
  await done('/giai_doan sơ kết từ 15/6');
  const order = await say('/giai_doan tự chấm từ 12/6');
  expect(plain(order)).toContain('“Sơ kết” (15/6/2026) sẽ sau “Tự chấm điểm” (12/6/2026)');
  expect(plain(await say('tự chấm từ 1/11'))).not.toContain('sẽ sau');
  await press(await say('tự chấm từ 1/11'), 'Thực hiện');
  for (const place of ['lan', 'mai']) await newIn(place, place);
  await room.clock({ to: '2026-06-15T01:30:00Z' });
  const asked = await newIn('lan', 'lan');
  expect(asked).toMatch(/ngày dự kiến bắt đầu giai đoạn “Sơ kết”[\s\S]*\[Chuyển sang: Sơ kết\]/);
  expect(await newIn('mai', 'mai')).not.toContain('Sơ kết”');
});

test('a phase that was entered, or moved to another day, is not asked for', async () => {
  await done('/giai_doan thẩm định từ 18/6');
  await done('/giai_doan thẩm định từ 22/6');
  await newIn('lan', 'lan');
  await room.clock({ to: '2026-06-18T01:30:00Z' });
  expect(await newIn('lan', 'lan')).not.toContain('“Thẩm định”');
  await done('/giai_doan chuyển sang thẩm định');
  await room.clock({ to: '2026-06-22T01:30:00Z' });
  expect(await newIn('lan', 'lan')).not.toContain('dự kiến bắt đầu giai đoạn “Thẩm định”');
});

test('the next year opens beside this one: each keeps its own, and both are reminded of', async () => {
  expect(plain(await say('/giai_doan mở năm 2027', 'mai'))).toContain('do Trưởng khối chuyển');
  expect(plain(await done('/giai_doan mở năm 2027'))).toContain('Đã mở năm thi đua 2027');
  expect(plain(await say('/giai_doan'))).toMatch(/Năm thi đua 2027[\s\S]*○ Phát động[\s\S]*còn mở năm 2026/);
  expect(plain(await say('/giai_doan', 'mai')), 'others go on in the year that runs').toContain(
    'Năm thi đua 2026',
  );
  await done('/them_han Đăng ký thi đua năm 2027, hạn 26/6/2026, tất cả đơn vị');
  expect(plain(await say('/han', 'mai'))).toContain('Đăng ký thi đua năm 2027');
  await newIn('thang', 'thang');
  await room.clock({ to: '2026-06-25T01:30:00Z' });
  expect(await newIn('thang', 'thang')).toContain('Đăng ký thi đua năm 2027');
  const shown = await say('nộp đăng ký thi đua năm 2027', 'thang');
  const review = await say('11/ĐK-THCS ngày 25/6', 'thang');
  expect(plain(shown)).toContain('Đăng ký thi đua năm 2027');
  expect(plain(await press(review, 'Xác nhận', 'thang'))).toContain('Biên nhận số 1');
  expect(plain(await say('/bao_cao'))).toContain('Đăng ký thi đua năm 2027');

  expect(plain(await say('/bao_cao năm 2026'))).not.toContain('Đăng ký thi đua năm 2027');
  expect(plain(await say('/bao_cao năm 2027'))).toContain('Đăng ký thi đua năm 2027');
  const progress = plain(await say('/tien_do năm 2026'));
  expect(progress).toContain('Đây là năm thi đua 2026; năm 2027 còn mở.');
  expect(progress).toContain('đã nộp');
  expect(progress).not.toContain('Đăng ký thi đua năm 2027');
  const next = plain(await say('/tien_do đăng ký năm 2027'));
  expect(next).toContain('Đăng ký thi đua năm 2027');
  expect(plain(await say('/tien_do Đăng ký thi đua năm 2027')), 'a title keeps its year').toContain(
    'đã nộp 1/',
  );
  expect(plain(await say('/tien_do năm 2031'))).toContain('không có năm thi đua 2031');
  expect(plain(await say('/bao_cao năm 2031'))).toContain('không có năm thi đua 2031');

  expect(plain(await say('/giai_doan năm 2026'))).toContain('nói về năm thi đua 2026');
  expect(plain(await say('/giai_doan'))).toContain('▶ Thẩm định');
  expect(plain(await say('/giai_doan năm 2031'))).toContain('không có năm thi đua 2031');
  expect(plain(await say('/giai_doan mở năm 2027'))).toContain('Sẽ mở năm thi đua 2027');
  expect(plain(await say('thực hiện'))).toContain('đã có năm thi đua 2027');
});

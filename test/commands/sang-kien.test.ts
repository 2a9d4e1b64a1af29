import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { aTarget, planned } from '../support/planned.ts';
import { plain } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database);
const { say, press, newIn } = leadChat(room);
await planned(database, blocs[0] ?? 0, engine.clock.now(), [
  aTarget({ metric: 'Số sáng kiến', scope: 'each_unit', low: 2, measure: 'sáng kiến' }),
]);

test('a unit registers an initiative after a look, and is told what it still lacks', async () => {
  await newIn('dung', 'dung');
  const shown = await say(
    '/sang_kien Số hóa hồ sơ tiêm chủng; tác giả: Đặng Thị Mai; hiệu quả: giảm 30% thời gian',
    'mai',
  );
  expect(plain(shown)).toMatch(
    /Sẽ đăng ký cho Trạm Y tế xã:\n• Tên: Số hóa hồ sơ tiêm chủng\n• Người thực hiện: Đặng Thị Mai\n• Hiệu quả: giảm 30%/,
  );
  expect(plain(await press(shown, 'Đăng ký', 'mai'))).toMatch(
    /số 1 của Trạm Y tế xã[\s\S]*còn thiếu 1 theo cam kết/,
  );
  expect(await newIn('dung', 'dung')).toContain('[Sáng kiến số 1]');

  const second = await say('/sang_kien số hóa hồ sơ tiêm chủng', 'tuan');
  expect(plain(second), 'the same name is pointed out').toContain('tên gần giống: sáng kiến số 1');
  await press(second, 'Hủy', 'tuan');
});

test('commitments are counted from what is registered, in its list and among the targets', async () => {
  await press(await say('/sang_kien Khám lưu động', 'mai'), 'Đăng ký', 'mai');
  expect(plain(await say('/sang_kien', 'tuan'))).toContain(
    'Cam kết mỗi đơn vị ≥ 2 sáng kiến: 1/6 đơn vị đã đủ',
  );
  const target = plain(await say('/chi_tieu 1', 'mai'));
  expect(target).toContain('🟢 Trạm Y tế xã: 2 sáng kiến');
  expect(target).toMatch(/Phòng Kinh tế: 0 sáng kiến/);
  expect(target).not.toContain('[Báo số liệu]');
  expect(plain(await say('/chi_tieu 1 5', 'mai'))).toContain('Hệ thống đếm từ');
});

test('from registered to in use to recognised, by decision; nothing is skipped', async () => {
  const open = await say('/sang_kien 1', 'mai');
  expect(open.options?.flat().map(one => one.label)).toEqual(['Đã áp dụng', 'Sửa, bổ sung', 'Rút']);
  expect(plain(await say('/sang_kien 1 được công nhận theo QĐ 45/QĐ-UBND', 'mai'))).toContain('chưa ghi');
  expect(plain(await press(open, 'Đã áp dụng', 'mai'))).toContain('đang áp dụng');
  expect(plain(await press(open, 'Đã áp dụng', 'mai'))).toContain('đang áp dụng từ trước');
  const odd = plain(await say('/sang_kien 1 dang duoc xem xet', 'mai'));
  expect(odd).toMatch(
    /chưa hiểu “dang duoc xem xet”, chưa ghi gì[\s\S]*\/sang_kien 1 tên: …[\s\S]*\[Sửa, bổ sung\]/,
  );
  const renamed = await press(await say('/sang_kien 1', 'mai'), 'Sửa, bổ sung', 'mai');
  expect(plain(renamed)).toContain('sửa, bổ sung gì');
  expect(plain(await say('dc cong nhan theo QD 9', 'mai'))).toContain('không phải tên sáng kiến');
  expect(plain(await say('Số hóa tiêm chủng', 'mai'))).toContain(
    'Đổi tên, trước đây: Số hóa hồ sơ tiêm chủng',
  );
  await say('hủy', 'mai');
  const basis = await say('/sang_kien 1 dc cong nhan theo Quyết định 45/QĐ-UBND ngày 10/6/2026', 'mai');
  expect(plain(basis)).toContain('Theo: Quyết định 45/QĐ-UBND ngày 10/6/2026');
  await newIn('dung', 'dung');
  await press(basis, 'Lưu', 'mai');
  expect(await newIn('dung', 'dung')).toContain('đã được công nhận');
  expect(plain(await say('/sang_kien 1'))).toMatch(/đã được công nhận\.[\s\S]*Công nhận theo: Quyết định 45/);
});

test('its unit changes it, another does not; withdrawn it counts no more', async () => {
  expect(plain(await say('/sang_kien 2 hiệu quả: 200 lượt khám', 'tuan'))).toContain(
    'do đầu mối của Trạm Y tế xã',
  );
  const edit = await say('/sang_kien 2 hiệu quả: 200 lượt khám', 'mai');
  expect(plain(edit)).toMatch(/sẽ là:\n• Tên: Khám lưu động\n.*\n• Hiệu quả: 200 lượt khám/);
  await press(edit, 'Lưu', 'mai');
  const open = await say('/sang_kien 2', 'mai');
  expect(plain(await press(open, 'Rút', 'mai'))).toContain('đã rút');
  expect(plain(await say('/sang_kien', 'mai'))).not.toContain('Khám lưu động');
  expect(plain(await say('/chi_tieu 1', 'mai'))).toContain('Trạm Y tế xã: 1 sáng kiến');
});

test('the lead sees who is short, and reminds just those; the week’s summary says how many', async () => {
  expect(plain(await say('/sang_kien chưa', 'tuan'))).toContain('do Trưởng khối làm');
  await press(await say('/sang_kien Một cửa lưu động', 'tuan'), 'Đăng ký', 'tuan');
  await press(await say('/sang_kien Thư viện mở', 'tuan'), 'Đăng ký', 'tuan');
  const short = await say('/sang_kien chưa');
  expect(plain(short)).toContain('• Trạm Y tế xã: có 1, còn thiếu 1');
  expect(plain(short)).not.toContain('Phòng Kinh tế');
  await room.clock({ to: '2026-06-08T01:30:00Z' });
  for (const person of ['mai', 'tuan']) await newIn(person, person);
  expect(plain(await press(short, 'Nhắc 5'))).toContain('Đã nhắc');
  expect(await newIn('mai', 'mai')).toContain('còn thiếu 1');
  expect(await newIn('tuan', 'tuan')).toBe('');
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-06-15T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toContain('Sáng kiến, mô hình: 1/6 đơn vị đã đủ cam kết');
});

test('what has no name loses nothing', async () => {
  expect(plain(await say('/sang_kien hiệu quả: nhanh hơn', 'ha'))).toContain('chưa thấy tên sáng kiến');
  expect(plain(await say('Phòng đọc số', 'ha'))).toContain('• Tên: Phòng đọc số');
  await say('hủy', 'ha');
  expect(plain(await say('/sang_kien 99', 'ha'))).toContain('Không có sáng kiến “99”');
});

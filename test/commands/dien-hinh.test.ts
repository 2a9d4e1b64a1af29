import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const { room } = await blocRoom(await testDatabase());
const { say, press, newIn } = leadChat(room);

test('a unit introduces an exemplar, with who looks after it and by when; the lead is told', async () => {
  await newIn('dung', 'dung');
  const shown = await say(
    '/dien_hinh Tổ tiêm chủng; thành tích: không bỏ sót trẻ nào; phụ trách: đồng chí Mai; đến 12/6',
    'mai',
  );
  expect(plain(shown)).toMatch(
    /Trạm Y tế xã \(phát hiện\):\n• Điển hình: Tổ tiêm chủng\n.*không bỏ sót.*\n• Phụ trách: đồng chí Mai, đến 12\/6\/2026/,
  );
  expect(plain(await press(shown, 'Ghi', 'mai'))).toContain('Đã ghi điển hình số 1 của Trạm Y tế xã');
  expect(await newIn('dung', 'dung')).toContain('[Điển hình số 1]');
});

test('from stage to stage, none skipped; in a new stage another day holds', async () => {
  const open = await say('/dien_hinh 1', 'mai');
  expect(open.options?.flat().map(one => one.label)).toEqual(['Chuyển: bồi dưỡng', 'Sửa, bổ sung', 'Rút']);
  expect(plain(await say('/dien_hinh 1 nhân rộng', 'mai'))).toContain('bốn bước lần lượt');
  await say('hủy', 'mai');
  const shown = await press(open, 'Chuyển: bồi dưỡng', 'mai');
  expect(plain(shown)).toMatch(/phát hiện → bồi dưỡng[\s\S]*Phụ trách: đồng chí Mai\n/);
  await say('hủy', 'mai');
  await newIn('dung', 'dung');
  await press(await say('/dien_hinh 1 bồi dưỡng; đến 12/6', 'mai'), 'Ghi', 'mai');
  expect(await newIn('dung', 'dung')).toContain('bồi dưỡng');
  expect(plain(await say('/dien_hinh'))).toContain(
    '1. Tổ tiêm chủng – Trạm Y tế xã, bồi dưỡng đến 12/6/2026',
  );
});

test('another unit only reads; the lead may help, and the unit is told', async () => {
  expect(plain(await say('/dien_hinh 1 rat tot', 'mai'))).toMatch(
    /chưa hiểu “rat tot”, chưa ghi gì[\s\S]*\/dien_hinh 1 phụ trách: …/,
  );
  expect(plain(await say('/dien_hinh 1 tổng kết', 'tuan'))).toContain('do đầu mối của Trạm Y tế xã');
  expect(plain(await say('/dien_hinh 1', 'tuan'))).not.toContain('[Chuyển');
  await newIn('mai', 'mai');
  await press(await say('/dien_hinh 1 tổng kết; đến 12/6'), 'Ghi');
  expect(await newIn('mai', 'mai')).toContain('tổng kết');
});

test('what is past its day is said in the list and in the week’s summary', async () => {
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-06-15T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toContain('Điển hình: 1 việc bồi dưỡng, nhân rộng đã quá hạn');
  expect(plain(await say('/dien_hinh', 'ha'))).toContain('tổng kết đến 12/6/2026, quá hạn');
});

test('what lacks a name or has no real day is asked for again', async () => {
  expect(plain(await say('/dien_hinh thành tích: nhiều', 'ha'))).toContain('chưa thấy tên điển hình');
  expect(plain(await say('Thư viện xã; đến 31/9', 'ha'))).toContain('“đến 31/9” không có ngày');
  await say('hủy', 'ha');
  expect(plain(await say('/dien_hinh 9', 'ha'))).toContain('Không có điển hình “9”');
});

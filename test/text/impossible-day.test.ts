import { expect, test } from 'vitest';
import { impossibleDay } from '../../src/text/impossible-day.ts';

test.each([
  ['17:00 ngày 31/11', '31/11: tháng 11 chỉ có 30 ngày'],
  ['ngày 30 tháng 2 năm 2027', '30 tháng 2 năm 2027: tháng 2 chỉ có 29 ngày'],
  ['29/2/2027', '29/2/2027: tháng 2 năm 2027 chỉ có 28 ngày'],
  ['29/2/2028', null],
  ['29/2/2100', '29/2/2100: tháng 2 năm 2100 chỉ có 28 ngày'],
  ['29/2', null],
  ['12/13', '12/13: không có tháng 13'],
  ['0/5', '0/5: không có ngày 0'],
  ['30/11', null],
  ['khi xong', null],
])('%s', (text, why) => {
  expect(impossibleDay(text, 'every date')).toBe(why);
  expect(impossibleDay(text.normalize('NFD'), 'every date')).toBe(why);
});

test('numbers of documents and of votes are no days', () => {
  for (const text of ['31/11 phiếu', 'số 31/11/2026/QĐ', 'QĐ 45/13'])
    expect(impossibleDay(text, 'after its word')).toBeNull();
  expect(impossibleDay('tờ trình số 15/TTr-KTĐ ngày 31/11', 'after its word')).toContain('chỉ có 30 ngày');
  expect(impossibleDay('15/TTr-KTĐ, 31/11/2026', 'after its word')).toContain('chỉ có 30 ngày');
  expect(impossibleDay('to trinh 15/TTr ngay 31/11', 'after its word')).toContain('chỉ có 30 ngày');
});

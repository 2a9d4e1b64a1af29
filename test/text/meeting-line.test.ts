import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readMeeting, readMeetingAct, saysAll } from '../../src/text/meeting-line.ts';

const today = day('2026-06-08');
const at = (text: string) => new Date(text);

test.each([
  [
    'Họp sơ kết 6 tháng; 14:00 ngày 20/6; tại Hội trường UBND xã; nội dung: kết quả 6 tháng; nhiệm vụ tới',
    'Họp sơ kết 6 tháng',
    at('2026-06-20T07:00:00Z'),
    'Hội trường UBND xã',
    'kết quả 6 tháng\nnhiệm vụ tới',
  ],
  [
    'hop so ket\nluc 8h30 thu sau\ndia diem: phong hop so 2\nchuong trinh: bao cao\n- thao luan',
    'hop so ket',
    at('2026-06-12T01:30:00Z'),
    'phong hop so 2',
    'bao cao\nthao luan',
  ],
  ['Họp giao ban; thời gian: 9 giờ ngày 10/6/2026', 'Họp giao ban', at('2026-06-10T02:00:00Z'), null, null],
])('%s', (line, title, startsAt, place, agenda) => {
  const read = { title, startsAt, place, agenda, badTime: null };
  expect(readMeeting(line, today)).toEqual(read);
  expect(readMeeting(line.normalize('NFD'), today)).toEqual(read);
});

test('a day without an hour, or one that is none, is named', () => {
  expect(readMeeting('Họp; ngày 20/6', today)).toMatchObject({ startsAt: null, badTime: 'ngày 20/6' });
  expect(readMeeting('Họp; 14:00 ngày 31/6', today).badTime).toBe('14:00 ngày 31/6');
});

test.each([
  ['có mặt tất cả trừ Trạm Y tế', 'attendance', 'tất cả trừ Trạm Y tế'],
  ['diem danh: du', 'attendance', 'du'],
  ['kết luận: Nhất trí đề nghị', 'decision', 'Nhất trí đề nghị'],
  ['hủy', 'cancel', ''],
  ['biên bản', 'minutes', ''],
  ['dự họp', 'come', ''],
  ['se du', 'come', ''],
  ['dự họp: tất cả', 'attendance', 'tất cả'],
  ['vắng', 'stay_away', ''],
  ['em xin phep vang vi om', 'stay_away', 'om'],
  ['bận tiếp công dân', 'stay_away', 'bận tiếp công dân'],
  ['ban viec khong di duoc', 'stay_away', 'ban viec khong di duoc'],
  ['xin vang mat vi di cong tac', 'stay_away', 'di cong tac'],
  ['báo vắng: bận tiếp dân', 'stay_away', 'bận tiếp dân'],
  ['ko dự được do ốm', 'stay_away', 'ốm'],
  ['KL: thống nhất', 'decision', 'thống nhất'],
])('%s', (line, act, rest) => {
  expect(readMeetingAct(line)).toEqual({ act, line: rest });
  expect(readMeetingAct(line.normalize('NFD'))).toEqual({ act, line: rest });
});

test('other words are no act; everybody is said in several ways', () => {
  expect(readMeetingAct('hủy họp hay không thì bàn sau')).toBeNull();
  expect(readMeetingAct('dự kiến 14:00')).toBeNull();
  expect(readMeetingAct('bàn việc khác')).toBeNull();
  for (const said of ['đủ', 'tat ca', 'đầy đủ']) expect(saysAll(said)).toBe(true);
  expect(saysAll('tất cả trừ Trạm Y tế')).toBe(false);
});

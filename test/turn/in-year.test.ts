import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

/** Tuesday, 01/12/2026, 09:00. */
const { room } = await blocRoom(await testDatabase(), { at: new Date('2026-12-01T02:00:00Z') });
const { say, press, done } = leadChat(room);

test('while one year is open, and not new, nothing is said of it', async () => {
  await press(await say('/sang_kien Số hóa hồ sơ', 'mai'), 'Đăng ký', 'mai');
  expect(plain(await say('/sang_kien', 'mai'))).not.toContain('Đây là năm thi đua');
  expect(plain(await say('/cham_diem năm 2026', 'mai')), 'the year is no unit and no period').toContain(
    'tiêu chí',
  );
  await say('hủy', 'mai');
});

test('last year’s list says so when the calendar has gone on', async () => {
  const { room: other } = await blocRoom(await testDatabase(), { at: new Date('2026-12-30T02:00:00Z') });
  const chat = leadChat(other);
  await other.clock({ to: '2027-01-05T02:00:00Z' });
  expect(plain(await chat.say('/sang_kien', 'mai'))).toContain('Đây là năm thi đua 2026.');
});

test('in January each list says of which year it is, and leads to the one that is still open', async () => {
  await done('/giai_doan mở năm 2027');
  await room.clock({ to: '2027-01-05T02:00:00Z' });
  const shown = await say('/sang_kien', 'mai');
  expect(plain(shown)).toContain('Chưa đơn vị nào đăng ký');
  expect(plain(shown)).toContain('Đây là năm thi đua 2027; năm 2026 còn mở.');
  const before = await press(shown, 'Xem năm 2026', 'mai');
  expect(plain(before)).toContain('1. Số hóa hồ sơ');
  expect(plain(before)).toContain('Đây là năm thi đua 2026; năm 2027 còn mở.');
  expect(plain(await say('/sang_kien 1', 'mai')), 'it stays chosen').toContain('Số hóa hồ sơ');
  for (const command of [
    'khen_thuong',
    'dien_hinh',
    'chi_tieu',
    'dot_thi_dua',
    'dang_ky',
    'diem',
    'ke_hoach',
  ])
    expect(plain(await say(`/${command} năm 2027`, 'mai')), command).toContain('Đây là năm thi đua 2027');
});

test('a year before the words, behind them, or by itself', async () => {
  expect(plain(await say('/sang_kien năm 2026 1', 'mai'))).toContain('Số hóa hồ sơ');
  expect(plain(await say('/sang_kien năm 2027 1', 'mai'))).toContain('Không có sáng kiến “1”');
  const scored = plain(await say('/cham_diem Trạm Y tế năm 2026', 'mai'));
  expect(scored).toContain('Trạm Y tế');
  expect(scored).not.toContain('2026 không');
  await say('hủy', 'mai');
  expect(plain(await say('/cham_diem năm 2027', 'mai'))).toContain('Đây là năm thi đua 2027');
  expect(plain(await say('/chi_tieu 2026', 'mai'))).toContain('Đây là năm thi đua 2026');
  expect(plain(await say('/sang_kien năm 2031', 'mai'))).toContain('không có năm thi đua 2031');
});

import { afterAll, expect, test } from 'vitest';
import { roomClient } from '../support/room-client.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { setUp, setUpClock } from './set-up.ts';

const running: RoomProcess[] = [];
afterAll(() => Promise.all(running.map(room => room.stop())));

test('six units are set up by chat alone from one code: two contacts each, the group bound, in nine acts of the lead', async () => {
  const process = await startRoom({ clock: setUpClock, setupCode: true });
  running.push(process);
  const room = roomClient(process.url);
  expect((await room.state()).persons).toEqual([]);

  const { lines, acts, group } = await setUp(room, process.setupCode ?? '');
  const tale = lines.join('\n');
  expect(acts).toBe(9);
  expect(tale).toContain('Đã tạo Khối thi đua số 02 xã Hà Bắc, năm 2026.');
  expect(tale).toContain('Người của khối: 12');
  expect(tale).not.toContain('chưa có đầu mối');
  expect(tale).toContain('Đã gắn nhóm này với Khối thi đua số 02 xã Hà Bắc.');
  expect(tale).not.toMatch(/undefined|\[object|NaN|null/);

  const { persons, chats } = await room.state();
  expect(chats.some(chat => chat.id === group && chat.kind === 'group')).toBe(true);
  expect(persons.map(person => person.unit)).toEqual(
    [
      'Văn phòng HĐND và UBND xã',
      'Phòng Văn hóa - Xã hội',
      'Phòng Kinh tế',
      'Trung tâm Phục vụ hành chính công',
      'Trung tâm Dịch vụ sự nghiệp công',
      'Ban Quản lý dự án đầu tư xây dựng',
    ].flatMap(unit => [unit, unit]),
  );
}, 120_000);

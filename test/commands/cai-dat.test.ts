import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room, blocs } = await blocRoom(database);
const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
const say = (person: string, words: string) => room.say(person, person, words);
const press = async (person: string, messages: RoomMessage[], label: string) => {
  const last = messages.at(-1);
  if (!last) throw new Error(`nothing to press ${label} under`);
  return room.press(person, last, label);
};
const waiting = async (kind: string) =>
  (
    await database.owner.db.execute<{ at: string }>(
      sql`select item->>'at' as at from due where bloc_id = ${blocs[0]} and kind = ${kind} and state = 'waiting'`,
    )
  ).map(row => row.at);

test('/cai_dat shows every setting in plain words', async () => {
  const shown = text(await say('lan', '/cai_dat'));
  expect(shown).toContain(
    '1. Ngày nhắc: trước 14, 7, 3, 1 ngày làm việc; sáng ngày hạn; một lần khi quá hạn',
  );
  expect(shown).toContain('3. Giờ yên lặng: 20:00 – 07:00');
  expect(shown).toContain('7. Hạn rơi vào ngày nghỉ: lùi sang ngày làm việc sau');
});

test('a change is previewed with its effect, and nothing happens before [Thực hiện]', async () => {
  const before = await waiting('remind');
  const preview = await say('lan', '/cai_dat nhắc trước 10, 5, 2 ngày');
  expect(text(preview)).toMatch(/Hiện nay: trước 14, 7, 3, 1.*\nĐổi thành: trước 10, 5, 2/);
  expect(text(preview)).toMatch(/Lượt nhắc riêng còn phải gửi: \d+ → \d+/);
  expect(await waiting('remind')).toEqual(before);
  const done = await press('lan', preview, 'Thực hiện');
  expect(text(done)).toContain('Đã đổi “Ngày nhắc”: trước 10, 5, 2 ngày làm việc');
  expect((await waiting('remind')).length).toBeLessThan(before.length);
});

test('after [Bỏ] it stands as it was', async () => {
  const list = await press('lan', await say('lan', '/cai_dat giờ nhắc 9:15'), 'Bỏ');
  expect(text(list)).toContain('2. Giờ nhắc: 08:00');
});

test('by buttons: the setting, then one of the usual values or a typed one', async () => {
  const item = await press('lan', await say('lan', '/cai_dat'), '2. Giờ nhắc');
  expect(text(await press('lan', item, '08:30'))).toContain('Đổi thành: 08:30');
  const again = await press('lan', await say('lan', '/cai_dat'), 'Bỏ');
  const typed = await say('lan', '7:30');
  expect(text(again)).toContain('Cài đặt nhắc hạn');
  expect(text(typed)).toContain('Hệ thống chưa rõ “7:30”');
  await press('lan', typed, '2. Giờ nhắc');
  const done = await press('lan', await say('lan', '7:30'), 'Thực hiện');
  expect(text(done)).toContain('Đã đổi “Giờ nhắc”: 07:30');
  const hours = new Set((await waiting('remind')).map(at => at.slice(11, 16)));
  expect([...hours]).toEqual(['00:30']);
});

test('what the policy refuses is explained, and not stored', async () => {
  expect(text(await say('lan', '/cai_dat giờ nhắc 5:30'))).toContain('Giờ nhắc nằm trong giờ yên lặng');
  expect(text(await say('lan', 'nhắc trước 90 ngày'))).toContain('từ 1 đến 60');
  expect(text(await say('lan', 'giờ nhắc 25:00'))).toContain('không phải là giờ trong ngày');
  await say('lan', 'hủy');
});

test('where the end of terms moves, the units are told, and the change is in the audit log', async () => {
  await press('lan', await say('lan', '/cai_dat giờ cuối ngày 17:00'), 'Thực hiện');
  const told = text((await room.messages('tuan', 'tuan')).slice(-1));
  expect(told).toContain('đổi cách tính hạn. Giờ cuối ngày: 17:00');
  expect(told).toContain('nhận đến 17:00, thứ Năm, 11/6/2026');
  expect(told, 'a deadline that is over is left out').not.toContain('Số liệu bổ sung');
  const audit = await database.owner.db.execute(
    sql`select detail from audit where action = 'settings.changed' order by seq desc limit 1`,
  );
  expect([...audit]).toEqual([{ detail: { item: 'day_end', value: 'cuoi ngay 17:00' } }]);
});

test('each unit hears of its own terms alone, the day that it was given longer too', async () => {
  const extended = '/gia_han phong trào thi đua tháng, Phòng Kinh tế, 13/6, vì đi công tác';
  await press('lan', await say('lan', extended), 'Thực hiện');
  const before = await room.messages('mai', 'mai');
  const shown = await say('lan', '/cai_dat hạn rơi vào ngày nghỉ: giữ nguyên');
  await press('lan', shown, 'Thực hiện');
  const told = text((await room.messages('tuan', 'tuan')).slice(-1));
  expect(told).toContain('thứ Bảy, 13/6/2026): nhận đến 17:00, thứ Bảy, 13/6/2026');
  const others = (await room.messages('mai', 'mai')).slice(before.length);
  expect(text(others)).not.toContain('13/6/2026');
});

test('two who change different settings at once both have their way', async () => {
  const [one, two] = [
    await say('lan', '/cai_dat nêu tên trước hạn: có'),
    await say('dung', '/cai_dat không tổng hợp'),
  ];
  await Promise.all([press('lan', one, 'Thực hiện'), press('dung', two, 'Thực hiện')]);
  const shown = text(await say('lan', '/cai_dat'));
  expect(shown).toContain('4. Tổng hợp hằng tuần: không tổng hợp');
  expect(shown).toContain('6. Nêu tên trước hạn: có');
});

test('it is the lead’s', async () => {
  expect(text(await say('tuan', '/cai_dat'))).toContain('Lệnh này dành cho Trưởng khối');
});

test('how long units may appeal is said in one line, within bounds, and holds for the next publication', async () => {
  expect(text(await say('lan', '/cai_dat'))).toContain('Kiến nghị sau công bố điểm: trong 5 ngày làm việc');
  expect(text(await say('lan', '/cai_dat kiến nghị 40 ngày'))).toContain('từ 1 đến 30');
  expect(text(await say('lan', '/cai_dat kien nghi'))).toContain('Hiện nhận kiến nghị trong 5 ngày');
  expect(text(await say('lan', '/cai_dat kiến nghị 7 ngày'))).toContain(
    'Nhận kiến nghị trong 7 ngày làm việc',
  );
  expect(text(await say('lan', '/cong_bo'))).toContain('Nhận kiến nghị trong 7 ngày làm việc sau công bố');
});

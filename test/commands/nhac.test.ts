import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55; the monthly report is due on Thursday. */
const fresh = async () => {
  const { room } = await blocRoom(await testDatabase());
  const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
  const say = (words: string) => room.say('lan', 'lan', words);
  const press = async (messages: RoomMessage[], label: string) => {
    const last = messages.at(-1);
    if (!last) throw new Error(`nothing to press ${label} under`);
    return text(await room.press('lan', last, label));
  };
  const heard = async (person: string) =>
    (await room.messages(person, person)).filter(one => one.from === null);
  return { room, text, say, press, heard };
};

test('the deadlines with somebody missing are offered, those missing named, and nobody told before [Gửi ngay]', async () => {
  const { text, say, press, heard } = await fresh();
  const list = await say('/nhac');
  expect(text(list)).toMatch(
    /2\. Báo cáo kết quả phong trào thi đua tháng – thứ Năm, 11\/6\/2026 \(còn 3 ngày\), còn 06 đơn vị/,
  );
  expect(text(list), 'the year-end report is far away').not.toContain('tổng kết');
  const preview = await say('/nhac tháng');
  expect(text(preview)).toContain('– Phòng Kinh tế');
  expect(await heard('tuan')).toEqual([]);
  expect(await press(preview, 'Gửi ngay')).toMatch(/^Đã nhắc 06 đơn vị: /);
  expect(text(await heard('tuan'))).toMatch(
    /Kính gửi Phòng Kinh tế.*\n• Báo cáo kết quả phong trào thi đua tháng: còn 3 ngày làm việc/,
  );
});

test('the same press twice sends once; a third time that day is refused with the reason', async () => {
  const { room, text, say, press, heard } = await fresh();
  const preview = await say('/nhac tháng');
  await press(preview, 'Gửi ngay');
  expect(await press(preview, 'Gửi ngay')).toContain('Vừa nhắc ít phút trước');
  const once = (await heard('mai')).length;
  await room.clock({ by: 3 * 3_600 });
  expect(await press(await say('/nhac tháng'), 'Gửi ngay')).toContain('Đã nhắc 06 đơn vị');
  await room.clock({ by: 3 * 3_600 });
  const third = await say('/nhac tháng');
  expect(await press(third, 'Gửi ngay')).toMatch(
    /Hôm nay đã có đủ 02 lần nhắc tay.*\n.*\n\[Sáng mai, 08:00\]/,
  );
  // 08:00 brought the planned one.
  const messages = text(await heard('mai')).split('[Nhắc hạn]').length - 1;
  expect([once, messages]).toEqual([1, 3]);
});

test('at 21:00 it offers tomorrow morning, and joins what is planned for then', async () => {
  const { room, text, say, press, heard } = await fresh();
  await room.clock({ to: '2026-06-09T14:00:00Z' });
  const preview = await say('/nhac tháng');
  expect(text(preview)).toContain('Bây giờ là giờ yên lặng');
  const before = (await heard('tuan')).length;
  expect(await press(preview, 'Sáng mai, 08:00')).toContain('Sẽ nhắc vào sáng mai, 08:00');
  expect((await heard('tuan')).length).toBe(before);
  // Wednesday, 08:00: one working day ahead, a reminder is planned as well.
  await room.clock({ to: '2026-06-10T01:00:30Z' });
  const morning = (await heard('tuan')).slice(before);
  expect(morning).toHaveLength(1);
  expect(text(morning)).toContain('còn 1 ngày làm việc');
});

test('on a day off it is the next working morning; who has handed in by then is left alone', async () => {
  const { room, text, say, press, heard } = await fresh();
  await room.clock({ to: '2026-06-13T03:00:00Z' });
  const preview = await say('/nhac điển hình');
  expect(text(preview)).toContain('Hôm nay là ngày nghỉ');
  await press(preview, 'Sáng thứ Hai, 15/6/2026, 08:00');
  await room.say('mai', 'mai', '/nop_bao_cao điển hình');
  const asked = await room.say('mai', 'mai', '15/BC-TYT ngày 13/6/2026');
  const last = asked.at(-1);
  if (last) await room.press('mai', last, 'Xác nhận');
  const [mai, tuan] = [(await heard('mai')).length, (await heard('tuan')).length];
  await room.clock({ to: '2026-06-15T01:00:30Z' });
  expect(text((await heard('tuan')).slice(tuan))).toContain('Đăng ký điển hình tiên tiến');
  expect(text((await heard('mai')).slice(mai))).not.toContain('Đăng ký điển hình tiên tiến');
});

test('all at once is one message for each unit', async () => {
  const { text, say, press, heard } = await fresh();
  await press(await say('/nhac tất cả'), 'Gửi ngay');
  const messages = await heard('mai');
  expect(messages).toHaveLength(1);
  expect(text(messages)).toMatch(/Số liệu bổ sung[\s\S]*Báo cáo kết quả[\s\S]*Đăng ký điển hình/);
});

test('on the Monday to which a Saturday’s term has moved nobody is said to be late', async () => {
  const { room, text, say, press } = await fresh();
  await press(await say('/them_han Báo cáo nhanh, 13/6, tất cả đơn vị'), 'Thực hiện');
  await room.clock({ to: '2026-06-15T01:30:00Z' });
  expect(text(await say('/nhac'))).toContain(
    'thứ Bảy, 13/6/2026 (rơi vào ngày nghỉ, còn nhận đến hết thứ Hai, 15/6/2026)',
  );
});

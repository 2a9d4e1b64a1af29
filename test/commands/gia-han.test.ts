import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const { say, press, newIn, done } = leadChat(room);

test('one unit gets more time, with a reason that the group is not told', async () => {
  await Promise.all([newIn('ha', 'ha'), newIn('mai', 'mai'), newIn('khoi-1', 'ha')]);
  const shown = await say('/gia_han phong trào thi đua tháng, Trạm Y tế, 20/6, vì mất điện, mất mạng');
  expect(plain(shown)).toContain('Trạm Y tế xã: thứ Năm, 11/6/2026 → thứ Bảy, 20/6/2026');
  expect(plain(shown)).toContain('Ngày làm việc cuối: thứ Sáu, 19/6/2026');
  expect(plain(shown)).toContain('Lý do: mất điện, mất mạng');
  await press(shown, 'Thực hiện');
  expect(await newIn('mai', 'mai')).toContain('Lý do: mất điện, mất mạng');
  expect(await newIn('ha', 'ha')).toBe('');
  const group = await newIn('khoi-1', 'ha');
  expect(group).toContain(
    'Trạm Y tế xã: gia hạn đến thứ Bảy, 20/6/2026; các đơn vị khác: thứ Năm, 11/6/2026',
  );
  expect(group).not.toContain('mất điện');
});

test('the reason is asked for where it is missing, and so is the unit', async () => {
  expect(plain(await say('/gia_han tự chấm 10/7'))).toContain('Gia hạn cho đơn vị nào?');
  expect(plain(await say('đơn vị lạ'))).toContain('chưa thấy “đơn vị lạ”');
  expect(plain(await say('kinh tế, thcs'))).toContain('Lý do gia hạn?');
  const shown = await say('do tập huấn và đi công tác');
  expect(plain(shown)).toContain('Phòng Kinh tế: thứ Năm, 02/7/2026 → thứ Sáu, 10/7/2026');
  expect(plain(shown)).toContain('Lý do: tập huấn và đi công tác');
  await press(shown, 'Thực hiện');
});

test('an earlier day is no extension', async () => {
  expect(plain(await say('/gia_han tự chấm, Trạm Y tế, 25/6, vì gì đó'))).toContain('phải sau hạn hiện nay');
  await say('/huy');
});

test('a deadline moved beyond an extension takes nothing from anybody; moved back, the extension holds', async () => {
  await done('/doi_han phong trào thi đua tháng ngày 24/6');
  expect(plain(await say('/han', 'mai'))).toContain('thứ Tư, 24/6/2026');
  const back = await say('/doi_han phong trào thi đua tháng ngày 12/6');
  expect(plain(back)).toContain('Trạm Y tế xã giữ hạn đã gia hạn');
  await press(back, 'Thực hiện');
  expect(plain(await say('/nop_bao_cao tháng', 'mai'))).toContain('hạn nộp 20/6/2026');
  await say('hủy', 'mai');
});

test('what nobody hands in, or has no day, is not offered', async () => {
  const list = plain(await say('/gia_han'));
  expect(list).not.toContain('Sáng kiến');
  await say('/huy');
});

test('a unit behind the comma is no part of the title, also where it begins with the same sound', async () => {
  const shown = await say('/gia_han phong trào thi đua tháng, Phòng VHXH, 25/6, vì mất điện');
  expect(plain(shown)).toContain('Phòng Văn hóa - Xã hội: ');
  expect(plain(shown)).toContain(' → thứ Năm, 25/6/2026');
  await say('/huy');
});

test('who was given longer reads his own day everywhere', async () => {
  expect(plain(await say('/han', 'mai'))).toContain('Hạn: gia hạn đến thứ Bảy, 20/6/2026 (còn 12 ngày');
  expect(plain(await say('/han', 'ha'))).toContain('Hạn: thứ Sáu, 12/6/2026');
  const shown = plain(await say('/ghi_nhan phong trào thi đua tháng: Trạm Y tế 15/BC-TYT 8/6'));
  expect(shown).toContain('gia hạn đến 20/6/2026');
  await say('hủy');
  await newIn('mai', 'mai');
  const cancelled = await done('/huy_han phong trào thi đua tháng, vì gộp với báo cáo quý');
  await press(cancelled, 'Hoàn tác');
  expect(await newIn('mai', 'mai')).toContain('Trạm Y tế xã: gia hạn đến 20/6/2026.');
});

import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
const { room } = await blocRoom(database);
const { say, press, newIn, done } = leadChat(room);
const minutes = (count: number) => room.clock({ by: count * 60 });

test('what was added by mistake is gone again, and who had heard of it hears that', async () => {
  const added = await done('/them_han Báo cáo nhầm, trước 20/6, tất cả đơn vị');
  await Promise.all([newIn('ha', 'ha'), newIn('khoi-1', 'ha')]);
  expect(plain(await press(added, 'Hoàn tác'))).toContain('Không còn hạn Báo cáo nhầm.');
  expect(await newIn('ha', 'ha')).toContain('[Đính chính]');
  expect(await newIn('khoi-1', 'ha')).toContain('Không còn hạn Báo cáo nhầm.');
  expect(plain(await say('/han', 'ha'))).not.toContain('Báo cáo nhầm');
  expect(plain(await press(added, 'Hoàn tác'))).toContain('đã được hoàn tác trước đó');
});

test('a move, a name, an extension and a cancelling are taken back the same way', async () => {
  await done('/doi_han phong trào thi đua tháng 25/6');
  expect(plain(await say('/hoan_tac'))).toContain('hạn vẫn là thứ Năm, 11/6/2026');
  const extended = await done('/gia_han phong trào thi đua tháng, Trạm Y tế, 20/6, vì mất điện');
  expect(plain(await press(extended, 'Hoàn tác'))).toContain('rút gia hạn của Trạm Y tế xã');
  expect(plain(await say('/han', 'mai'))).toContain('thứ Năm, 11/6/2026');
  const cancelled = await done('/huy_han tự chấm, cấp trên không yêu cầu nữa');
  expect(plain(await say('/han', 'ha'))).not.toContain('Bảng tự chấm');
  await press(cancelled, 'Hoàn tác');
  expect(plain(await say('/han', 'ha'))).toContain('Bảng tự chấm');
});

test('changes are taken back in their order: one that another stands on stays', async () => {
  const first = await done('/doi_han điển hình 24/6');
  const second = await done('/gia_han điển hình, Trạm Y tế, 30/6, vì mưa bão');
  expect(plain(await press(first, 'Hoàn tác'))).toContain('đã có thay đổi sau đó');
  await press(second, 'Hoàn tác');
  expect(plain(await press(first, 'Hoàn tác'))).toContain('thứ Hai, 22/6/2026');
});

test('what was added stays once somebody has handed in for it', async () => {
  const added = await done('/them_han Báo cáo gấp, 20/6, Trạm Y tế');
  await say('/nop_bao_cao gấp', 'mai');
  await press(await say('9/BC ngày 8/6/2026', 'mai'), 'Xác nhận', 'mai');
  expect(plain(await press(added, 'Hoàn tác'))).toContain('Đã có đơn vị nộp');
});

test('after ten minutes it is too late, to the minute', async () => {
  const kept = await done('/doi_han điển hình 23/6');
  await minutes(10);
  expect(plain(await press(kept, 'Hoàn tác'))).toContain('Đã hoàn tác');
  const late = await done('/doi_han điển hình 23/6');
  await minutes(11);
  expect(plain(await press(late, 'Hoàn tác'))).toContain('Đã quá 10 phút');
});

test('the button is of no use to anybody but the lead’s side', async () => {
  expect(plain(await say('/hoan_tac', 'ha'))).toContain('dành cho Trưởng khối');
});

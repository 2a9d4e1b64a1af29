import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const { say, press, newIn, done } = leadChat(room);

test('a deadline is cancelled with its reason, told and gone from the lists', async () => {
  expect(plain(await say('/huy_han sáng kiến'))).toContain('Lý do hủy?');
  const shown = await say('vì cấp trên không yêu cầu nữa');
  expect(plain(shown)).toContain('Lý do: cấp trên không yêu cầu nữa');
  await newIn('ha', 'ha');
  await press(shown, 'Thực hiện');
  expect(await newIn('ha', 'ha')).toContain('[Hủy hạn]');
  expect(plain(await say('/doi_han sáng kiến'))).toContain('chưa nhận ra hạn nào');
  await say('/huy');
});

test('of what comes back, this one goes and the next comes; or all of them go', async () => {
  await done('/them_han Báo cáo quân số, hằng tháng ngày 25, Trạm Y tế');
  expect(plain(await say('/doi_han quân số 27/6'))).toContain(
    'Chỉ đổi ngày của kỳ này; các kỳ sau vẫn theo lịch hằng tháng đã đặt.',
  );
  await say('/huy');
  const scope = await say('/huy_han quân số, trùng với báo cáo khác');
  expect(plain(scope)).toContain('Hủy kỳ này hay cả các kỳ sau?');
  await press(await press(scope, 'Chỉ kỳ này'), 'Thực hiện');
  const next = await say('/doi_han quân số');
  expect(plain(next)).toContain('Hạn hiện nay: thứ Bảy, 25/7/2026');
  await say('/huy');

  const all = await press(await say('/huy_han quân số, thôi làm'), 'Cả các kỳ sau');
  expect(plain(all)).toContain('Các kỳ sau cũng thôi (đang lặp hằng tháng)');
  await press(all, 'Thực hiện');
  expect(plain(await say('/doi_han quân số'))).toContain('chưa nhận ra hạn nào');
});

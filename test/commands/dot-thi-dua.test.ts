import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { aMilestone, planned } from '../support/planned.ts';
import { plain } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database);
const { say, press, newIn } = leadChat(room);

test('milestones count down, with the right number of an anniversary and a word where the plan has another', async () => {
  await planned(database, blocs[0] ?? 0, engine.clock.now(), [
    aMilestone({
      ...{ name: 'Kỷ niệm 77 năm Ngày thi đua ái quốc', milestoneKind: 'anniversary' },
      startsOn: day('2026-06-11'),
    }),
    aMilestone({ name: '80 ngày đêm cao điểm' }),
  ]);
  const listed = plain(await say('/dot_thi_dua', 'mai'));
  expect(listed).toMatch(
    /1\. .*: 11\/6\/2026, còn 3 ngày \(78 năm Ngày Chủ tịch Hồ Chí Minh.*; văn bản ghi 77 năm\)/,
  );
  expect(listed).toContain('2. 80 ngày đêm cao điểm: chưa rõ ngày');
});

test('the lead sets a campaign’s first day, its last is counted from its name; others may not', async () => {
  const other = await say('/dot_thi_dua 2 từ 17/6', 'mai');
  expect(plain(other)).toContain('do Trưởng khối đặt');
  await say('hủy', 'mai');
  const shown = await say('/dot_thi_dua 2 từ 17/6');
  expect(plain(shown)).toContain('17/6/2026 – 04/9/2026 (80 ngày, kể cả ngày đầu và ngày cuối)');
  expect(plain(shown)).not.toContain('Lưu ý');
  await press(shown, 'Ghi');
  expect(plain(await say('/dot_thi_dua 2', 'tuan'))).toContain('17/6/2026 – 04/9/2026, còn 9 ngày');
});

test('days that are not as many as its name says are pointed out', async () => {
  const shown = plain(await say('/dot_thi_dua 2 từ 17/6 đến 30/9'));
  expect(shown).toContain('17/6/2026 – 30/9/2026 (106 ngày, kể cả ngày đầu và ngày cuối)');
  expect(shown).toContain('tên ghi 80 ngày, kể cả ngày đầu là đến 04/9/2026');
  await say('hủy');
});

test('its first morning is said in the group, and the week’s summary counts down', async () => {
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-06-15T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toContain('80 ngày đêm cao điểm, còn 2 ngày');
  await room.clock({ to: '2026-06-17T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toMatch(/\[Phát động\] 80 ngày đêm cao điểm[\s\S]*đến 04\/9\/2026/);
  expect(plain(await say('/dot_thi_dua', 'mai'))).toContain('hôm nay là ngày thứ 1/80, còn 79 ngày');
});

test('units report what they did; its last morning says how much', async () => {
  const shown = await say('/dot_thi_dua 2 Ra quân vệ sinh 5 tuyến đường ngày 16/6', 'mai');
  expect(plain(shown)).toMatch(
    /hoạt động của Trạm Y tế xã, 80 ngày đêm cao điểm:\n16\/6\/2026: Ra quân vệ sinh 5 tuyến đường/,
  );
  expect(plain(await press(shown, 'Ghi', 'mai'))).toContain('Đã ghi hoạt động của Trạm Y tế xã');
  expect(plain(await say('/dot_thi_dua 2', 'tuan'))).toContain('• 16/6/2026, Trạm Y tế xã: Ra quân');
  expect(plain(await say('/dot_thi_dua 2 Ra quân', 'binh'))).toContain('dành cho đầu mối');
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-09-04T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toMatch(/\[Ngày cuối\] 80 ngày đêm[\s\S]*1 đơn vị đã báo 1 hoạt động/);
  expect(plain(await say('/dot_thi_dua', 'mai'))).toContain('hôm nay là ngày thứ 80/80, ngày cuối');
});

test('a campaign that was moved is not said on its old day', async () => {
  await press(await say('/dot_thi_dua 2 từ 10/9 đến 30/9'), 'Ghi');
  await press(await say('/dot_thi_dua 2 từ 14/9 đến 30/9'), 'Ghi');
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-09-10T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).not.toContain('[Phát động]');
  await room.clock({ to: '2026-09-14T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toContain('[Phát động] 80 ngày đêm');
});

test('what begins or ends on a day off is said on the next working morning, by its own day', async () => {
  // Saturday to Sunday.
  await press(await say('/dot_thi_dua 2 từ 19/9 đến 27/9'), 'Ghi');
  await room.clock({ to: '2026-09-19T03:00:00Z' });
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-09-21T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toMatch(
    /\[Phát động\] 80 ngày đêm[\s\S]*Từ 19\/9\/2026 đến 27\/9\/2026/,
  );
  await room.clock({ to: '2026-09-28T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toContain('[Đã kết thúc] 80 ngày đêm');
});

test('an unknown one is answered with the way to the list', async () => {
  expect(plain(await say('/dot_thi_dua 9', 'ha'))).toContain('Không có đợt, mốc “9”');
  expect(plain(await say('/dot_thi_dua 2 Ra quân ngày 31/9', 'ha'))).toContain('Ngày vừa gõ không có');
});

import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

/** Tuesday, 01/12/2026, 09:00. */
const { room } = await blocRoom(await testDatabase(), { at: new Date('2026-12-01T02:00:00Z') });
const { say, done } = leadChat(room);
const list = async () => plain(await say('/han tất cả', 'mai'));

test('what comes back monthly says until when: December’s is still asked for in January, and then it is over', async () => {
  expect(plain(await done('/them_han Báo cáo quân số, ngày 5 hằng tháng, Trạm Y tế'))).toContain(
    'Lặp lại: hằng tháng, đến hết 31/01/2027',
  );
  await room.clock({ to: '2026-12-14T02:00:00Z' });
  expect(await list()).toMatch(/Báo cáo quân số\n +Hạn: thứ Ba, 05\/01\/2027/);
  await room.clock({ to: '2027-01-18T02:00:00Z' });
  expect(await list()).not.toContain('05/02/2027');
});

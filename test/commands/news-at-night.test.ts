import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

/** Friday, 12/6/2026, 22:30. */
const { room } = await blocRoom(await testDatabase(), { at: new Date('2026-06-12T15:30:00Z') });
const { say, press, newIn, done } = leadChat(room);
const heard = () => Promise.all([newIn('ha', 'ha'), newIn('khoi-1', 'ha')]);
/** What the lead who did it hears of it again. */
const again = () => newIn('lan', 'lan');

test('what is decided at night is heard on Monday morning, by the units and the group', async () => {
  await heard();
  expect(plain(await done('/them_han Báo cáo đêm, trước 30/6, tất cả đơn vị'))).toContain(
    'Đang ngoài giờ: các đơn vị liên quan nhận tin lúc 08:00, thứ Hai, 15/6/2026.',
  );
  await again();
  expect((await heard()).join('')).toBe('');
  await room.clock({ to: '2026-06-14T05:00:00Z' });
  expect((await heard()).join('')).not.toContain('Báo cáo đêm');
  await room.clock({ to: '2026-06-15T01:00:30Z' });
  for (const said of await heard()) expect(said).toContain('[Hạn mới]');
  expect(await again()).not.toContain('[Hạn mới]');
});

test('what is taken back before the morning is never heard of', async () => {
  await room.clock({ to: '2026-06-15T14:00:00Z' });
  await heard();
  const added = await done('/them_han Báo cáo lỡ, trước 30/6, tất cả đơn vị');
  expect(plain(await press(added, 'Hoàn tác'))).toContain('Không còn hạn Báo cáo lỡ.');
  await room.clock({ to: '2026-06-16T01:00:30Z' });
  expect((await heard()).join('')).not.toContain('Báo cáo lỡ');
  expect(plain(await say('/han', 'ha'))).not.toContain('Báo cáo lỡ');
});

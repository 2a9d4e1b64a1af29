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

test('who has handed in by the morning is asked for nothing', async () => {
  await room.clock({ to: '2026-06-16T14:00:00Z' });
  await heard();
  await newIn('mai', 'mai');
  await done('/them_han Báo cáo sớm, trước 30/6, tất cả đơn vị');
  await say('/nop_bao_cao báo cáo sớm', 'ha');
  await room.press('ha', await say('15/BC-VHXH ngày 16/6/2026', 'ha'), 'Xác nhận');
  await heard();
  await room.clock({ to: '2026-06-17T01:00:30Z' });
  const [contact, group] = await heard();
  expect(contact).not.toContain('Báo cáo sớm');
  expect(group).toContain('[Hạn mới]');
  expect(await newIn('mai', 'mai')).toContain('[Hạn mới]');
});

test('nor who no longer owes it', async () => {
  await room.clock({ to: '2026-06-17T14:00:00Z' });
  await heard();
  await done('/them_han Báo cáo thừa, trước 30/6, tất cả đơn vị');
  await done('/huy_han báo cáo thừa, cấp trên không yêu cầu');
  await room.clock({ to: '2026-06-18T01:00:30Z' });
  for (const said of await heard()) {
    expect(said).toContain('Báo cáo thừa');
    expect(said).not.toContain('[Hạn mới]');
  }
});

test('what a reminder of the same morning names is told once', async () => {
  await room.clock({ to: '2026-06-18T14:00:00Z' });
  await heard();
  await done('/them_han Báo cáo gấp, trước 20/6, tất cả đơn vị');
  await done('/them_han Báo cáo thong thả, trước 30/7, tất cả đơn vị');
  await room.clock({ to: '2026-06-19T01:00:30Z' });
  const [contact = '', group] = await heard();
  expect(contact.match(/Báo cáo gấp/g)).toHaveLength(1);
  expect(contact).toMatch(/\[Nhắc hạn\][^[]*Báo cáo gấp/);
  expect(contact).toMatch(/\[Hạn mới\][^[]*Báo cáo thong thả/);
  expect(group).toContain('Báo cáo gấp');
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
/** Monday, 08/6/2026, 07:55: five minutes before the first digest. */
const { room, blocs } = await blocRoom(database);
const alive = async (person: string) =>
  (await room.messages(person, person)).map(plain).filter(text => text.includes('[Hệ thống vẫn chạy]'));

test('not on a bloc’s first day', async () => {
  await room.clock({ to: '2026-06-08T05:00:00Z' });
  expect(await alive('dung')).toEqual([]);
});

test('on Monday at the digest’s hour the clerk gets counts that are those of the week, and nobody else', async () => {
  await room.say('tuan', 'tuan', '/nop_bao_cao tháng');
  const asked = await room.say('tuan', 'tuan', '28/BC-KT ngày 8/6/2026');
  const [last] = asked.slice(-1);
  if (last) await room.press('tuan', last, 'Xác nhận');
  await room.clock({ to: '2026-06-15T01:00:30Z' });
  const [line, ...more] = await alive('dung');
  expect(more).toEqual([]);
  expect(line).toContain('từ 08/6/2026 đến 15/6/2026');
  const [counted] = await database.owner.db.execute<{ n: number }>(sql`select count(*)::int as n from outbox
    where bloc_id = ${blocs[0]} and dedupe_key like 'due:%' and created_at < now()`);
  const [, sent = '', reports = ''] = /Tin nhắc đã gửi: (\d+); báo cáo đã nhận: (\d+)/.exec(line ?? '') ?? [];
  expect(Number(reports)).toBe(1);
  expect(Number(sent)).toBeGreaterThan(0);
  expect(Number(sent)).toBeLessThanOrEqual(counted?.n ?? 0);
  expect(line).toContain('Không có lỗi gửi, nhận tin');
  for (const person of ['lan', 'tuan', 'mai']) expect(await alive(person)).toEqual([]);
});

test('a message that could not be delivered is counted', async () => {
  await database.owner.db.execute(sql`update outbox set state = 'refused'
    where id = (select min(id) from outbox where bloc_id = ${blocs[0]})`);
  await room.clock({ to: '2026-06-22T01:00:30Z' });
  expect((await alive('dung')).at(-1)).toContain('Có 1 tin gửi, nhận bị lỗi');
});

test('without a clerk the lead’s contact gets it', async () => {
  await database.owner.db.execute(sql`update membership set valid_to = '2026-06-22' where role = 'clerk'`);
  await room.clock({ to: '2026-06-29T01:00:30Z' });
  expect(await alive('lan')).toHaveLength(1);
  expect(await alive('dung')).toHaveLength(2);
});

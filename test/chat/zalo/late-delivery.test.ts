import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { stubPeople } from '../../support/stub-people.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

/** The sample's monthly report is due on 11/6/2026, to the end of the day in Vietnam. */
const MONDAY = new Date('2026-06-08T00:55:00Z');
const LAST_SECONDS = new Date('2026-06-11T16:59:58Z');
const AFTERWARDS = new Date('2026-06-11T17:10:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, { at: MONDAY });

beforeAll(async () => {
  await stubPeople(database, MONDAY);
  const { db } = database.owner;
  await db.execute(sql`update account set platform = 'room', bot_id = 'room'`);
  await db.execute(sql`update chat_binding set platform = 'room', bot_id = 'room'`);
  await zalo.moveIn();
  await zalo.engine.clock.moveTo(LAST_SECONDS);
  // Zalo dates what people write when they write it.
  zalo.world.now = () => LAST_SECONDS.getTime();
});

test('a choice is a message with a date: written in time it counts so, though it comes after the deadline', async () => {
  for (const [person, document] of [
    ['mai', '15/BC-TYT'],
    ['thang', '07/BC-THCS'],
  ] as const) {
    await zalo.say(person, person, '/nop_bao_cao tháng');
    expect(await zalo.say(person, person, `${document} ngày 11/6/2026`)).toContain('1. Xác nhận');
  }
  await zalo.engine.clock.moveTo(AFTERWARDS);
  expect(await zalo.say('mai', 'mai', '1')).toContain('lúc 23:59, thứ Năm, 11/6/2026 (đúng hạn)');
  // And what has no date, or none that can be, when it comes.
  zalo.world.now = () => 0;
  expect(await zalo.say('thang', 'thang', '1')).toContain('lúc 00:10, thứ Sáu, 12/6/2026 (trễ 1 ngày)');
});

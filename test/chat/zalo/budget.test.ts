import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { spendings } from '../../../src/scheduler/budget-levels.ts';
import { testDatabase } from '../../support/database.ts';
import { stubPeople } from '../../support/stub-people.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

const AT = new Date('2026-06-08T00:55:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT });
const { db } = database.owner;

beforeAll(async () => {
  await stubPeople(database, AT);
  await db.execute(sql`update account set platform = 'room', bot_id = 'room'`);
  await db.execute(sql`update chat_binding set platform = 'room', bot_id = 'room'`);
  await zalo.moveIn();
});

const sentNow = async () => (await spendings(database.system.db))[0]?.sent ?? 0;
const put = (sent: number) => db.execute(sql`update message_count set sent = ${sent}`);
/** What came of the reminders of that morning, by chat. */
const morning = async (day: string) => {
  const before = zalo.bot.sent.length;
  await zalo.engine.clock.moveTo(new Date(`${day}T01:00:00Z`));
  await zalo.engine.tick();
  await zalo.engine.settle();
  return zalo.bot.sent.slice(before);
};

test('what is sent is counted, part by part, and shown to the lead', async () => {
  await zalo.say('ha', 'ha', 'hạn');
  expect(await sentNow()).toBe(zalo.bot.sent.length);
  await put(1_234);
  expect(await zalo.say('lan', 'lan', '/cai_dat')).toContain(
    'Tin Zalo đã gửi trong tháng: 1.234/3.000 (41 %).',
  );
  await zalo.say('lan', 'lan', 'hủy');
});

test('a monitor sees it too', async () => {
  await put(1_234);
  const { budgets } = z
    .object({ budgets: z.array(z.unknown()) })
    .parse(await (await fetch(`${zalo.url}/healthz`)).json());
  expect(budgets).toEqual([{ platform: 'zalo', botId: zalo.botId, sent: 1_234, limit: 3_000 }]);
});

test('at 80 % the lead is warned once, and reminders before the due day leave the rest to the group', async () => {
  await put(2_399);
  const before = zalo.bot.sent.length;
  for (const word of ['hạn', '/toi']) await zalo.say('ha', 'ha', word);
  await zalo.engine.tick();
  await zalo.engine.settle();
  const warned = zalo.bot.sent.slice(before).filter(one => one.text.includes('[Sắp hết tin Zalo]'));
  expect(warned.map(one => one.chatId).toSorted()).toEqual(['dung', 'lan']);
  const said = await morning('2026-06-08');
  expect(said.map(one => one.chatId)).toEqual(['khoi-1']);
});

test('from 95 % on only answers and overdue reminders are sent; the rest is not put off, but left', async () => {
  await put(2_900);
  expect((await morning('2026-06-11')).map(one => one.chatId)).not.toContain('khoi-1');
  const late = await morning('2026-06-12');
  expect(late.length).toBeGreaterThan(0);
  for (const one of late) expect(one.text).toMatch(/quá hạn|Chưa nộp|chưa nộp/);
  expect(await zalo.say('ha', 'ha', 'hạn')).toContain('Báo cáo kết quả');
  const [waiting] = await db.execute(
    sql`select count(*)::int as n from outbox where state in ('waiting', 'sending')`,
  );
  expect(waiting?.n).toBe(0);
});

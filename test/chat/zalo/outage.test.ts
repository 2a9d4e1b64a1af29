import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { size } from '../../support/size.ts';
import { zaloBot } from '../../support/zalo/bot.ts';
import type { Fault } from '../../support/zalo/faults.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT });
const { bot, faults } = zalo;
const CHATS = size(3, 20);
const EACH = size(3, 10);
const chats = Array.from({ length: CHATS }, (_, n) => `nguoi-${n}`);
for (const chat of chats) {
  zalo.person(chat, chat);
  bot.met.add(chat);
}
let series = 0;

/** Messages for every chat, as turns leave them, and the order in which each chat must read them. */
async function queue(): Promise<string[]> {
  series += 1;
  const texts = Array.from({ length: EACH }, (_, n) => `${series}.${n}`);
  for (const text of texts)
    for (const chat of chats)
      await database.owner.db.execute(sql`
        insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
        values ('zalo', ${zalo.botId}, ${chat}, 'private', 'reply', ${`${chat}:${text}`},
          ${JSON.stringify({ lines: [[text]] })}::jsonb)`);
  return texts;
}
const readIn = (chat: string) => bot.sent.filter(one => one.chatId === chat).map(one => one.text);
const once = (texts: string[]) => texts.filter((text, n) => texts.indexOf(text) === n);
const left = async () =>
  (await database.owner.db.execute(sql`select state from outbox where state <> 'sent'`)).map(
    row => row.state,
  );

beforeEach(() => {
  bot.sent.length = 0;
});

describe('an outage loses nothing and keeps the order of every chat', () => {
  test.each<Fault>(['code403', 'code500'])('%s: each message once', async fault => {
    faults.always(fault);
    const texts = await queue();
    await zalo.says(chats[0] ?? '', chats[0] ?? '', 'x');
    faults.always(null);
    await zalo.engine.settle(60_000);
    for (const chat of chats) expect(readIn(chat).filter(text => texts.includes(text))).toEqual(texts);
    expect(await left()).toEqual([]);
  });

  test.each<Fault>(['html502-after', 'reset-after', 'code408-after'])(
    '%s on the first send of each chat: in order, one message twice at most',
    async fault => {
      faults.add('sendMessage', ...chats.map(() => fault));
      const texts = await queue();
      await zalo.engine.settle(60_000);
      for (const chat of chats) {
        const read = readIn(chat);
        expect(once(read)).toEqual(texts);
        expect(read.length).toBeLessThanOrEqual(texts.length + 1);
      }
      expect(await left()).toEqual([]);
    },
  );

  test('what nobody knows twice in a row is not sent a third time', async () => {
    const [chat = ''] = chats;
    faults.add('sendMessage', 'reset-after', 'html502-after');
    await database.owner.db.execute(sql`
      insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
      values ('zalo', ${zalo.botId}, ${chat}, 'private', 'reply', 'twice', '{"lines":[["hai lần"]]}')`);
    await zalo.engine.settle(60_000);
    expect(readIn(chat)).toEqual(['hai lần', 'hai lần']);
    expect(await left()).toEqual(['unknown']);
    await database.owner.db.execute(sql`delete from outbox where state = 'unknown'`);
  });
});

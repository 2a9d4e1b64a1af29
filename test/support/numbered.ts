import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { TestDatabase } from './database.ts';

/** Messages as turns leave them for chats, each chat's own in order. */
export interface Numbered {
  chats: readonly string[];
  texts: readonly string[];
  /** How many have come so far, over all chats. */
  soFar(): number;
  /** All have come, in each chat in their order, none thrice; how many came twice. */
  arrived(): number;
}

/** Fills the outbox again and again; `readIn`: what a chat's reader has, oldest first. */
export function numberedMessages(
  { owner }: TestDatabase,
  bot: { platform: string; botId: string },
  readIn: (chat: string) => string[],
) {
  let round = 0;
  return {
    async queue(chats: readonly string[], each: number): Promise<Numbered> {
      round += 1;
      const mark = `lượt ${round},`;
      const texts = Array.from({ length: each }, (_, n) => `${mark} tin ${n + 1}`);
      for (const text of texts)
        for (const chat of chats)
          await owner.db.execute(sql`insert into outbox
            (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
            values (${bot.platform}, ${bot.botId}, ${chat}, 'private', 'reply', ${`numbered:${chat}:${text}`},
              ${JSON.stringify({ lines: [[text]] })}::text::jsonb)`);
      const got = (chat: string) => readIn(chat).filter(text => text.startsWith(mark));
      const soFar = () => chats.reduce((sum, chat) => sum + got(chat).length, 0);
      const arrived = () => {
        for (const chat of chats) {
          const all = got(chat);
          expect(all.filter((text, n) => all.indexOf(text) === n)).toEqual(texts);
          for (const text of texts) expect(all.filter(one => one === text).length).toBeLessThanOrEqual(2);
        }
        return soFar() - chats.length * each;
      };
      return { chats, texts, soFar, arrived };
    },
    /** What is not known to have arrived, by state. */
    async left(): Promise<string[]> {
      const rows = await owner.db.execute(sql`select state, count(*)::int as n from outbox
        where dedupe_key like 'numbered:%' and state <> 'sent' group by 1`);
      return rows.map(row => `${row.n} ${row.state}`);
    },
  };
}

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { claimEvents, finishEvents, storeEvents } from '../../db/inbox.ts';
import { claimMessages, enqueue } from '../../db/outbox.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const system = database.system.db;

const event = (n: number) => ({
  ...{ platform: 'telegram', botId: 'stub', eventKey: `e${n}`, chatId: `c${n}`, userId: `u${n}` },
  ...({ chatKind: 'private', raw: {}, state: 'waiting' } as const),
});
const message = (n: number) => ({
  ...{ platform: 'telegram', botId: 'stub', chatId: `c${n}`, dedupeKey: `m${n}`, blocId: null },
  ...({ chatKind: 'private', class: 'reply' } as const),
  body: { lines: [['Xin chào']] },
});

test('an event just stored is there for its turn, whatever part of a millisecond it came in', async () => {
  for (let n = 0; n < 100; n += 1) {
    await storeEvents(system, [event(n)]);
    const claimed = await database.app.db.transaction(async tx => {
      const events = await claimEvents(tx, 16);
      await finishEvents(
        tx,
        events.map(({ id }) => id),
        [],
      );
      return events.map(({ chatId }) => chatId);
    });
    expect(claimed).toEqual([`c${n}`]);
  }
});

test('hands that share the blocs take each event once, those without a bloc included', async () => {
  const blocs = Array.from({ length: 12 }, (_, n) => (n === 0 ? null : n));
  await storeEvents(
    system,
    blocs.map((_, n) => ({ ...event(1_000 + n), chatKind: 'group' as const })),
  );
  for (const [n, blocId] of blocs.entries())
    await database.owner.db.execute(sql`insert into chat_binding (platform, bot_id, chat_id, kind, title, bloc_id, created_at)
      values ('telegram', 'stub', ${`c${1_000 + n}`}, 'group', 'Nhóm', ${blocId}, now())`);
  const taken = await Promise.all(
    [0, 1, 2].map(rest =>
      database.app.db.transaction(async tx => {
        const events = await claimEvents(tx, 16, { of: 3, rest });
        return events.map(one => one.blocId);
      }),
    ),
  );
  for (const [rest, share] of taken.entries())
    expect(share.toSorted()).toEqual(blocs.filter(bloc => (bloc ?? 0) % 3 === rest).toSorted());
});

test('a message just queued is there to be sent', async () => {
  for (let n = 0; n < 100; n += 1) {
    await enqueue(system, [message(n)]);
    const claimed = await claimMessages(system, 1, 16);
    expect(claimed.map(({ chatId }) => chatId)).toEqual([`c${n}`]);
  }
});

test('neither queue is searched from end to end, however its tables look to the planner', async () => {
  for (const connection of [database.app, database.system]) {
    const rows = await connection.db.execute(sql`select name, setting from pg_settings
      where name in ('enable_seqscan', 'enable_bitmapscan') order by name`);
    expect([...rows]).toEqual([
      { name: 'enable_bitmapscan', setting: 'off' },
      { name: 'enable_seqscan', setting: 'off' },
    ]);
  }
});

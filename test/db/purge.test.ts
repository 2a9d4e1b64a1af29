import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { purge, purgeFiles } from '../../db/purge.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const { sql } = database.owner;
const { room, engine, blocs } = await blocRoom(database);

const file = (name: string) => ({
  name: `${name}.pdf`,
  bytes: Buffer.from(`bytes of ${name}`),
  mime: 'application/pdf',
});
const hash = (name: string) => createHash('sha256').update(`bytes of ${name}`).digest('hex');
const kept = async () =>
  (await sql<{ sha256: string }[]>`select sha256 from file`).map(one => one.sha256).toSorted();
const uploads = async () =>
  (await sql<{ name: string }[]>`select name from room.file order by name`).map(one => one.name);
const purgeAll = () => purgeFiles(database.target, engine.clock.now());

test('a bloc’s file goes 30 days after nothing came of it; handed in or in a draft it stays', async () => {
  const [mai] = await room.attach('mai', 'mai', [file('draft')]);
  expect(mai?.options).toBeDefined();
  const [thang] = await room.attach('thang', 'thang', [file('handed in')]);
  if (!thang) throw new Error('no answer');
  const [confirm] = await room.press('thang', thang, 'Báo cáo kết quả');
  if (!confirm) throw new Error('no question');
  await room.press('thang', confirm, 'Xác nhận');
  await room.attach('phuc', 'phuc', [file('given up')]);
  await room.say('phuc', 'phuc', 'hủy');
  await sql`insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, bloc_id, body, not_before)
    select 'zalo', 'b', 'c', 'private', 'reply', 'waits', ${blocs[0] ?? 0},
      jsonb_build_object('lines', '[]'::jsonb, 'file', jsonb_build_object('sha256', ${hash('to send')}::text)),
      now() + interval '1 year'`;
  await sql`insert into file select bloc_id, ${hash('to send')}, 1, 'x', created_at from file limit 1`;
  const all = ['draft', 'given up', 'handed in', 'to send'].map(hash).toSorted();
  expect(await kept()).toEqual(all);

  await engine.clock.moveTo(new Date('2026-07-08T00:54:00Z'));
  await purgeAll();
  expect(await kept()).toEqual(all);
  await engine.clock.moveTo(new Date('2026-07-08T00:56:00Z'));
  await purgeAll();
  expect(await kept()).toEqual(['draft', 'handed in', 'to send'].map(hash).toSorted());
  // The draft goes on where it was.
  await sql`delete from outbox where dedupe_key = 'waits'`;
  expect(await room.say('mai', 'mai', 'hủy')).toHaveLength(1);
});

test('whatever points at a file keeps it, of every table that can', async () => {
  const [one] = await sql<{ sha256: string; blocId: number }[]>`
    insert into file select bloc_id, ${hash('evidence')}, 1, 'x', '2026-06-08' from bloc limit 1
    returning sha256, bloc_id::int as "blocId"`;
  const unit = sql`(select id from unit limit 1)`;
  const season = sql`(select id from season limit 1)`;
  const person = sql`(select id from person limit 1)`;
  await sql`insert into registration (bloc_id, season_id, unit_id, no, titles, file_sha256, file_name, file_mime,
      made_by, made_at)
    values (${one?.blocId ?? 0}, ${season}, ${unit}, 1, 'Cờ thi đua', ${one?.sha256 ?? ''}, 'a.pdf', 'x', ${person}, now())`;
  await purgeAll();
  expect(await kept()).toContain(hash('evidence'));
});

test('an upload of the room goes after a day without a message', async () => {
  const before = await uploads();
  const post = () => room.call('POST', '/files?name=mo-coi.pdf', 'x');
  await post();
  await purgeAll();
  expect(await uploads()).toEqual([...before, 'mo-coi.pdf'].toSorted());
  await engine.clock.moveTo(new Date('2026-07-09T00:57:00Z'));
  await post();
  await purgeAll();
  expect(await uploads()).toEqual([...before, 'mo-coi.pdf'].toSorted());
  await engine.clock.moveTo(new Date('2026-07-10T00:58:00Z'));
  await purgeAll();
  expect(await uploads()).toEqual(before);
});

test('files of an event that was set aside go with its body, a week later', async () => {
  const dead = async (days: number) => {
    const [row] = await sql<{ id: number }[]>`
      insert into inbox (platform, bot_id, event_key, chat_id, chat_kind, raw, state, done_at)
      values ('zalo', 'b', ${`dead-${days}`}, 'c', 'private', '{}', 'dead', now() - ${days} * interval '1 day')
      returning id`;
    await sql`insert into inbox_file values (${row?.id ?? 0}, 0, 'a', 'b', 'c', 1, 'x')`;
    return row?.id;
  };
  const [fresh] = [await dead(6), await dead(8)];
  await purge(database.system.db);
  const left =
    await sql`select inbox_id from inbox_file where inbox_id in (select id from inbox where state = 'dead')`;
  expect([...left]).toEqual([{ inbox_id: fresh }]);
});

test('what stands at the top of a group is known however old it is, what it took the place of is not', async () => {
  const said = async (key: string, body: object) => {
    await sql`insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, bloc_id, body, state, created_at)
      values ('telegram', 'b', '-1', 'group', 'bulk', ${key}, ${blocs[0] ?? 0}, ${JSON.stringify(body)}::text::jsonb,
        'sent', now() - interval '31 days')`;
  };
  await said('pin-1', { lines: [], pinned: true });
  await said('pin-2', { lines: [], pinned: true, edits: 'pin-1' });
  await said('digest', { lines: [] });
  await purge(database.system.db);
  const left = await sql<{ key: string }[]>`select dedupe_key as key from outbox where chat_id = '-1'`;
  expect(left.map(one => one.key)).toEqual(['pin-2']);
});

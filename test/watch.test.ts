import { createServer } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { inDatabase } from '../db/target.ts';
import { createWatch, type WatchDeps } from '../src/watch.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const { sql } = database.owner;
const posted: Record<string, unknown>[] = [];
let answer = 200;

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    if (answer === 200) posted.push(JSON.parse(Buffer.concat(parts).toString()));
    response.writeHead(answer).end();
  });
});
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const address = server.address();
const alertUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook/s3cret`;

const lines: Record<string, unknown>[] = [];
const log = pino({ level: 'info', base: null }, { write: line => lines.push(JSON.parse(line)) });
const watchOver = (given: Partial<WatchDeps> = {}) =>
  createWatch({
    db: database.system.db,
    now: () => new Date('2026-06-08T01:00:00Z'),
    startedAt: new Date('2026-06-08T00:00:00Z'),
    lastTick: () => new Date('2026-06-08T01:00:00Z'),
    contacts: () => ({}),
    broken: () => [],
    dataDir: null,
    alertUrl,
    log,
    ...given,
  });

let n = 0;
const event = (state: string, age: string) => {
  n += 1;
  return sql`insert into inbox (platform, bot_id, event_key, chat_id, chat_kind, state, received_at, done_at)
    values ('zalo', 'b', ${String(n)}, ${String(n)}, 'private', ${state}, now() - ${age}::interval,
      case when ${state} = 'dead' then clock_timestamp() end)`;
};

beforeEach(async () => {
  await sql`delete from inbox`;
  posted.length = 0;
  lines.length = 0;
  answer = 200;
});

test('messages of which nobody knows whether they arrived are told, until their chat is spoken to again', async () => {
  const message = (key: string, state: string) =>
    sql`insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body, state, message_id)
      values ('telegram', 'b', 'c', 'private', 'reply', ${key}, '{"lines":[]}', ${state}, '1')`;
  const watch = watchOver();
  await message('watch:1', 'unknown');
  await message('watch:2', 'unknown');
  await watch.look();
  expect(watch.open()).toEqual([expect.stringMatching(/có 2 tin đã gửi hai lần mà không rõ/)]);
  await message('watch:3', 'sent');
  await watch.look();
  expect(watch.open()).toEqual([]);
  await sql`delete from outbox`;
});

test('what is stuck is logged and posted once, and once more when it is over', async () => {
  const watch = watchOver();
  await event('waiting', '1 minute');
  await watch.look();
  expect([watch.open(), posted, lines]).toEqual([[], [], []]);
  await event('waiting', '3 minutes');
  await watch.look();
  await watch.look();
  expect(watch.open()).toEqual([expect.stringMatching(/chờ xử lý 3 phút/)]);
  await sql`delete from inbox`;
  await watch.look();
  await watch.look();
  expect(posted).toMatchObject([
    {
      state: 'raised',
      code: 'oldest_event',
      text: expect.stringMatching(/^Có tin nhắn/),
      at: '2026-06-08T01:00:00.000Z',
    },
    { state: 'cleared', code: 'oldest_event' },
  ]);
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [50, 'alarm raised'],
    [30, 'alarm cleared'],
  ]);
  expect(watch.open()).toEqual([]);
});

test('events set aside are counted from one look to the next', async () => {
  const watch = watchOver();
  await event('dead', '1 hour');
  await watch.look();
  expect(posted).toEqual([]);
  await event('dead', '1 hour');
  await event('dead', '1 hour');
  await watch.look();
  await watch.look();
  expect(posted).toMatchObject([{ code: 'dead_events', count: 2 }]);
});

test('an address that does not answer gets it later, in order, and is in no log', async () => {
  const watch = watchOver({ lastTick: () => null });
  answer = 503;
  await watch.look();
  await event('waiting', '3 minutes');
  await watch.look();
  expect(posted).toEqual([]);
  answer = 200;
  await watch.look();
  expect(posted.map(({ code }) => code)).toEqual(['tick_late', 'oldest_event']);
  expect(JSON.stringify(lines)).toContain('alarm not posted');
  expect(JSON.stringify(lines)).not.toContain('s3cret');
});

test('a database that is away is an alarm, and looking goes on', async () => {
  const away = connect(inDatabase(database.target, 'no_such_database'), { role: null, max: 1 });
  const watch = watchOver({ db: away.db, alertUrl: null });
  await watch.look();
  await watch.look();
  expect(watch.open()).toEqual([expect.stringMatching(/Không kết nối được cơ sở dữ liệu/)]);
  expect(lines.filter(({ msg }) => msg === 'alarm raised')).toHaveLength(1);
  await away.end();
});

test('a platform that is silent while messages wait is named', async () => {
  await sql`insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body)
    values ('zalo', 'b', 'c', 'private', 'reply', 'x', '{}')`;
  const watch = watchOver({ contacts: () => ({ zalo: new Date('2026-06-07T18:59:00Z') }) });
  await watch.look();
  expect(posted).toMatchObject([{ code: 'platform_silent', platform: 'zalo', waiting: 1 }]);
  await sql`delete from outbox`;
});

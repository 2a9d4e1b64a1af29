import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { claimMessages, enqueue, type NewMessage } from '../../db/outbox.ts';
import { testDatabase } from '../support/database.ts';
import { testEngine } from '../support/engine.ts';
import { silentLog } from '../support/silent-log.ts';
import { stubAdapter } from '../support/stub-adapter.ts';

const database = await testDatabase();
const { db } = database.system;

const message = (key: string, chatId = 'c1', kind: 'reply' | 'bulk' = 'reply'): NewMessage => ({
  platform: 'telegram',
  botId: 'stub',
  chatId,
  chatKind: 'private',
  class: kind,
  dedupeKey: key,
  blocId: null,
  body: { lines: [[key]] },
});

const textOf = (sent: { message: { lines: unknown[][] } }) => String(sent.message.lines[0]?.[0]);
const state = async (key: string) => {
  const [row] = await database.owner.db.execute(
    sql`select state, attempts, unknowns from outbox where dedupe_key = ${key}`,
  );
  return row;
};

afterEach(() => database.owner.db.execute(sql`delete from outbox`));

test('messages of one chat go out in order, though the first must wait for its turn', async () => {
  const adapter = stubAdapter();
  let refused = 0;
  adapter.outcome = ({ dedupeKey }) => {
    if (dedupeKey === 'a1' && refused++ < 1) return { kind: 'later', afterMs: 50, because: '429' };
    return { kind: 'sent', messageId: dedupeKey };
  };
  const engine = await testEngine(database, [adapter]);
  await enqueue(db, [message('a1'), message('a2'), message('a3'), message('b1', 'c2')]);
  await engine.settle();
  expect(adapter.sent.map(textOf).filter(text => text.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  await engine.stop();
});

test('the same cause is said once, however often it is written down', async () => {
  const adapter = stubAdapter();
  const engine = await testEngine(database, [adapter]);
  await enqueue(db, [message('once')]);
  await enqueue(db, [message('once')]);
  await engine.settle();
  await enqueue(db, [message('once')]);
  await engine.settle();
  expect(adapter.sent).toHaveLength(1);
  await engine.stop();
});

test('an unknown outcome is repeated once, and the chat goes on', async () => {
  const adapter = stubAdapter();
  adapter.outcome = ({ dedupeKey }) =>
    dedupeKey === 'lost' ? { kind: 'unknown', because: 'reset' } : { kind: 'sent', messageId: dedupeKey };
  const engine = await testEngine(database, [adapter]);
  await enqueue(db, [message('lost'), message('after')]);
  await engine.settle();
  expect(adapter.sent.map(textOf)).toEqual(['lost', 'lost', 'after']);
  expect(await state('lost')).toMatchObject({ state: 'unknown', unknowns: 2 });
  await engine.stop();
});

test('the log says why a messenger refused, without its secrets and the words it quotes', async () => {
  const adapter = stubAdapter();
  adapter.outcome = () => ({
    kind: 'refused',
    because: `400 Bad Request: can't parse "chị Lan" at https://api/bot123456789:AAE-abcdefghijklmnopqrstuvw`,
  });
  const lines: unknown[] = [];
  const log = { ...silentLog(), warn: (fields: unknown) => lines.push(fields) };
  const engine = await testEngine(database, [adapter], new Date(), [], null, log);
  await enqueue(db, [message('no')]);
  await engine.settle();
  expect(lines).toEqual([
    expect.objectContaining({
      outcome: 'refused',
      because: `400 Bad Request: can't parse … at https://api/bot[redacted]`,
    }),
  ]);
  await engine.stop();
});

test('what a dead process had in hand is sent by another, once; what a living one has is left to it', async () => {
  const [dead, living] = [4_001, 4_002];
  const claims = connect(database.target, { role: 'tlk_system', max: 1, lasting: true });
  await claims.sql`select pg_advisory_lock(7301, ${living})`;
  await enqueue(db, [message('orphan', 'c1'), message('held', 'c2')]);
  await database.owner.db.execute(sql`update outbox set state = 'sending',
    owner = case dedupe_key when 'orphan' then ${dead}::int else ${living}::int end`);
  const adapter = stubAdapter();
  const engine = await testEngine(database, [adapter]);
  await expect.poll(() => adapter.sent.map(textOf), { timeout: 5_000 }).toEqual(['orphan']);
  expect(await state('held')).toMatchObject({ state: 'sending' });
  await claims.end();
  await expect.poll(() => adapter.sent.map(textOf), { timeout: 5_000 }).toEqual(['orphan', 'held']);
  await engine.stop();
});

test('replies are not kept waiting by thousands of reminders', async () => {
  await enqueue(
    db,
    Array.from({ length: 2_000 }, (_, n) => message(`bulk${n}`, `b${n}`, 'bulk')),
  );
  await enqueue(db, [message('reply', 'r1')]);
  const [first] = await claimMessages(db, 1, 8);
  expect(first?.dedupeKey).toBe('reply');
});

test('an answer passes the notices that wait in its own chat, which then go on in their order', async () => {
  await enqueue(db, [message('n1', 'c1', 'bulk'), message('n2', 'c1', 'bulk'), message('n3', 'c1', 'bulk')]);
  await enqueue(db, [message('answer'), message('second')]);
  const said: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const claimed = await claimMessages(db, 2, 8);
    said.push(...claimed.map(one => one.dedupeKey));
    await database.owner.db.execute(sql`update outbox set state = 'sent' where state = 'sending'`);
  }
  expect(said).toEqual(['answer', 'second', 'n1', 'n2', 'n3']);
});

test('an answer and a notice are never on their way to the same chat at once', async () => {
  await enqueue(db, [message('notice', 'c1', 'bulk'), message('answer'), message('elsewhere', 'c2', 'bulk')]);
  const claimed = await claimMessages(db, 2, 8);
  expect(claimed.map(one => one.dedupeKey)).toEqual(['answer', 'elsewhere']);
});

test('an answer does not come between the parts of a notice, nor where the messenger asked to wait', async () => {
  await enqueue(db, [message('begun', 'c1', 'bulk'), message('answer')]);
  await database.owner.db.execute(sql`update outbox set attempts = 1, not_before = now() + interval '1 hour'
    where dedupe_key = 'begun'`);
  expect(await claimMessages(db, 2, 8)).toEqual([]);
  await database.owner.db.execute(sql`update outbox set not_before = now()`);
  expect((await claimMessages(db, 2, 8)).map(one => one.dedupeKey)).toEqual(['begun']);
});

test('a message that was committed late waits until what overtook it has arrived', async () => {
  await enqueue(db, [message('late'), message('early'), message('other', 'c2')]);
  // As it is while `early` is under way and the transaction of `late` has just ended.
  await database.owner.db.execute(
    sql`update outbox set state = 'sending', owner = 1 where dedupe_key = 'early'`,
  );
  expect((await claimMessages(db, 2, 8)).map(one => one.dedupeKey)).toEqual(['other']);
  await database.owner.db.execute(sql`update outbox set state = 'sent' where dedupe_key = 'early'`);
  expect((await claimMessages(db, 2, 8)).map(one => one.dedupeKey)).toEqual(['late']);
});

test('a chat that is gone is remembered as gone, and its message set aside', async () => {
  await database.owner.db.execute(sql`insert into chat_binding (platform, bot_id, chat_id, kind, title, created_at)
    values ('telegram', 'stub', 'gone', 'private', 'x', now())`);
  const adapter = stubAdapter();
  adapter.outcome = () => ({ kind: 'gone', because: 'blocked' });
  const engine = await testEngine(database, [adapter]);
  await enqueue(db, [message('g1', 'gone')]);
  await engine.settle();
  expect(await state('g1')).toMatchObject({ state: 'gone' });
  const [binding] = await database.owner.db.execute(
    sql`select gone_at is not null as gone from chat_binding where chat_id = 'gone'`,
  );
  expect(binding).toEqual({ gone: true });
  await engine.stop();
});

test('what is too long for its messenger goes out part by part, with nothing in between', async () => {
  const adapter = stubAdapter();
  adapter.capabilities.textUnits = 400;
  let tries = 0;
  adapter.outcome = () => {
    tries += 1;
    if (tries === 2) return { kind: 'later', afterMs: 0, because: '429' };
    return { kind: 'sent', messageId: `m${tries}` };
  };
  const engine = await testEngine(database, [adapter]);
  const lines = ['một', 'bốn', 'bảy'].map(word => [`${word} `.repeat(80)]);
  const options = [[{ token: 'c:han', label: 'Hạn' }]];
  await enqueue(db, [{ ...message('long'), body: { lines, options } }, message('after')]);
  await engine.settle();
  expect(adapter.sent.map(one => [textOf(one).split(' ')[0], one.message.options?.length])).toEqual([
    ['một', undefined],
    ['bốn', undefined],
    ['bảy', 1],
    ['after', undefined],
  ]);
  const keys = adapter.sent.map(one => one.dedupeKey);
  expect(new Set(keys).size).toBe(4);
  expect(keys[2]).toBe('long');
  expect(await state('long')).toMatchObject({ state: 'sent', unknowns: 0 });
  await engine.stop();
});

test('a message that we hold without knowing of it is taken up again', async () => {
  const adapter = stubAdapter();
  const engine = await testEngine(database, [adapter]);
  await enqueue(db, [message('first')]);
  await engine.settle();
  // As a claim whose answer was lost with its connection leaves it.
  await database.owner.db.execute(sql`
    with me as (select objid::bigint::int as owner from pg_locks where locktype = 'advisory' and classid = 7301
      and database = (select oid from pg_database where datname = current_database()))
    insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, body, state, owner)
    select 'telegram', 'stub', 'c1', 'private', 'reply', 'held', '{"lines": [["held"]]}', 'sending', owner from me`);
  await engine.settle();
  expect(adapter.sent.map(textOf)).toEqual(['first', 'held']);
  expect(await state('held')).toMatchObject({ state: 'sent', unknowns: 0 });
  await engine.stop();
});

test('a chat gets what nobody asked for a second apart at least, others meanwhile', async () => {
  const adapter = stubAdapter();
  adapter.capabilities.bulkPerSecond = 30;
  const at = new Map<string, number>();
  adapter.outcome = ({ dedupeKey }) => {
    at.set(dedupeKey, performance.now());
    return { kind: 'sent', messageId: dedupeKey };
  };
  await enqueue(db, [
    message('first', 'lead', 'bulk'),
    message('second', 'lead', 'bulk'),
    message('elsewhere', 'other', 'bulk'),
  ]);
  const engine = await testEngine(database, [adapter]);
  await engine.settle();
  expect([...at.keys()]).toEqual(['first', 'elsewhere', 'second']);
  expect((at.get('second') ?? 0) - (at.get('first') ?? 0)).toBeGreaterThan(990);
  await engine.stop();
});

test('of what nobody asked for no more goes out in a second than the messenger takes; answers go before', async () => {
  const adapter = stubAdapter();
  adapter.capabilities.bulkPerSecond = 5;
  const at = new Map<string, number>();
  adapter.outcome = ({ dedupeKey }) => {
    at.set(dedupeKey, performance.now());
    return { kind: 'sent', messageId: dedupeKey };
  };
  const bulk = Array.from({ length: 12 }, (_, n) => message(`b${n}`, `c${n}`, 'bulk'));
  await enqueue(db, [...bulk, message('answer', 'asker')]);
  const engine = await testEngine(database, [adapter]);
  await engine.settle();
  const order = [...at].toSorted((a, b) => a[1] - b[1]);
  const times = order.filter(([key]) => key !== 'answer').map(([, time]) => time);
  expect(times).toHaveLength(12);
  // Any six of them take a second, but for what a timer may be early.
  const spans = times.slice(5).map((time, n) => time - (times[n] ?? 0));
  expect(Math.min(...spans)).toBeGreaterThan(900);
  expect(order.slice(0, 6).map(([key]) => key)).toContain('answer');
  await engine.stop();
});

import { addDays } from 'date-fns';
import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand } from '../../commands/command.ts';
import { connect } from '../../db/client.ts';
import { plainText } from '../../src/chat/plain.ts';
import type { ChatEvent } from '../../src/chat/port.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type TestEngine, testEngine } from '../support/engine.ts';
import { type StubAdapter, said, stubAdapter } from '../support/stub-adapter.ts';
import { stubPeople } from '../support/stub-people.ts';

const MORNING = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const { db } = database.owner;
beforeAll(() => stubPeople(database, MORNING));
afterEach(() => db.execute(sql`truncate inbox, outbox, dialogue, pairing_code cascade`));

const all = async (query: ReturnType<typeof sql>) => [...(await db.execute(query))];
const event = async (key: string) =>
  (await all(sql`select id, state, attempts from inbox where event_key = ${key}`))[0];

/** A command that leaves a row behind before it does what `then` does. */
function command(name: string, then: (words: string) => void): Command {
  return defineCommand({
    name,
    says: [],
    summary: '',
    example: `/${name}`,
    roles: 'stranger',
    where: 'private',
    args: z.string(),
    run: async (words, call) => {
      const [post] = call.actor?.posts ?? [];
      if (post) await call.ports.newPairing(post.unitId, 'member', addDays(call.now, 1));
      then(words);
      return { kind: 'say', says: [{ lines: [[`đã làm ${words}`]] }] };
    },
  });
}

const broken = command('hong', () => {
  throw new Error('always');
});
const echo = command('lam', () => undefined);

async function start(on: TestDatabase, adapter: StubAdapter, extra: Command[]): Promise<TestEngine> {
  const engine = await testEngine(on, [adapter], MORNING, extra);
  onTestFinished(engine.stop);
  return engine;
}

/** Pauses between attempts are of no interest here. */
async function settleSoon(engine: TestEngine): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    await db.execute(sql`update inbox set not_before = now() where not_before > now()`);
    if (
      await engine.settle(100).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('never settled');
}

const answersTo = (sent: ReturnType<typeof stubAdapter>['sent'], chatId: string) =>
  sent.filter(one => one.address.chatId === chatId).map(one => plainText(one.message));

test('an event whose turn always fails is set aside, its person told, and everybody else served', async () => {
  const adapter = stubAdapter();
  const engine = await start(database, adapter, [broken, echo]);
  const others = Array.from({ length: 20 }, (_, n) => `u${n}`);
  await engine.intake.store([
    said('bad', 'lan', '/hong', MORNING),
    ...others.map(user => said(`of-${user}`, user, '/lam việc', MORNING)),
    said('next', 'lan', '/lam tiếp', MORNING),
  ]);
  await settleSoon(engine);

  const bad = await event('bad');
  expect(bad).toMatchObject({ state: 'dead', attempts: 5 });
  const [apology, next, ...more] = answersTo(adapter.sent, 'lan');
  expect(apology).toContain(`E${bad?.id}`);
  expect([next, more]).toEqual(['đã làm tiếp', []]);
  for (const user of others) expect(answersTo(adapter.sent, user)).toEqual(['đã làm việc']);
  // Nothing of the five attempts was kept: the one row is of the turn after.
  expect(await all(sql`select count(*)::int as n from pairing_code`)).toEqual([{ n: 1 }]);
});

test('a turn that fails once is done at the second attempt, and its effects stand once', async () => {
  const failed = new Set<string>();
  const shaky = command('lung', words => {
    if (failed.has(words)) return;
    failed.add(words);
    throw new Error('once');
  });
  const adapter = stubAdapter();
  const engine = await start(database, adapter, [shaky]);
  const people = ['lan', 'ha', 'mai', 'thang'];
  await engine.intake.store(people.map(user => said(`shaky-${user}`, user, `/lung ${user}`, MORNING)));
  await settleSoon(engine);
  for (const user of people) {
    expect(await event(`shaky-${user}`)).toMatchObject({ state: 'done' });
    expect(answersTo(adapter.sent, user)).toEqual([`đã làm ${user}`]);
  }
  expect(await all(sql`select count(*)::int as n from pairing_code`)).toEqual([{ n: people.length }]);
});

test('a file that cannot be stored keeps nobody else from handing in', async () => {
  await database.owner.sql.unsafe(`create function refuse() returns trigger language plpgsql
    as $$ begin raise exception 'cannot be stored'; end $$;
    create trigger refuse before insert on inbox_file for each row when (new.name = 'hỏng.pdf') execute function refuse()`);
  const adapter = stubAdapter();
  const { parse } = adapter;
  adapter.parse = raw => {
    const heard = parse(raw);
    if (heard?.body.kind !== 'text' || !heard.body.text.startsWith('#')) return heard;
    const name = heard.body.text === '#bad' ? 'hỏng.pdf' : 'tốt.pdf';
    const files = [{ ref: 'r', name, mime: 'application/pdf', size: 3 }];
    return { ...heard, body: { kind: 'file', files, caption: '', addressed: true } } satisfies ChatEvent;
  };
  const engine = await start(database, adapter, []);
  await engine.intake.store([said('f1', 'lan', '#bad', MORNING)]);
  await engine.intake.store([said('f2', 'ha', '#good', MORNING)]);
  await settleSoon(engine);
  expect(await event('f1')).toMatchObject({ state: 'done' });
  expect(answersTo(adapter.sent, 'lan').join()).toContain('chưa tải được tệp');
  expect(answersTo(adapter.sent, 'ha').join()).toContain('tốt.pdf');
});

test('characters that the database does not take keep nothing out that came with them', async () => {
  const adapter = stubAdapter();
  const engine = await start(database, adapter, [echo]);
  await engine.intake.store([
    said('odd', 'lan', '/lam a\0b\ud800c', MORNING),
    { ...said('key', 'mai', '/lam khóa', MORNING), raw: { ...rawOf('mai', '/lam khóa'), 'x\0': '\udc00' } },
    said('even', 'ha', '/lam việc', MORNING),
  ]);
  await engine.settle();
  expect(answersTo(adapter.sent, 'lan')).toEqual(['đã làm ab\ufffdc']);
  expect(answersTo(adapter.sent, 'mai')).toEqual(['đã làm khóa']);
  expect(answersTo(adapter.sent, 'ha')).toEqual(['đã làm việc']);
});

const rawOf = (user: string, text: string) => ({
  chat: user,
  kind: 'private',
  from: { userId: user, displayName: user },
  at: MORNING,
  text,
});

test('two processes on one database take every event once, each chat’s in its order', async () => {
  const CHATS = 16;
  const EACH = 12;
  const adapter = stubAdapter();
  const one = await start(database, adapter, [echo]);
  const app = connect(database.target, { role: 'tlk_app', max: 4 });
  const system = connect(database.target, { role: 'tlk_system', max: 3 });
  onTestFinished(() => Promise.all([app.end(), system.end()]).then(() => undefined));
  const two = await start({ ...database, app, system }, adapter, [echo]);
  const numbers = Array.from({ length: EACH }, (_, n) => n);
  for (const n of numbers)
    for (let chat = 0; chat < CHATS; chat += 1) {
      const door = (n + chat) % 2 === 0 ? one : two;
      await door.intake.store([said(`t${chat}-${n}`, `t${chat}`, `/lam ${n}`, MORNING)]);
    }
  await Promise.all([one.settle(), two.settle()]);
  for (let chat = 0; chat < CHATS; chat += 1) {
    expect(answersTo(adapter.sent, `t${chat}`)).toEqual(numbers.map(n => `đã làm ${n}`));
  }
});

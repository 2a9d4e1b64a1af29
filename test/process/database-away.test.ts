import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { oldestWaiting } from '../../db/inbox.ts';
import { healthRoutes } from '../../src/web/health.ts';
import { watchQueues } from '../../src/web/queues.ts';
import { testDatabase } from '../support/database.ts';
import { testEngine } from '../support/engine.ts';
import { flakyProxy } from '../support/flaky-proxy.ts';
import { size } from '../support/size.ts';
import { said, stubAdapter } from '../support/stub-adapter.ts';
import { stubPeople } from '../support/stub-people.ts';

const MORNING = new Date('2026-06-08T02:00:00Z');
const PEOPLE = ['lan', 'tuan', 'ha', 'phuc', 'anh', 'mai', 'thang', 'binh'];
/** How soon work must go on; the promise's own number. */
const RESUMES_MS = 5_000;

const direct = await testDatabase();
const proxy = await flakyProxy(direct.target);
const patienceMs = size(1_500, 10_000);
const app = connect(proxy.target, { role: 'tlk_app', max: 4, patienceMs });
const system = connect(proxy.target, { role: 'tlk_system', max: 3, patienceMs });
const adapter = stubAdapter();
const engine = await testEngine({ ...direct, target: proxy.target, app, system }, [adapter], MORNING);
const health = healthRoutes({
  now: () => new Date(),
  startedAt: new Date(),
  lastTick: () => new Date(),
  alarms: () => [],
  contacts: () => ({}),
  queues: watchQueues(() => oldestWaiting(system.db), 500),
});
const healthz = async () => {
  const response = await health.request('/healthz');
  return { status: response.status, body: await response.text() };
};

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
let sent = 0;
let sending: Promise<void> = Promise.resolve();
let open = true;

/** A platform: every event again until it is taken, and a few at a time. */
async function platform(): Promise<void> {
  const post = async (key: string, user: string) => {
    const store = () => engine.intake.store([said(key, user, '/han', MORNING)]);
    while (!(await store().then(yes, no))) await wait(50);
  };
  const posts: Promise<void>[] = [];
  while (open) {
    if (sent - adapter.sent.length < 12) {
      posts.push(post(`e${sent}`, PEOPLE[sent % PEOPLE.length] ?? ''));
      sent += 1;
    }
    await wait(20);
  }
  await Promise.all(posts);
}
const yes = () => true;
const no = () => false;

beforeAll(async () => {
  process.on('unhandledRejection', note).on('uncaughtException', note);
  await stubPeople(direct, MORNING);
  sending = platform();
});
afterAll(async () => {
  await engine.stop();
  await Promise.all([app.end(), system.end()]);
  await proxy.close();
  process.off('unhandledRejection', note).off('uncaughtException', note);
});
afterEach(() => expect(unhandled).toEqual([]));

const answers = () => adapter.sent.length;
/** Somebody who wrote just now is answered. */
async function works(): Promise<void> {
  const before = answers();
  await expect.poll(answers, { timeout: RESUMES_MS, interval: 10 }).toBeGreaterThan(before);
}

test('connections that are cut in the middle of turns and sends are no more than a repetition', async () => {
  for (let n = 0; n < size(8, 100); n += 1) {
    await works();
    proxy.cut();
  }
  await works();
  expect(await healthz()).toMatchObject({ status: 200 });
});

test('a database that is down is named by the pulse, and work goes on when it is back', async () => {
  await works();
  proxy.refuse();
  await expect.poll(healthz).toMatchObject({ status: 503, body: expect.stringContaining('unreachable') });
  await wait(size(300, 20_000));
  proxy.heal();
  await works();
  await expect.poll(healthz).toMatchObject({ status: 200 });
});

test('connections that are half-open are found out and given up', async () => {
  await works();
  const stalledAt = Date.now();
  proxy.stall();
  await expect.poll(healthz).toMatchObject({ status: 503, body: expect.stringContaining('slow') });
  await wait(size(2 * patienceMs, 60_000) - (Date.now() - stalledAt));
  proxy.heal();
  await works();
  await expect.poll(healthz).toMatchObject({ status: 200 });
});

test('a pool taken up by slow queries is waited for, and they end', async () => {
  await works();
  const slow = [...Array(4).fill(app), ...Array(3).fill(system)].map(({ db }: typeof app) =>
    db.execute(sql`select pg_sleep(600)`).catch((error: unknown) => error),
  );
  await expect
    .poll(healthz, { interval: 20 })
    .toMatchObject({ status: 503, body: expect.stringContaining('slow') });
  for (const error of await Promise.all(slow)) expect(error).toBeInstanceOf(Error);
  await works();
});

test('after all that every event was taken once and answered once', async () => {
  open = false;
  await sending;
  await engine.settle();
  const [rows] = await direct.owner.db.execute(sql`select
    (select count(*)::int from inbox) as inbox, (select count(*)::int from inbox where state = 'done') as done,
    (select count(*)::int from outbox where state = 'sent') as sent, (select count(*)::int from outbox) as outbox`);
  expect(rows).toEqual({ inbox: sent, done: sent, sent, outbox: sent });
  expect(new Set(adapter.sent.map(one => one.dedupeKey)).size).toBe(sent);
  expect(adapter.sent).toHaveLength(sent);
});

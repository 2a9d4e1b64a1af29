import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import { linkRoutes } from '../../src/web/links/routes.ts';
import { testDatabase } from '../support/database.ts';
import { startTestEngine } from '../support/engine.ts';
import { said, stubAdapter } from '../support/stub-adapter.ts';
import { stubPeople } from '../support/stub-people.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const TEXT = new TextEncoder().encode('UBND XÃ A\nBáo cáo tháng 5\nzcanaryz');

/** A machine on which no document is read in time. */
const database = await testDatabase();
const { db } = database.owner;
const adapter = stubAdapter();
const plain = adapter.parse;
adapter.parse = raw => {
  const event = plain(raw);
  if (event?.body.kind !== 'text' || event.body.text !== 'a file') return event;
  const file = { ref: 'a', name: 'bao-cao.txt', mime: 'text/plain', size: TEXT.length };
  return {
    ...event,
    body: { kind: 'file', files: [file], caption: '', addressed: true, repliesTo: null },
  };
};
adapter.fetchFile = async () => TEXT;
const engine = await startTestEngine(database, [adapter], {
  at: AT,
  publicUrl: 'https://khoi.example.vn',
  reading: { timeLimitMs: 1 },
});
afterAll(engine.stop);
beforeAll(() => stubPeople(database, AT));

const count = async (query: ReturnType<typeof sql>) => Number((await db.execute(query))[0]?.n);

test('a document that nobody could look through in time is tried again, then kept nowhere, and its sender told', async () => {
  await engine.intake.store([said('late', 'ha', 'a file', AT)]);
  const tried = async () => {
    // Not waiting for the next attempt to be due.
    await db.execute(
      sql`update inbox set not_before = now() where event_key = 'late' and state = 'fetching'`,
    );
    return count(sql`select count(*)::int as n from inbox where event_key = 'late' and state = 'done'`);
  };
  await expect.poll(tried, { timeout: 30_000, interval: 100 }).toBe(1);
  await engine.settle();
  const answers = adapter.sent.filter(one => one.address.chatId === 'ha').map(one => plainText(one.message));
  expect(answers).toEqual([expect.stringMatching(/chưa đọc kịp tệp .* nên chưa nhận.*gửi lại/)]);
  expect(await count(sql`select count(*)::int as n from inbox_file`)).toBe(0);
  expect(await count(sql`select count(*)::int as n from file`)).toBe(0);
});

test('what the upload page has looked through is taken, though its words are not read in time later', async () => {
  const routes = linkRoutes({ db: database.app.db, now: engine.clock.now, lookThrough: async () => 'free' });
  await engine.intake.store([said('ask', 'mai', '/nop_bao_cao tháng', AT)]);
  await engine.settle();
  const asked = adapter.sent.map(one => plainText(one.message)).join('\n');
  const [, token = ''] = /\/l\/(\S+)/.exec(asked) ?? [];
  const post = (path: string, body?: Uint8Array) =>
    routes.request(`/l/${token}/${path}`, { method: 'POST', ...(body && { body }) });
  expect((await post('files?name=bao-cao.txt', TEXT)).status).toBe(201);
  expect((await post('done')).status).toBe(200);
  await engine.settle();
  expect(plainText(adapter.sent.at(-1)?.message ?? { lines: [] })).toContain('bao-cao.txt');
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { FileRef } from '../../src/chat/port.ts';
import { testDatabase } from '../support/database.ts';
import { testEngine } from '../support/engine.ts';
import { stubAdapter } from '../support/stub-adapter.ts';

const database = await testDatabase();
const adapter = stubAdapter();
const plain = adapter.parse;
/** Until when the slow file hangs. */
let letGo = () => {};
const hanging = new Promise<void>(resolve => {
  letGo = resolve;
});
const file = (ref: string): FileRef => ({ ref, name: `${ref}.pdf`, mime: 'application/pdf', size: 3 });
adapter.parse = raw => {
  const event = plain(raw);
  const text = event?.body.kind === 'text' ? event.body.text : '';
  const [, ref] = /^file (\w+)$/.exec(text) ?? [];
  return event && ref
    ? { ...event, body: { kind: 'file', files: [file(ref)], caption: '', addressed: true, repliesTo: null } }
    : event;
};
adapter.fetchFile = async ({ ref }) => {
  if (ref === 'slow') await hanging;
  return new TextEncoder().encode(ref);
};
const engine = await testEngine(database, [adapter]);

const send = (user: string, key: string, text: string) =>
  engine.intake.store([
    {
      address: { platform: 'telegram', botId: 'stub', chatId: user },
      eventKey: key,
      raw: { chat: user, kind: 'private', from: { userId: user, displayName: user }, at: new Date(), text },
    },
  ]);
const stateOf = async (key: string) =>
  (
    await database.owner.db.execute<{ state: string }>(sql`select state from inbox where event_key = ${key}`)
  )[0]?.state;

test('a download that hangs keeps its own chat waiting, in order, and nobody else', async () => {
  await send('an', 'slow', 'file slow');
  await send('an', 'behind', '/han');
  await expect.poll(() => stateOf('slow')).toBe('fetching');
  for (const user of ['binh', 'chi']) await send(user, user, `file ${user}`);
  for (const user of ['binh', 'chi'])
    await expect.poll(() => stateOf(user), { timeout: 20_000 }).toBe('done');
  expect([await stateOf('slow'), await stateOf('behind')]).toEqual(['fetching', 'waiting']);
  letGo();
  await expect.poll(() => stateOf('behind'), { timeout: 20_000 }).toBe('done');
  expect(await stateOf('slow')).toBe('done');
});

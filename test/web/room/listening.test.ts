import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { MESSAGES_AT_ONCE } from '../../../src/chat/room/store.ts';
import { servedRoom } from './served-room.ts';

const { database, get, post, store } = await servedRoom();
for (const id of ['lan', 'ha', 'minh']) await store.addPerson({ id, name: id });

/** Looks again on every turn of the event loop: no waiting by the clock. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}

test('without news a listener waits, and the next message wakes it', async () => {
  const { last } = (await get('/updates?person=lan')).body;
  const heard = get(`/updates?person=lan&after=${last}&wait=25`);
  await until(() => store.bell.waiting() === 1);
  await post('/chats/lan/events', { person: 'lan', text: 'đây' });
  const { body } = await heard;
  expect(body.messages).toMatchObject([{ chat: 'lan', lines: [['đây']] }]);
  expect(body.last).toBe(body.messages[0].seq);
});

test('others’ messages do not end the wait', async () => {
  const { last } = (await get('/updates?person=lan')).body;
  const heard = get(`/chats/lan/messages?person=lan&after=${last}&wait=25`);
  await until(() => store.bell.waiting() === 1);
  const before = store.bell.count();
  await post('/chats/ha/events', { person: 'ha', text: 'chuyện riêng' });
  await until(() => store.bell.count() > before && store.bell.waiting() === 1);
  await post('/chats/lan/events', { person: 'lan', text: 'chuyện chung' });
  expect((await heard).body.messages).toMatchObject([{ lines: [['chuyện chung']] }]);
});

test('a wait that nothing ends comes back empty, with where to go on', async () => {
  const { last } = (await get('/updates?person=lan')).body;
  expect((await get(`/updates?person=lan&after=${last}&wait=1`)).body).toMatchObject({ messages: [], last });
  expect(store.bell.waiting()).toBe(0);
});

test('the wait ends also where memory is cleaned up meanwhile', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const { last } = (await get('/updates?person=lan')).body;
  const heard = get(`/updates?person=lan&after=${last}&wait=1`);
  await until(() => store.bell.waiting() === 1);
  collect();
  expect((await heard).body.messages).toEqual([]);
});

test('a listener that hangs up leaves nothing behind', async () => {
  const { last } = (await get('/updates?person=lan')).body;
  const hangUp = new AbortController();
  const gone = get(`/updates?person=lan&after=${last}&wait=25`, { signal: hangUp.signal });
  await until(() => store.bell.waiting() === 1);
  hangUp.abort();
  await expect(gone).rejects.toThrow();
  await until(() => store.bell.waiting() === 0);
});

test('many writers at once: a listener going on from `last` misses none', async () => {
  const { last } = (await get('/updates?person=lan')).body;
  const texts = Array.from({ length: 40 }, (_, n) => `t${n}`);
  const posting = Promise.all(texts.map(text => post('/chats/lan/events', { person: 'lan', text })));
  const seen: string[] = [];
  let after = last;
  while (seen.length < texts.length) {
    const { body } = await get(`/updates?person=lan&after=${after}&wait=5`);
    expect(body.messages.length).toBeGreaterThan(0);
    for (const message of body.messages) seen.push(message.lines[0][0]);
    after = body.last;
  }
  await posting;
  expect(seen.toSorted()).toEqual(texts.toSorted());
});

test('a long history comes in parts, in order', async () => {
  await database.owner.sql`insert into room.message (chat_id, at, body, dedupe_key)
    select 'minh', now(), '{"lines": [], "files": []}', 'n' || n from generate_series(0, ${MESSAGES_AT_ONCE}) as n`;
  const first = (await get('/updates?person=minh')).body;
  expect(first.messages).toHaveLength(MESSAGES_AT_ONCE);
  const rest = (await get(`/updates?person=minh&after=${first.last}`)).body;
  expect(rest.messages).toHaveLength(1);
  const seqs = [...first.messages, ...rest.messages].map(message => message.seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
});

import { describe, expect, test } from 'vitest';
import { servedRoom } from './served-room.ts';

const room = await servedRoom();
const { get, post, rawStatus, port, origin } = room;
await room.store.addPerson({ id: 'lan', name: 'Nguyễn Thị Lan' });

const paths = ['/', '/room', '/room/api/state', '/room/api/updates?person=lan', '/room/api/files/f1'];
const ours = `127.0.0.1:${port}`;

describe('the room is closed to', () => {
  test.each([
    'evil.example',
    'evil.example:1',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.2',
  ])('the host %j, on every path', async host => {
    for (const path of paths) expect([path, await rawStatus(path, { host })]).toEqual([path, 403]);
  });

  test.each(['http://evil.example', 'null', 'http://localhost:1', `https://evil.example/${ours}`, 'file://'])(
    'a page of the origin %j, on every path',
    async from => {
      for (const path of paths) {
        expect([path, await rawStatus(path, { host: ours, origin: from })]).toEqual([path, 403]);
      }
      expect(await rawStatus('/room/api/settle', { host: ours, origin: from }, 'POST')).toBe(403);
    },
  );

  test('calls that a browser marks as another site’s, though a link to the page is fine', async () => {
    const headers = { host: ours, 'sec-fetch-site': 'cross-site' };
    expect(await rawStatus('/room/api/state', headers)).toBe(403);
    expect(await rawStatus('/', headers)).toBe(302);
    expect(await rawStatus('/room/api/state', { ...headers, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });
});

test('the room is open under its own names', async () => {
  for (const host of [ours, `localhost:${port}`, '[::1]:9', 'KHOI.example.vn', 'khoi.example.vn:443']) {
    expect([host, await rawStatus('/room/api/state', { host })]).toEqual([host, 200]);
  }
  expect(await rawStatus('/room/api/settle', { host: ours, origin }, 'POST')).toBe(204);
  const proxied = { host: ours, origin: 'https://khoi.example.vn' };
  expect(await rawStatus('/room/api/settle', proxied, 'POST')).toBe(204);
});

describe('a clear refusal for', () => {
  const say = (more: object) => ({ person: 'lan', ...more });

  test.each([
    ['half a JSON', 'chats/lan/events', '{', 400, 'bad-json'],
    ['no body', 'chats/lan/events', '', 400, 'bad-json'],
    ['a list', 'chats/lan/events', [], 400, 'bad-request'],
    ['an event of no kind', 'chats/lan/events', say({}), 400, 'bad-request'],
    [
      'an event of two kinds',
      'chats/lan/events',
      say({ text: 'a', choose: 'b', message: 'm1' }),
      400,
      'bad-request',
    ],
    ['blank words', 'chats/lan/events', say({ text: ' ' }), 400, 'bad-request'],
    ['a long message', 'chats/lan/events', say({ text: 'a'.repeat(4097) }), 400, 'bad-request'],
    ['a long body', 'chats/lan/events', say({ text: 'a'.repeat(70_000) }), 413, 'too-large'],
    ['a strange key', 'chats/lan/events', say({ text: 'a', key: 'có dấu' }), 400, 'bad-request'],
    ['a file never sent', 'chats/lan/events', say({ files: ['f1'] }), 404, 'unknown-file'],
    ['an edit of nothing', 'chats/lan/events', say({ edit: 'm99', text: 'a' }), 404, 'unknown-message'],
    ['a reply to nothing', 'chats/lan/events', say({ text: 'a', replyTo: 'zzz' }), 404, 'unknown-message'],
    ['a button of nothing', 'chats/lan/events', say({ choose: 'a', message: 'm99' }), 404, 'unknown-message'],
    ['a state secret', 'chats/lan/events', say({ text: 'TỐI MẬT' }), 422, 'marked-secret'],
    ['an unknown chat', 'chats/zzz/events', say({ text: 'a' }), 404, 'unknown-chat'],
    ['a chat of no possible name', 'chats/%00/events', say({ text: 'a' }), 404, 'unknown-chat'],
    ['a person who is not there', 'chats/lan/events', { person: 'zzz', text: 'a' }, 403, 'not-a-member'],
    ['a blank name', 'persons', { name: ' \n ' }, 400, 'bad-request'],
    ['a chosen id', 'persons', { name: 'a', id: 'lan' }, 400, 'bad-request'],
    ['an unknown call', 'nothing', {}, 404, 'unknown-path'],
  ])('%s', async (_what, path, body, status, code) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${origin}/room/api/${path}`, { method: 'POST', body: text });
    expect([response.status, await response.json()]).toEqual([
      status,
      { error: { code, message: expect.stringMatching(/\p{Lu}.+\.$/u) } },
    ]);
    expect(room.inbox.size).toBe(0);
  });

  test.each([
    ['a part of a list', { person: 'lan', files: ['a b'], caption: '' }, 'Phần sai: files.0.'],
    ['files together with words', { person: 'lan', files: ['f1'], text: 'a' }, 'Phần sai: files.'],
    ['parts nobody asked for', { person: 'lan', text: 'a', b: 1, c: 2 }, 'Phần sai: b, c.'],
    ['a list', [], 'Phần sai: toàn bộ nội dung'],
    ['nothing', null, 'Phần sai: toàn bộ nội dung'],
  ])('%s, named as the part that is wrong', async (_what, sent, named) => {
    const { status, body } = await post('/chats/lan/events', sent);
    expect([status, body.error.code]).toEqual([400, 'bad-request']);
    expect(body.error.message).toContain(named);
  });

  test.each([
    ['PUT', '/room/api/state', 'GET, HEAD'],
    ['DELETE', '/room/api/files/f1', 'GET, HEAD'],
    ['GET', '/room/api/persons', 'POST'],
    ['PATCH', '/room/api/chats/lan/events', 'POST'],
    ['PUT', '/room/main.js', 'GET, HEAD'],
  ])('%s %s, with what may be done there', async (method, path, allow) => {
    const response = await fetch(`${origin}${path}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.json()).toMatchObject({ error: { code: 'bad-method' } });
  });

  test('questions about nobody', async () => {
    expect((await get('/updates?person=zzz')).body.error.code).toBe('unknown-person');
    expect((await get('/updates')).body.error.code).toBe('bad-request');
    expect((await get('/updates?person=lan&after=-1')).body.error.code).toBe('bad-request');
    expect((await get('/chats/zzz/messages?person=lan')).body.error.code).toBe('unknown-chat');
  });

  test('nothing that was refused is in the room', async () => {
    expect((await get('/updates?person=lan')).body.messages).toEqual([]);
    expect(room.errors).toEqual([]);
  });
});

test('an error of ours is told without its innards, and reported', async () => {
  const broken = await servedRoom({ hints: async () => Promise.reject(new Error('secret innards')) });
  const { status, body, headers } = await broken.get('/state');
  expect([status, body.error.code]).toEqual([500, 'internal']);
  expect(JSON.stringify(body)).not.toContain('innards');
  expect(broken.errors).toHaveLength(1);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

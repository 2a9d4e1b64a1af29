import { describe, expect, test } from 'vitest';
import { BOT_NAME, MORNING } from '../../chat/room/room-store.ts';
import { servedRoom } from './served-room.ts';

const room = await servedRoom();
const { get, post, store, inbox } = room;
await store.addPerson({ id: 'lan', name: 'Nguyễn Thị Lan' });
await store.addPerson({ id: 'ha', name: 'Trần Hà' });
await store.addGroup({ id: 'khoi5', title: 'Khối thi đua số 5' });
await store.addPerson({ id: 'minh', name: 'Lê Minh' });
for (const person of ['lan', 'ha']) await store.addMember('khoi5', person);

await store.addGroup({ id: 'moi', title: 'Khối mới' });
await store.addMember('moi', 'ha');

const chatNow = async (id: string) =>
  (await get('/state')).body.chats.find((chat: { id: string }) => chat.id === id);
const textsOf = (messages: { lines: string[][] }[]) => messages.map(message => message.lines.flat().join(''));

describe('in the room', () => {
  test('the state names everyone, what they are, and what may be tried', async () => {
    const { status, body } = await get('/state');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      now: MORNING.toISOString(),
      bot: { name: BOT_NAME },
      commands: [{ name: 'han', summary: 'Hạn nộp' }],
      hints: ['Gõ /han để xem hạn nộp.'],
    });
    expect(body.persons.slice(0, 2)).toEqual([
      { id: 'lan', name: 'Nguyễn Thị Lan', role: 'Trưởng khối', unit: 'Sở A' },
      { id: 'ha', name: 'Trần Hà', role: null, unit: null },
    ]);
    expect(await chatNow('moi')).toEqual({
      id: 'moi',
      kind: 'group',
      title: 'Khối mới',
      members: ['ha'],
      unread: { ha: 0 },
      last: null,
    });
  });

  test('a newcomer gets a private chat of the same id', async () => {
    const { status, body } = await post('/persons', { name: '  Lê   Minh ' });
    expect(status).toBe(201);
    const { id } = body.person;
    expect(body.person).toEqual({ id: 'u1', name: 'Lê Minh', role: null, unit: null });
    expect(body.chat).toMatchObject({ id, kind: 'private', title: 'Lê Minh', members: [id] });
    const more = await Promise.all(['a', 'b', 'c'].map(name => post('/persons', { name })));
    expect(more.map(answer => answer.body.person.id).toSorted()).toEqual(['u2', 'u3', 'u4']);
  });

  test('a settled message comes back with what it caused, and only that', async () => {
    const first = await post('/chats/lan/events?settle=1', { person: 'lan', text: 'một\n\nhai', key: 'a1' });
    expect(first.status).toBe(200);
    expect(first.body.key).toBe('a1');
    expect(textsOf(first.body.messages)).toEqual(['nghe: một\n\nhai']);
    const { body } = await get('/chats/lan/messages?person=lan');
    expect(body.messages[0]).toMatchObject({
      id: first.body.message,
      from: 'lan',
      lines: [['một'], [], ['hai']],
    });
    expect(body.last).toBe(first.body.messages[0].seq);
  });

  test('the same key posted twice is one event', async () => {
    const event = { person: 'lan', text: 'chỉ một lần', key: 'twice' };
    const all = await Promise.all([1, 2, 3].map(() => post('/chats/khoi5/events', event)));
    expect(all.map(answer => answer.status)).toEqual([202, 202, 202]);
    expect(new Set(all.map(answer => answer.body.message)).size).toBe(1);
    const { body } = await get('/chats/khoi5/messages?person=ha');
    expect(textsOf(body.messages).filter(text => text === 'chỉ một lần')).toHaveLength(1);
    expect(inbox.get('twice')).toMatchObject({ eventKey: 'twice', raw: { key: 'twice' } });
    const other = await post('/chats/khoi5/events', { person: 'ha', text: 'của Hà', key: 'twice' });
    expect([other.status, other.body.error.code]).toEqual([409, 'key-taken']);
  });

  test('a group member reads the group, a stranger reads and says nothing in it', async () => {
    const texts = [
      await get('/chats/khoi5/messages?person=minh'),
      await get('/chats/lan/messages?person=ha'),
      await post('/chats/khoi5/events', { person: 'minh', text: 'x' }),
      await post('/chats/khoi5/read', { person: 'minh', upTo: 1 }),
    ];
    expect(texts.map(answer => [answer.status, answer.body.error.code])).toEqual(
      texts.map(() => [403, 'not-a-member']),
    );
    const seen = (await get('/updates?person=minh')).body.messages;
    expect(seen.filter((message: { chat: string }) => message.chat !== 'minh')).toEqual([]);
  });

  test('a button is offered, pressed, and shown as chosen to who pressed it', async () => {
    const asked = await post('/chats/khoi5/events?settle=1', { person: 'lan', text: `@${BOT_NAME} ?chốt` });
    const [question] = asked.body.messages;
    expect(question.options).toEqual([[{ token: 'yes', label: 'Có' }]]);
    const press = { person: 'ha', choose: 'yes', message: question.id };
    const pressed = await post('/chats/khoi5/events?settle=1', press);
    expect([pressed.status, pressed.body.message]).toEqual([200, null]);
    expect(textsOf(pressed.body.messages)).toEqual(['nghe: choice']);
    expect(inbox.get(pressed.body.key)?.raw).toMatchObject({ from: { id: 'ha' }, what: { token: 'yes' } });
    const chosen = async (person: string) =>
      (await get(`/chats/khoi5/messages?person=${person}&after=${question.seq - 1}`)).body.messages[0].chosen;
    expect([await chosen('ha'), await chosen('lan')]).toEqual(['yes', undefined]);
    const wrong = await post('/chats/khoi5/events', { ...press, choose: 'no' });
    expect([wrong.status, wrong.body.error.code]).toEqual([404, 'unknown-button']);
  });

  test('only one’s own message can be edited, and it is the same message', async () => {
    const { body } = await post('/chats/khoi5/events', { person: 'lan', text: 'sai' });
    const edit = { person: 'lan', edit: body.message, text: 'đúng' };
    expect((await post('/chats/khoi5/events', { ...edit, person: 'ha' })).body.error.code).toBe('not-yours');
    const edited = await post('/chats/khoi5/events', edit);
    expect(edited.body.message).toBe(body.message);
    expect(inbox.get(edited.body.key)?.raw).toMatchObject({
      what: { kind: 'edit', messageId: body.message },
    });
    const { last } = await chatNow('khoi5');
    expect(last).toMatchObject({ id: body.message, edited: true, lines: [['đúng']] });
  });

  test('unread counts others’ messages since the last look, not edits, and never goes back', async () => {
    const unread = async () => (await chatNow('khoi5')).unread;
    const { last } = (await get('/chats/khoi5/messages?person=lan')).body;
    for (const person of ['lan', 'ha']) await post('/chats/khoi5/read', { person, upTo: last });
    expect(await unread()).toEqual({ lan: 0, ha: 0 });
    const { body } = await post('/chats/khoi5/events', { person: 'lan', text: 'mới' });
    await post('/chats/khoi5/events', { person: 'lan', edit: body.message, text: 'mới hơn' });
    expect(await unread()).toEqual({ lan: 0, ha: 1 });
    expect((await post('/chats/khoi5/read', { person: 'ha', upTo: 999_999 })).status).toBe(204);
    await post('/chats/khoi5/read', { person: 'ha', upTo: 0 });
    expect(await unread()).toEqual({ lan: 0, ha: 0 });
    await post('/chats/khoi5/events', { person: 'lan', text: 'nữa' });
    expect(await unread()).toEqual({ lan: 0, ha: 1 });
  });

  test('a reply to the bot reaches it, a reply into another chat is refused', async () => {
    const { body } = await post('/chats/khoi5/events?settle=1', { person: 'lan', text: '/han' });
    const replyTo = body.messages[0].id;
    const reply = await post('/chats/khoi5/events?settle=1', { person: 'ha', text: 'vâng', replyTo });
    expect(textsOf(reply.body.messages)).toEqual(['nghe: vâng']);
    const astray = await post('/chats/ha/events', { person: 'ha', text: 'vâng', replyTo });
    expect([astray.status, astray.body.error.code]).toEqual([404, 'unknown-message']);
  });

  test('characters that a database cannot keep do no harm', async () => {
    const odd = await post('/chats/ha/events', { person: 'ha', text: `a\0b\ud800c<b>` });
    expect(odd.status).toBe(202);
    const { messages } = (await get('/chats/ha/messages?person=ha')).body;
    expect(messages.at(-1).lines).toEqual([['ab\ufffdc<b>']]);
    expect(room.errors).toEqual([]);
  });
});

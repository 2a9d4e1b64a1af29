import { expect, test } from 'vitest';
import { servedRoom } from './served-room.ts';

const { get, post, store, inbox, adapter } = await servedRoom();
await store.addPerson({ id: 'lan', name: 'Nguyễn Thị Lan' });
await store.addPerson({ id: 'ha', name: 'Trần Hà' });

test('a group may be made of persons, and the bot hears that it has come into it', async () => {
  const { status, body } = await post('/groups', { title: 'Khối 02', persons: ['ha', 'lan'] });
  expect(status).toBe(201);
  expect(body.chat).toMatchObject({ kind: 'group', title: 'Khối 02', members: ['ha', 'lan'] });
  const chats: { id: string; members: string[] }[] = (await get('/state')).body.chats;
  expect(chats.find(chat => chat.id === body.chat.id)?.members.toSorted()).toEqual(['ha', 'lan']);
  const heard = [...inbox.values()].map(({ raw }) => adapter.parse(raw));
  expect(heard).toMatchObject([
    { from: { userId: 'ha' }, chatKind: 'group', body: { kind: 'joined', isBot: true } },
  ]);
});

test('nobody the room does not know is put into one', async () => {
  expect((await post('/groups', { title: 'Khối 03', persons: ['lan', 'nobody'] })).status).toBe(404);
  expect((await post('/groups', { title: '', persons: ['lan'] })).status).toBe(400);
});

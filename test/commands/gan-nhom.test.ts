import { expect, test } from 'vitest';
import { z } from 'zod';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { codesIn, makeBloc, setupCode } from '../support/made-bloc.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room, engine } = await blocRoom(database);
const made = z.looseObject({ person: z.looseObject({ id: z.string() }) });
const second = made.parse(await room.call('POST', '/persons', { name: 'Lê Thị Nga' })).person.id;
await makeBloc(room, second, await setupCode(database, engine.clock.now()), 'Khối thi đua số 02');
const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
const group = async (title: string, ...persons: string[]) => {
  const answer = z.looseObject({ chat: z.looseObject({ id: z.string() }) });
  const { id } = answer.parse(await room.call('POST', '/groups', { title, persons })).chat;
  await room.call('POST', '/settle');
  return id;
};
const codeOf = async (person: string) => codesIn(await room.say(person, person, '/gan_nhom'), 'N')[0] ?? '';

test('a group the bot comes into is told how to bind it; what nobody bound answers no one', async () => {
  const chat = await group('Nhóm lạ', 'lan');
  expect(text(await room.messages(chat, 'lan'))).toContain('Nhắn riêng cho Hệ thống: /gan_nhom');
  expect(text(await room.say(chat, 'lan', '/han'))).toContain('chưa gắn với khối thi đua nào');
});

test('the lead’s code binds the group once, and only in the lead’s hands', async () => {
  const chat = await group('Nhóm mới', 'tuan', 'lan');
  const code = await codeOf('lan');
  expect(text(await room.say('lan', 'lan', code))).toContain('gõ trong chính nhóm cần gắn');
  expect(text(await room.say(chat, 'tuan', `/gan_nhom ${code}`))).toContain('chỉ đầu mối, thư ký');
  expect(text(await room.say(chat, 'lan', `/gan_nhom ${code}`))).toContain(
    'Đã gắn nhóm này với Khối thi đua số 01',
  );
  expect(text(await room.say(chat, 'tuan', '/han'))).toContain('Báo cáo kết quả phong trào thi đua tháng');
  const other = await group('Nhóm thứ ba', 'lan');
  expect(text(await room.say(other, 'lan', `/gan_nhom ${code}`))).toContain('đã dùng');
  expect(text(await room.say('tuan', 'tuan', '/gan_nhom'))).toContain('là việc của Trưởng khối');
});

test('a code grown old binds nothing', async () => {
  const chat = await group('Nhóm cũ', 'lan');
  const code = await codeOf('lan');
  await database.owner
    .sql`update group_code set expires_at = ${new Date('2026-06-01T00:00:00Z')} where used_at is null`;
  expect(text(await room.say(chat, 'lan', `/gan_nhom ${code}`))).toContain('đã hết hạn');
});

test('another bloc’s group changes hands only when its lead agrees', async () => {
  const chat = await group('Nhóm chung', 'lan', 'tuan', second);
  await room.say(chat, 'lan', `/gan_nhom ${await codeOf('lan')}`);
  const ask = async () => {
    expect(text(await room.say(chat, second, `/gan_nhom ${await codeOf(second)}`))).toContain(
      'đã hỏi bên đó',
    );
    const question = (await room.messages('lan', 'lan')).at(-1);
    if (!question) throw new Error('nobody was asked');
    expect(plain(question)).toContain('Khối thi đua số 02 xin nhận nhóm “Nhóm chung”');
    return question;
  };
  expect(text(await room.press('lan', await ask(), 'Không đồng ý'))).toContain('giữ nguyên');
  expect(text(await room.messages(second, second))).toContain('không đồng ý chuyển nhóm');
  expect(text(await room.say(chat, 'tuan', '/gan_nhom'))).toContain('đang gắn với Khối thi đua số 01');

  const question = await ask();
  expect(text(await room.press('lan', question, 'Đồng ý'))).toContain(
    'Đã chuyển nhóm “Nhóm chung” sang Khối thi đua số 02',
  );
  expect(text(await room.messages(second, second))).toContain('nay gắn với khối của đồng chí');
  expect(text(await room.messages(chat, second))).toContain('Nhóm này nay gắn với Khối thi đua số 02.');
  expect(text(await room.press('lan', question, 'Đồng ý'))).toContain('không còn hiệu lực');
});

test('/bo_nhom asks, then unbinds', async () => {
  const chat = await group('Nhóm bỏ', second);
  await room.say(chat, second, `/gan_nhom ${await codeOf(second)}`);
  let [answer] = await room.say(second, second, '/bo_nhom');
  if (!answer) throw new Error('no answer');
  [answer] = await room.press(second, answer, 'Nhóm bỏ');
  if (!answer) throw new Error('no answer');
  expect(plain(answer)).toContain('Bỏ gắn nhóm “Nhóm bỏ”?');
  expect(text(await room.press(second, answer, 'Bỏ gắn'))).toContain('Đã bỏ gắn');
  expect(text(await room.say(chat, second, '/han'))).toContain('chưa gắn với khối thi đua nào');
});

test('each binding stands in its bloc’s audit chain', async () => {
  const rows = await database.owner.sql`select action, count(*)::int as n from audit
    where action like 'group.%' group by bloc_id, action order by bloc_id, action`;
  expect(rows.map(row => [row.action, row.n])).toEqual([
    ['group.bound', 2],
    ['group.unbound', 1],
    ['group.bound', 2],
    ['group.unbound', 1],
  ]);
});

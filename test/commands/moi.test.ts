import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { codesIn } from '../support/made-bloc.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());

test('“tất cả 2” tops every unit up to two contacts, each unit with a message of its own to pass on', async () => {
  const answers = await room.say('lan', 'lan', '/moi tất cả 2');
  const forwarded = answers.slice(0, -1).map(plain);
  // Only the service centre has two contacts already.
  expect(forwarded).toHaveLength(5);
  expect(forwarded[1]).toMatch(/^Kính gửi Phòng Kinh tế,\n.*cử 01 đầu mối.*\nK1-\w{4}-\w{4}\n/);
  expect(new Set(codesIn(answers, 'K')).size).toBe(5);
  expect(answers.slice(-1).map(plain).join()).toContain('Trên đây là 05 mã cho 05 đơn vị');
});

test('where nobody is missing that is said, and no code is made', async () => {
  const answers = await room.say('lan', 'lan', '/moi tất cả');
  expect(answers.map(plain).join()).toContain('đã có từ 01 đầu mối');
  expect(codesIn(answers, 'K')).toEqual([]);
});

test.each([
  ['/moi 3 thành viên', 'Phòng Văn hóa - Xã hội – thành viên'],
  ['/moi trạm y tế', 'Trạm Y tế xã – đầu mối'],
  ['/moi thư ký', 'Văn phòng HĐND và UBND xã – thư ký'],
])('%s gives one code', async (typed, shown) => {
  const answers = await room.say('lan', 'lan', typed);
  expect(answers.map(plain).join()).toContain(shown);
  expect(codesIn(answers, 'K')).toHaveLength(1);
});

test('a unit that nobody knows is asked about, with buttons', async () => {
  const [answer] = await room.say('lan', 'lan', '/moi phòng xyz');
  expect(answer && plain(answer)).toContain('Chưa rõ đơn vị “phòng xyz”');
  expect(answer?.options).toHaveLength(7);
});

test('who brings his own used code again is told that it worked, another that it is used', async () => {
  const [code = ''] = codesIn(await room.say('lan', 'lan', '/moi 3 thành viên'), 'K');
  await room.say('linh', 'linh', code);
  expect((await room.say('linh', 'linh', code)).map(plain).join()).toContain('đã ghép nối với Phòng Văn hóa');
  expect((await room.say('mai', 'mai', code)).map(plain).join()).toContain('Mã này đã có người dùng');
});

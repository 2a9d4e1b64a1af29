import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. Trung tâm has two contacts, Phúc and Ánh; Phòng Kinh tế Tuấn and the member Bình. */
const { room } = await blocRoom(await testDatabase());
const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
const say = (person: string, words: string) => room.say(person, person, words);
const press = async (person: string, messages: RoomMessage[], label: string) => {
  const last = messages.at(-1);
  if (!last) throw new Error(`nothing to press ${label} under`);
  return text(await room.press(person, last, label));
};
const heard = async (person: string) =>
  (await room.messages(person, person)).filter(one => one.from === null);

test('a contact hands over for a time: a stand-in of the same unit, a preview, and the stand-in is told', async () => {
  const candidates = await say('tuan', '/vang_mat từ 10/6 đến 20/6');
  expect(text(candidates)).toContain('[Ngô Thanh Bình]');
  const [asked] = candidates;
  if (!asked) throw new Error('no answer');
  const preview = await room.press('tuan', asked, 'Ngô');
  expect(text(preview)).toContain('từ thứ Tư, 10/6/2026 đến hết thứ Bảy, 20/6/2026');
  expect(text(preview), 'a member cannot hand in').toContain('Người thay là thành viên');
  expect(await heard('binh')).toEqual([]);
  expect(await press('tuan', preview, 'Thực hiện')).toContain('Đã ghi: đồng chí Lê Minh Tuấn vắng');
  expect(text(await heard('binh'))).toContain('Đồng chí được cử thay đồng chí Lê Minh Tuấn');
});

test('before it begins he is reminded himself, meanwhile the stand-in', async () => {
  const [tuan, binh] = [(await heard('tuan')).length, (await heard('binh')).length];
  await room.clock({ to: '2026-06-08T01:00:30Z' });
  expect(text((await heard('tuan')).slice(tuan))).toContain('[Nhắc hạn] Kính gửi Phòng Kinh tế');
  expect((await heard('binh')).length).toBe(binh);
  await room.clock({ to: '2026-06-09T05:00:00Z' });
  const before = (await heard('tuan')).length;
  await room.clock({ to: '2026-06-10T01:00:30Z' });
  expect((await heard('tuan')).length).toBe(before);
  expect(text((await heard('binh')).slice(binh))).toContain('[Nhắc hạn] Kính gửi Phòng Kinh tế');
});

test('what the lead does meanwhile is told to the stand-in too', async () => {
  const [tuan, binh] = [(await heard('tuan')).length, (await heard('binh')).length];
  await press('lan', await say('lan', '/nhac tháng'), 'Gửi ngay');
  expect((await heard('tuan')).length).toBe(tuan);
  expect((await heard('binh')).length).toBe(binh + 1);
});

test('/vang_mat xong ends it at once, and the stand-in is freed', async () => {
  expect(text(await say('tuan', '/vang_mat xong'))).toContain('Đã kết thúc đợt vắng');
  expect(text((await heard('binh')).slice(-1))).toContain('Lê Minh Tuấn đã trở lại');
  const binh = (await heard('binh')).length;
  await room.clock({ to: '2026-06-11T01:00:30Z' });
  expect((await heard('binh')).length).toBe(binh);
  expect(text((await heard('tuan')).slice(-1))).toContain('hôm nay là ngày cuối');
});

test('the lead hands over for anybody, in one line; a contact for himself alone', async () => {
  const line = '/vang_mat Hoàng Văn Phúc từ 15/6 đến 19/6, thay: Vũ Ngọc Ánh';
  expect(text(await say('mai', line))).toContain('dành cho Trưởng khối');
  await press('lan', await say('lan', line), 'Thực hiện');
  expect(text((await heard('phuc')).slice(-1))).toContain('Trưởng khối đã ghi đồng chí vắng');
  expect(text(await say('lan', '/vang_mat'))).toContain('Hoàng Văn Phúc vắng từ thứ Hai, 15/6/2026');
});

test('two who would stand in for each other are refused', async () => {
  const answer = await say('anh', '/vang_mat từ 17/6 đến 23/6, thay: Phúc');
  expect(text(answer)).toContain('Đồng chí Hoàng Văn Phúc cũng vắng');
});

test('somebody who is not in the unit must be paired first; the name is said as it was typed', async () => {
  const alone = text(await say('mai', '/vang_mat từ 15/6 đến 19/6, thay: Nguyễn Văn Đạt'));
  expect(alone).toContain('“Nguyễn Văn Đạt” chưa được ghép nối với Trạm Y tế xã');
  const lead = text(await say('lan', '/vang_mat Đặng Thị Mai từ 15/6 đến 19/6'));
  expect(lead).toContain('[Cấp mã ghép nối]');
});

test.each([
  ['/vang_mat từ 20/6 đến 15/6, thay: Bình', 'trước ngày đầu'],
  ['/vang_mat thay: Bình', 'từ ngày nào đến ngày nào'],
  ['/vang_mat xong', 'Không có đợt vắng nào'],
])('“%s” is answered with what is missing', async (typed, words) => {
  expect(text(await say('tuan', typed))).toContain(words);
});

test('without its days the command asks for them, and the next message gives them', async () => {
  expect(text(await say('mai', '/vang_mat'))).toContain('Vắng mặt và người thay');
  expect(text(await say('mai', 'từ 20/7 đến 24/7'))).toMatch(/Ai thay nhận nhắc hạn|chưa có ai khác/);
  expect(text(await say('lan', '/vang_mat Hoàng Văn Phúc'))).toContain(
    'Đồng chí Hoàng Văn Phúc vắng từ ngày nào đến ngày nào?',
  );
  expect(text(await say('lan', 'chưa rõ'))).toContain('từ ngày nào đến ngày nào');
  expect(text(await say('lan', 'để sau'))).toContain('Đã để lại, chưa thay đổi gì. Gõ /vang_mat');
  expect(text(await say('lan', '/vang_mat Hoàng Văn Phúc'))).toContain('từ ngày nào đến ngày nào');
  const preview = await say('lan', 'từ 20/7 đến 24/7, thay: Vũ Ngọc Ánh');
  expect(text(preview)).toContain('Đồng chí Hoàng Văn Phúc vắng từ thứ Hai, 20/7/2026');
  await press('lan', preview, 'Thực hiện');
  const known = await say('phuc', 'báo vắng');
  expect(await press('phuc', known, 'Kết thúc: Hoàng Văn Phúc')).toContain('Đã kết thúc đợt vắng');
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { codesIn, makeBloc, setupCode, six } from '../support/made-bloc.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
const { room, engine } = await blocRoom(database);
const said = async (person: string, text: string) =>
  (await room.say(person, person, text)).map(plain).join('\n');
const newcomer = async (name: string) => {
  const made = z.looseObject({ person: z.looseObject({ id: z.string() }) });
  return made.parse(await room.call('POST', '/persons', { name })).person.id;
};
const council = 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng';

test('a wrong, an expired and a used code each get their own answer, and nobody becomes a lead', async () => {
  const { now } = engine.clock;
  const [person, other] = [await newcomer('Đỗ Văn Một'), await newcomer('Đỗ Văn Hai')];
  expect(await said(person, 'TL-ABCD-EFGH')).toContain('Không có mã thiết lập này');
  const expired = await setupCode(database, new Date(now().getTime() - 8 * 86_400_000));
  expect(await said(person, `/thiet_lap ${expired}`)).toContain('đã hết hạn');
  const code = await setupCode(database, now());
  await makeBloc(room, person, code, 'Khối thi đua số 02');
  expect(await said(other, code)).toContain('đã dùng để tạo một khối');
  expect(await said(other, '/moi')).toContain('chưa được ghép với đơn vị nào');
});

test('a newcomer with a code creates a bloc, leads it and can invite', async () => {
  const person = await newcomer('Trần Thị Ba');
  const code = await setupCode(database, engine.clock.now());
  const created = await makeBloc(
    room,
    person,
    code,
    'Cụm thi đua số 07',
    `${six.replaceAll('Trưởng khối', 'Cụm trưởng')}`,
  );
  expect(plain(created)).toContain('Đồng chí là đầu mối của Văn phòng HĐND và UBND xã (Cụm trưởng).');
  const invited = await room.press(person, created, 'Mã mời: 1');
  expect(codesIn(invited.slice(0, -1), 'K')).toHaveLength(5);
  expect(plain(invited[0] ?? created)).toMatch(
    /^Kính gửi Phòng Văn hóa - Xã hội,\nCụm thi đua số 07 .*\nK\d+-/,
  );
  expect(await said(person, '/toi')).toContain('đầu mối của Văn phòng HĐND và UBND xã');
  const contact = await newcomer('Phạm Văn Năm');
  await said(contact, codesIn(invited.slice(0, -1), 'K')[0] ?? '');
  expect((await room.messages(person, person)).map(plain).at(-1)).toContain(
    'Phòng Văn hóa - Xã hội đã có đầu mối: đồng chí Phạm Văn Năm. 2/6 đơn vị đã có đầu mối.',
  );
});

test('until it is created the bloc is seen by nobody, not even its maker', async () => {
  const person = await newcomer('Lê Văn Bốn');
  await said(person, await setupCode(database, engine.clock.now()));
  expect(await said(person, '/toi')).toContain('Để bắt đầu, đồng chí gửi mã ghép nối');
  const waiting = await said(person, '/han');
  expect(waiting).toContain('chưa được ghép');
  expect(waiting).toContain('thiết lập khối vẫn đang mở');
});

test('given up, the code is good still, and the maker’s other bloc is back', async () => {
  const code = await setupCode(database, engine.clock.now());
  await said('lan', `/thiet_lap ${code}`);
  expect(await said('lan', 'Khối thi đua số 99')).toContain('Hội đồng');
  expect(await said('lan', 'hủy')).toContain('chưa có gì được tạo');
  expect(await said('lan', '/don_vi')).toContain('Phòng Kinh tế – Phó Trưởng khối');
  expect(await said('lan', 'hủy')).toContain('chưa có gì thay đổi');
  expect(await said('lan', code)).toContain('Mã thiết lập hợp lệ');
  await said('lan', 'hủy');
});

test('put off, it goes on where it stood', async () => {
  const person = await newcomer('Phạm Thị Năm');
  await said(person, await setupCode(database, engine.clock.now()));
  await said(person, 'Khối thi đua số 11');
  await said(person, 'để sau');
  expect(await said(person, '/thiet_lap')).toContain('thuộc Hội đồng Thi đua - Khen thưởng nào');
});

test('of two who begin with one code, the first to finish has it', async () => {
  const [first, second] = [await newcomer('Vũ Văn Sáu'), await newcomer('Vũ Văn Bảy')];
  const code = await setupCode(database, engine.clock.now());
  await said(second, code);
  await said(second, 'Khối thi đua số 12');
  expect(plain(await makeBloc(room, first, code, 'Khối thi đua số 13'))).toContain('Đã tạo');
  expect(await said(second, council)).toContain('đã dùng để tạo một khối');
  expect(await said(second, '/thiet_lap')).toContain('cần mã thiết lập');
});

test('codes do not lie about in the inbox', async () => {
  const person = await newcomer('Hoàng Văn Tám');
  const code = await setupCode(database, engine.clock.now());
  await said(person, code);
  const kept = await database.owner.sql`select 1 from inbox where raw::text like ${`%${code}%`}`;
  expect(kept).toHaveLength(0);
});

test('a lead changes a fact after seeing it; a unit’s contact cannot', async () => {
  expect(await said('tuan', '/thiet_lap')).toContain('cần mã thiết lập');
  expect(await said('lan', '/thiet_lap')).toContain('1. Tên: Khối thi đua số 01 xã Đông Sơn Hạ');
  const [preview] = await room.say('lan', 'lan', '1 Khối thi đua số 01 xã Đông Sơn');
  if (!preview) throw new Error('no preview');
  expect(plain(preview)).toContain('Đổi thành: Khối thi đua số 01 xã Đông Sơn');
  await room.press('lan', preview, 'Thực hiện');
  expect(await said('lan', '/toi')).toContain('Khối thi đua số 01 xã Đông Sơn\n');
  const told = (await room.messages('tuan', 'tuan')).map(plain).join('\n');
  expect(told).toContain('nay có tên: Khối thi đua số 01 xã Đông Sơn');
});

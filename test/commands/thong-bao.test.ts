import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55; quiet hours from 20:00. */
const { room } = await blocRoom(await testDatabase());
const { say, press, newIn } = leadChat(room);
const people = ['dung', 'tuan', 'ha', 'phuc', 'anh', 'mai', 'thang'];
/** All that are to take note: of the lead's side, which is told too, nobody need. */
const asked = people.filter(person => person !== 'dung');
const read = (messages: RoomMessage[]) => messages.map(plain).join('\n');

test('the lead looks at an announcement before it goes, and what is typed again replaces it', async () => {
  const first = await say('/thong_bao Họp lúc 14:00\nMang theo số liệu');
  expect(plain(first)).toContain('Sẽ gửi thông báo:\nHọp lúc 14:00\nMang theo số liệu');
  expect(plain(first)).toContain('Gửi riêng đầu mối 5 đơn vị và vào nhóm của khối');
  for (const person of people) expect(await newIn(person, person)).toBe('');
  const second = await say('Họp lúc 15:00');
  expect(plain(second)).not.toContain('14:00');
  expect(plain(await press(second, 'Gửi thông báo'))).toContain('Đã gửi Thông báo số 1 tới 5 đơn vị');
  for (const person of [...asked, 'khoi-1'])
    expect(await newIn(person, person === 'khoi-1' ? 'mai' : person)).toMatch(
      /Họp lúc 15:00[\s\S]*\[Đã nhận\]/,
    );
  const copy = await newIn('dung', 'dung');
  expect(copy).toContain('Họp lúc 15:00');
  expect(copy, 'the lead’s side need not confirm').not.toContain('Đã nhận');
  expect(await newIn('binh', 'binh'), 'a plain member reads it in the group').toBe('');
});

test('a word typed in passing does not push out the text that is ready, unless it is meant to', async () => {
  await say('/thong_bao Đề nghị các đơn vị hoàn thành tự chấm điểm trước thứ Sáu');
  const asked = await say('hạn');
  expect(plain(asked)).toMatch(/Nội dung đang soạn vẫn còn[\s\S]*thay bằng “hạn”[\s\S]*\/han/);
  expect(plain(await press(asked, 'Giữ nội dung đang soạn'))).toContain('hoàn thành tự chấm điểm');
  await say('tiến độ');
  expect(plain(await say('không'))).toContain('hoàn thành tự chấm điểm');
  await say('tiến độ');
  const anew = plain(await say('Đề nghị các đơn vị gửi minh chứng trước thứ Năm'));
  expect(anew).toMatch(/Đã thay[\s\S]*gửi minh chứng/);
  await say('Họp sớm');
  expect(plain(await say('đồng ý'))).toMatch(/Đã thay[\s\S]*Họp sớm/);
  await say('hủy');
});

test('a contact confirms for the unit, in private or under the group’s copy; twice changes nothing', async () => {
  const [told] = (await room.messages('mai', 'mai')).slice(-1);
  const [inGroup] = (await room.messages('khoi-1', 'ha')).slice(-1);
  if (!told || !inGroup) throw new Error('nobody was told');
  expect(read(await room.press('mai', told, 'Đã nhận'))).toContain('Trạm Y tế xã đã nhận Thông báo số 1');
  expect(read(await room.press('mai', told, 'Đã nhận'))).toContain('đã được đồng chí Đặng Thị Mai xác nhận');
  await room.press('ha', inGroup, 'Đã nhận');
  expect(await newIn('ha', 'ha')).toContain('Phòng Văn hóa - Xã hội đã nhận Thông báo số 1');
  expect(read(await room.press('binh', inGroup, 'Đã nhận'))).toContain('cuộc trò chuyện riêng');
  expect(await newIn('binh', 'binh')).toContain('dành cho đầu mối');
  expect(plain(await say('/thong_bao 1 da nhan', 'mai')), 'also typed').toContain('xác nhận');
  const listed = plain(await say('đã nhận', 'tuan'));
  expect(listed).toContain('(đơn vị chưa xác nhận)');
});

test('the lead sees who has not, and reminds just those, once a day', async () => {
  for (const person of people) await newIn(person, person);
  const open = await say('/thong_bao 1');
  expect(plain(open)).toMatch(/Đã nhận 2\/5 đơn vị.\nChưa nhận: Phòng Kinh tế; Trung tâm[^\n]*; Trường THCS/);
  expect(plain(await press(open, 'Nhắc lại 3'))).toContain('Đã nhắc lại Thông báo số 1: Phòng Kinh tế');
  for (const person of ['tuan', 'phuc', 'anh', 'thang'])
    expect(await newIn(person, person)).toContain('[Nhắc lại: Thông báo số 1]');
  for (const person of ['mai', 'ha', 'dung']) expect(await newIn(person, person)).toBe('');
  expect(plain(await press(open, 'Nhắc lại 3'))).toContain('Hôm nay đã nhắc lại');
});

test('once the last unit has confirmed, the lead’s side is told', async () => {
  for (const person of ['tuan', 'phuc', 'thang'])
    await say('/thong_bao 1', person).then(one => press(one, 'Đã nhận', person));
  expect(await newIn('dung', 'dung')).toContain('Thông báo số 1: cả 5 đơn vị đã xác nhận');
  expect(plain(await say('/thong_bao 1'))).not.toContain('[Nhắc lại');
});

test('the file goes along; what a contact types is no announcement', async () => {
  const bytes = new TextEncoder().encode('%PDF giấy mời');
  const shown = (
    await room.attach(
      'lan',
      'lan',
      [{ name: 'giay-moi.pdf', bytes, mime: 'application/pdf' }],
      '/thong_bao Mời họp',
    )
  ).at(-1);
  if (!shown) throw new Error('no preview');
  await press(shown, 'Gửi thông báo');
  const told = (await room.messages('tuan', 'tuan')).at(-1);
  expect(told?.file?.name).toBe('giay-moi.pdf');
  expect(await room.download(told?.file?.ref ?? '')).toEqual(bytes);
  expect(plain(await say('/thong_bao Tôi hỏi', 'mai'))).toContain('Thông báo do Trưởng khối gửi');
  expect(plain(await say('/thong_bao 77', 'mai'))).toContain('Không có thông báo số “77”');
});

test('written in quiet hours it goes out in the morning, once, and is not shown before', async () => {
  await room.clock({ to: '2026-06-08T14:00:00Z' });
  for (const person of [...people, 'khoi-1']) await newIn(person, person === 'khoi-1' ? 'mai' : person);
  const shown = await say('/thong_bao Mai nghỉ họp');
  expect(plain(shown)).toContain('sẽ gửi lúc 08:00, thứ Ba, 09/6/2026');
  expect(plain(await press(shown, 'Hẹn gửi'))).toContain('Đã ghi Thông báo số 3');
  expect(plain(await say('/thong_bao', 'mai'))).not.toContain('Mai nghỉ họp');
  expect(await newIn('tuan', 'tuan')).toBe('');
  await room.clock({ to: '2026-06-09T01:00:30Z' });
  const heard = await newIn('tuan', 'tuan');
  expect(heard.match(/Thông báo số 3/g)).toHaveLength(1);
  expect(heard).toContain('[Đã nhận]');
  expect((await newIn('khoi-1', 'mai')).match(/Thông báo số 3/g)).toHaveLength(1);
  const copy = await newIn('dung', 'dung');
  expect(copy).toContain('Thông báo số 3');
  expect(copy, 'the lead’s side need not confirm').not.toContain('Đã nhận');
  expect(await newIn('lan', 'lan'), 'whose it is').not.toContain('[Thông báo số 3]');
});

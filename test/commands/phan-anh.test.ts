import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const { say, press, newIn } = leadChat(room);
const last = async (person: string): Promise<RoomMessage> => {
  const one = (await room.messages(person, person)).filter(message => message.from === null).at(-1);
  if (!one) throw new Error(`${person} heard nothing`);
  return one;
};

test('a unit’s proposal reaches the lead’s side, is answered in the chat, gone on with and closed', async () => {
  const shown = await say('/phan_anh Đề xuất lùi hạn báo cáo tháng', 'mai');
  expect(plain(shown)).toContain('thay mặt Trạm Y tế xã');
  expect(shown.options?.[0]?.[0]?.label, 'the likelier kind first').toBe('Gửi: đề xuất, kiến nghị');
  expect(plain(await press(shown, 'Gửi: đề xuất', 'mai'))).toContain('Đã gửi phản ánh số 1');
  expect(await newIn('dung', 'dung')).toContain('Đề xuất lùi hạn báo cáo tháng');

  await press(await last('lan'), 'Trả lời');
  const answer = await say('Đồng ý, gia hạn đến 20/6');
  expect(plain(answer)).toContain('Sẽ trả lời phản ánh số 1');
  expect(plain(await say('gửi'))).toContain('đến đồng chí Đặng Thị Mai');
  expect(plain(await last('mai'))).toContain('Đồng ý, gia hạn đến 20/6');

  await press(await last('mai'), 'Phản hồi thêm', 'mai');
  await press(await say('Cảm ơn đồng chí', 'mai'), 'Gửi', 'mai');
  const open = await say('/phan_anh 1');
  expect(plain(open)).toMatch(/chờ trả lời[\s\S]*lùi hạn[\s\S]*20\/6[\s\S]*Cảm ơn/);
  expect(plain(await press(open, 'Khép lại'))).toContain('Đã khép lại phản ánh số 1');
  expect(plain(await last('mai'))).toContain('Trưởng khối đã khép lại phản ánh số 1');
  expect(plain(await press(open, 'Khép lại'))).toContain('đã khép lại từ trước');
});

test('whoever goes on opens it again', async () => {
  await press(await last('mai'), 'Phản hồi thêm', 'mai');
  await press(await say('Chưa thấy gia hạn', 'mai'), 'Gửi', 'mai');
  expect(plain(await say('/phan_anh'))).toContain('Tất cả 1, 1 chờ trả lời');
});

test('nobody but the lead’s side reads another’s', async () => {
  expect(plain(await say('/phan_anh 1', 'tuan'))).toContain('Không có phản ánh “1”');
  expect(plain(await say('/phan_anh', 'tuan'))).toContain('Đồng chí chưa gửi phản ánh nào');
  const stolen = (await last('mai')).options;
  expect(stolen).toBeUndefined();
});

test('a plain member may speak too; “đồng ý” does not choose between two kinds for him', async () => {
  await say('/phan_anh mạng yếu không gửi được tệp', 'binh');
  const asked = await say('đồng ý', 'binh');
  expect(plain(asked)).toContain('chọn một trong các mục');
  expect(asked.options?.[0]?.[0]?.label).toBe('Gửi: khó khăn, vướng mắc');
  expect(plain(await say('Gửi khó khăn vướng mắc', 'binh'))).toContain('Đã thay bằng nội dung vừa gõ');
  await say('hủy', 'binh');
  expect(plain(await say('/phan_anh', 'binh'))).toContain('chưa gửi phản ánh nào');
});

test('what is no content, or too much of it, is answered with what is wrong', async () => {
  expect(plain(await say(`/phan_anh ${'dài '.repeat(600)}`, 'ha'))).toContain('tối đa 2000');
  expect(plain(await say('?!', 'ha'))).toContain('chưa đọc được nội dung');
  await say('/huy', 'ha');
});

test('a number with what is to be done is about that one, with other words it is new', async () => {
  expect(plain(await say('/phan_anh 1 trả lời: Đã gia hạn rồi'))).toMatch(
    /Sẽ trả lời phản ánh số 1[\s\S]*Đã gia hạn rồi/,
  );
  await say('hủy');
  expect(plain(await say('/phan_anh 1 khép lại'))).toContain('Đã khép lại phản ánh số 1');
  expect(plain(await say('/phan_anh 1 đơn vị chưa có mẫu', 'mai'))).toContain('1 đơn vị chưa có mẫu');
  await say('hủy', 'mai');
});

test('a file goes along with what is put and with its answer, and stands with both', async () => {
  const file = { name: 'mau-2.pdf', bytes: new TextEncoder().encode('mẫu 2'), mime: 'application/pdf' };
  await room.say('tuan', 'tuan', '/phan_anh Mẫu biểu số 2 chưa rõ');
  const shown = (await room.attach('tuan', 'tuan', [file], '')).at(-1);
  if (!shown) throw new Error('no answer to a file');
  expect(plain(shown)).toMatch(/Mẫu biểu số 2 chưa rõ\nKèm tệp: mau-2\.pdf/);
  await press(shown, 'Gửi: khó khăn', 'tuan');
  expect((await last('lan')).file?.name).toBe('mau-2.pdf');
  await press(await last('lan'), 'Trả lời');
  const answer = (await room.attach('lan', 'lan', [{ ...file, name: 'mau-2-sua.pdf' }], 'Gửi mẫu mới')).at(
    -1,
  );
  if (!answer) throw new Error('no answer to a file');
  await press(answer, 'Gửi');
  expect((await last('tuan')).file?.name).toBe('mau-2-sua.pdf');
  const open = await press(await say('/phan_anh', 'tuan'), 'Số', 'tuan');
  expect(plain(open)).toMatch(/Kèm tệp: mau-2\.pdf[\s\S]*Kèm tệp: mau-2-sua\.pdf/);
  expect(open.file?.name).toBe('mau-2-sua.pdf');
});

import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room } = await blocRoom(database);
const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
const said = async (person: string, words: string) => text(await room.say(person, person, words));
const one = async (words: string) => {
  const [answer] = await room.say('lan', 'lan', words);
  if (!answer) throw new Error('no answer');
  return answer;
};

test('the list names persons by unit, numbered, and asks for nobody where all have a contact', async () => {
  const list = await said('lan', '/thanh_vien');
  expect(list).toContain('Văn phòng HĐND và UBND xã (Trưởng khối)\n   1. Trần Quốc Dũng – thư ký\n');
  expect(list).toContain('[Mời thêm người]');
  expect(list).not.toContain('chưa có đầu mối');
  expect(await said('tuan', '/thanh_vien')).toContain('dành cho Trưởng khối');
});

test('removing shows what nobody will hear of, then the person is told and out, history kept', async () => {
  const preview = await one('/thanh_vien bỏ Mai');
  expect(plain(preview)).toContain('Trạm Y tế xã sẽ không còn ai nhận nhắc hạn');
  expect(plain(preview)).toMatch(/\d việc chưa nộp sẽ không nhắc được ai:\n– Số liệu bổ sung/);
  expect(await said('mai', '/han')).toContain('Số liệu bổ sung');
  expect(text(await room.press('lan', preview, 'Thực hiện'))).toContain('Đã bỏ Đặng Thị Mai');
  expect(text(await room.messages('mai', 'mai'))).toContain('không còn là đầu mối của Trạm Y tế xã');
  expect(await said('mai', '/han')).toContain('chưa thuộc khối thi đua nào');
  expect(await said('khoi-1', '/han').catch(() => '')).toBe('');
  expect(await said('lan', '/thanh_vien')).toContain('⚠ chưa có đầu mối');
  const kept = await database.owner
    .sql`select m.valid_to from membership m join person p on p.id = m.person_id
    where p.display_name = 'Đặng Thị Mai'`;
  expect(kept).toHaveLength(1);
  expect(kept[0]?.valid_to).not.toBeNull();
});

test('the last contact of the lead unit stays, with the reason', async () => {
  const refusal = await said('dung', '/thanh_vien bỏ Lan');
  expect(refusal).toContain('đầu mối cuối cùng của Trưởng khối');
  expect(refusal).toContain('/moi 1');
});

test('a role changes after a preview, and what the person may do with it', async () => {
  expect(await said('binh', '/nop_bao_cao')).toContain('dành cho đầu mối');
  const preview = await one('/thanh_vien Bình đầu mối');
  expect(plain(preview)).toContain('Chuyển Ngô Thanh Bình thành đầu mối của Phòng Kinh tế');
  await room.press('lan', preview, 'Thực hiện');
  expect(text(await room.messages('binh', 'binh'))).toContain('Đồng chí nay là đầu mối của Phòng Kinh tế');
  expect(await said('binh', '/nop_bao_cao')).not.toContain('dành cho đầu mối');
  expect(await said('lan', '/thanh_vien Bình thư ký')).toContain('Thư ký chỉ có ở đơn vị Trưởng khối');
});

test('an old button of a removal does nothing twice', async () => {
  const preview = await one('/thanh_vien bỏ Ánh');
  await room.press('lan', preview, 'Thực hiện');
  expect(text(await room.press('lan', preview, 'Thực hiện'))).toContain('nên không có gì thay đổi');
});

test('who is meant is asked where several fit, and said where nobody does', async () => {
  expect(await said('lan', '/thanh_vien bỏ Ng')).toContain('chọn vai trò cần đổi');
  expect(await said('lan', '/thanh_vien bỏ Zzz')).toContain('Chưa rõ');
});

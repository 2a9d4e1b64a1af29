import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { codesIn } from '../support/made-bloc.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room } = await blocRoom(database);
const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
const said = async (person: string, words: string) => text(await room.say(person, person, words));

/** `[label]` presses a button under the last answer; what came of the last act. */
async function as(person: string, ...acts: string[]): Promise<string> {
  let last: RoomMessage[] = [];
  for (const act of acts) {
    const label = /^\[(.+)\]$/.exec(act)?.[1];
    const under = last.at(-1);
    if (label && !under) throw new Error(`nothing to press ${label} under`);
    last = label && under ? await room.press(person, under, label) : await room.say(person, person, act);
  }
  return text(last);
}

test('a renamed unit is known by its new name and found by its old', async () => {
  expect(await as('lan', '/don_vi Phòng Kinh tế', '[Đổi tên]', 'Phòng Kinh tế - Hạ tầng')).toContain(
    'Thực hiện',
  );
  expect(await as('lan', '/don_vi PKT', '[Đổi tên]', 'Phòng Kinh tế - Hạ tầng', '[Thực hiện]')).toContain(
    'Đã ghi nhận',
  );
  expect(text(await room.messages('tuan', 'tuan'))).toContain(
    'Đổi tên Phòng Kinh tế thành Phòng Kinh tế - Hạ tầng',
  );
  expect(text(await room.messages('khoi-1', 'lan'))).toContain(
    'Đổi tên Phòng Kinh tế thành Phòng Kinh tế - Hạ tầng',
  );
  expect(await said('lan', '/don_vi Phòng Kinh tế')).toContain('Phòng Kinh tế - Hạ tầng – Phó Trưởng khối');
  expect(await as('lan', '[Đổi tên]').catch(() => '')).toBe('');
  expect(await as('lan', '/don_vi 3', '[Đổi tên]', 'PKT')).toContain('Đã có đơn vị khác mang tên này');
  await said('lan', 'hủy');
});

test('a short name is changed; the old one still finds the unit, one of another unit is refused', async () => {
  const preview = await as('lan', '/don_vi trạm y tế', '[Tên viết tắt]', 'TYT xã');
  expect(preview).toContain('Trạm Y tế xã viết tắt là TYT xã');
  expect(await as('lan', '/don_vi trạm y tế', '[Tên viết tắt]', 'YT', '[Thực hiện]')).toContain(
    'Đã ghi nhận',
  );
  expect(await said('lan', '/don_vi')).toContain('Trạm Y tế xã (YT)');
  expect(await said('lan', '/don_vi Trạm Y tế')).toContain('Còn gọi: YT, ');
  expect(await as('lan', '/don_vi trạm y tế', '[Tên viết tắt]', 'x'.repeat(30))).toContain(
    'từ 2 đến 24 ký tự',
  );
  expect(await as('lan', '/don_vi trạm y tế', '[Tên viết tắt]', 'PKT')).toContain('Đã có đơn vị khác');
  await said('lan', 'hủy');
});

test('a new unit owes what all owe, seen before it is done', async () => {
  const preview = await as('lan', '/don_vi', '[Thêm đơn vị]', 'Công an xã');
  expect(preview).toContain('Sẽ phải nộp');
  expect(preview).toContain('Báo cáo kết quả phong trào thi đua tháng');
  expect(preview).not.toContain('Số liệu bổ sung');
  expect(await as('lan', '/don_vi', '[Thêm đơn vị]', 'Công an xã', '[Thực hiện]')).toContain('Đã ghi nhận');
  expect(await said('lan', '/tien_do tháng')).toContain('/7');
});

test('merged, its open duties go, its people go on in the other unit, its name leads there', async () => {
  const before = await database.owner
    .sql`select count(*)::int as n from obligation where withdrawn_at is null`;
  const preview = await as('lan', '/don_vi Trường THCS', '[Sáp nhập]', 'Trạm Y tế');
  expect(preview).toMatch(
    /Sáp nhập Trường THCS Đông Sơn Hạ vào Trạm Y tế xã từ hôm nay\nRút \d việc chưa nộp:/,
  );
  const done = await as('lan', '/don_vi Trường THCS', '[Sáp nhập]', 'Trạm Y tế', '[Thực hiện, chuyển 1]');
  expect(done).toContain('Đã ghi nhận');
  expect(text(await room.messages('thang', 'thang'))).toContain('Đồng chí nay là người của Trạm Y tế xã');
  expect(text(await room.messages('mai', 'mai'))).toContain('Sáp nhập Trường THCS');
  expect(await said('thang', '/toi')).toContain('đầu mối của Trạm Y tế xã');
  expect(await said('lan', '/tien_do tháng')).toContain('/6');
  const after = await database.owner
    .sql`select count(*)::int as n from obligation where withdrawn_at is null`;
  expect(after[0]?.n).toBeLessThan(before[0]?.n);
  const [gone] = await database.owner
    .sql`select u.valid_to, i.name as into from unit u join unit i on i.id = u.merged_into
    where u.name = 'Trường THCS Đông Sơn Hạ'`;
  expect(gone).toMatchObject({ into: 'Trạm Y tế xã' });
});

test('dissolved from a later day, what is due before stays and its people are told how to go on', async () => {
  const preview = await as('lan', '/don_vi Trung tâm HCC', '[Giải thể]', '01/7');
  expect(preview).toContain('từ ngày');
  expect(preview).toContain('Vẫn phải nộp trước ngày đó');
  await as('lan', '/don_vi Trung tâm HCC', '[Giải thể]', '01/7', '[Thực hiện]');
  expect(text(await room.messages('phuc', 'phuc'))).toContain(
    'Giải thể Trung tâm Phục vụ hành chính công từ ngày',
  );
  expect(await said('phuc', '/han')).toContain('Báo cáo kết quả phong trào thi đua tháng');
});

test('a code for a unit that is no more lets nobody in', async () => {
  const [code] = codesIn(await room.say('lan', 'lan', '/moi Công an xã'), 'K');
  await as('lan', '/don_vi Công an xã', '[Giải thể]', '[Thực hiện]');
  expect(await said('linh', code ?? '')).toContain('hết hạn');
});

test('the lead does not vanish, and is handed over only to a unit with a contact', async () => {
  expect(await as('lan', '/don_vi 1', '[Giải thể]')).toContain('đang là Trưởng khối');
  await said('lan', 'hủy');
  const preview = await as('lan', '/don_vi Phòng VHXH', '[Là Trưởng khối]');
  expect(preview).toContain('Văn phòng HĐND và UBND xã thôi là Trưởng khối');
  await as('lan', '/don_vi Phòng VHXH', '[Là Trưởng khối]', '[Thực hiện]');
  expect(await said('lan', '/don_vi')).toContain('dành cho Trưởng khối');
  expect(text(await room.messages('ha', 'ha'))).toContain('Phòng Văn hóa - Xã hội là Trưởng khối từ hôm nay');
  expect(await said('ha', '/don_vi')).toContain('Phòng Văn hóa - Xã hội (Phòng VHXH) – Trưởng khối');
  await said('ha', 'hủy');
  const leads = await database.owner.sql`select 1 from unit_role where role = 'lead' and valid_to is null`;
  expect(leads).toHaveLength(1);
});

test('all of it stands in the audit chain, by ids alone', async () => {
  const rows = await database.owner
    .sql`select action, detail::text from audit where action like 'unit.%' order by seq`;
  expect(rows.map(row => row.action)).toEqual([
    'unit.renamed',
    'unit.renamed',
    'unit.added',
    'unit.merged',
    'unit.dissolved',
    'unit.dissolved',
    'unit.role',
  ]);
  expect(rows.map(row => row.detail).join()).not.toMatch(/Phòng|Trường|Trung/);
});

import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Tuesday, 15/12/2026, 09:00. */
const database = await testDatabase();
const { room } = await blocRoom(database, { at: new Date('2026-12-15T02:00:00Z') });
const { say, press, newIn } = leadChat(room);
const last = async (person: string): Promise<RoomMessage> => {
  const one = (await room.messages(person, person)).filter(message => message.from === null).at(-1);
  if (!one) throw new Error(`${person} heard nothing`);
  return one;
};

test('what cannot be is refused with what to do', async () => {
  expect(plain(await say('/ban_giao', 'tuan'))).toContain('Trưởng khối');
  expect(plain(await say('/ban_giao'))).toMatch(/Trưởng khối: Văn phòng.*Phó Trưởng khối: Phòng Kinh tế/);
  expect(plain(await say('/ban_giao Trưởng khối Phòng Kinh tế; từ 1/12/2026'))).toContain('đã qua');
  expect(plain(await say('Trưởng khối Phòng Kinh tế; Khối phó Phòng Kinh tế; từ 4/1'))).toContain(
    'hai đơn vị khác nhau',
  );
  expect(plain(await say('khép năm 2026'))).toContain('chỉ đang mở năm 2026');
  expect(plain(await say('Trưởng khối Văn phòng; từ 4/1'))).toContain('Chưa bàn giao cho Văn phòng');
  expect(plain(await say('/ban_giao Trưởng khối Phòng Kinh tế; từ 31/11'))).toContain(
    'Lịch không có ngày 31/11: tháng 11 chỉ có 30 ngày',
  );
  expect(plain(await say('Trưởng khối Phòng Kinh tế; từ 1/12'))).toContain(
    '01/12/2026 đã qua. Nếu là 01/12/2027',
  );
  await say('hủy');
});

test('a unit scores itself, with a file as evidence', async () => {
  await say('/cham_diem', 'mai');
  await say('18', 'mai');
  await say('tiêu chí 1', 'mai');
  const proof = new TextEncoder().encode('minh chứng của tiêu chí 1');
  await room.attach('mai', 'mai', [{ name: 'minh-chung.pdf', bytes: proof, mime: 'application/pdf' }]);
  await say('để sau', 'mai');
  await press(await say('/dang_ky Tập thể Lao động xuất sắc', 'mai'), 'Ghi', 'mai');
});

test('the next lead is set for a day to come, the next year opened with the table; everybody is told', async () => {
  const shown = await say('/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 4/1/2027');
  expect(plain(shown)).toMatch(
    /từ ngày 04\/01\/2027\n• Trưởng khối: Văn phòng.* → Phòng Kinh tế\n• Phó Trưởng khối: Trạm Y tế xã\n• Năm thi đua 2027.*chép bảng điểm/,
  );
  for (const place of ['mai', 'khoi-1', 'tuan']) await newIn(place, place === 'khoi-1' ? 'mai' : place);
  const other = await say('/ban_giao Trưởng khối Trường THCS; từ 11/1/2027', 'dung');
  await press(shown, 'Bàn giao');
  const late = await press(other, 'Bàn giao', 'dung');
  expect(plain(late), 'of what stands by now nothing was shown before').toMatch(
    /chưa có gì thay đổi[\s\S]*Đã có bàn giao được ghi: từ ngày 04\/01\/2027/,
  );
  await say('hủy', 'dung');
  expect(await newIn('mai', 'mai')).toContain('[Bàn giao Trưởng khối]');
  expect(await newIn('khoi-1', 'mai')).toContain('Trưởng khối là Phòng Kinh tế');
  expect(await newIn('tuan', 'tuan')).toContain('đơn vị đồng chí là Trưởng khối');
  expect(plain(await say('/ban_giao'))).toMatch(/Trưởng khối: Văn phòng[\s\S]*đang mở: 2026, 2027/);
});

test('a second one shows what stands and is asked about; it takes its place, or nothing does', async () => {
  const same = await say('/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 4/1/2027');
  expect(plain(same)).toContain('Bàn giao này đã được ghi: từ ngày 04/01/2027: Trưởng khối Phòng Kinh tế');
  expect(plain(same)).not.toContain('[Bàn giao]');
  const other = await say('Trưởng khối Trường THCS; từ 11/1/2027');
  expect(plain(other)).toMatch(
    /Đã có bàn giao được ghi: từ ngày 04\/01\/2027: Trưởng khối Phòng Kinh tế, Phó Trưởng khối Trạm Y tế xã\.[\s\S]*từ ngày 11\/01\/2027/,
  );
  await newIn('thang', 'thang');
  await press(other, 'Thay bàn giao đã ghi');
  expect(await newIn('thang', 'thang')).toContain('Trưởng khối là Trường THCS');
  expect(plain(await say('/ban_giao'))).toContain(
    'Đã ghi bàn giao từ ngày 11/01/2027: Trưởng khối Trường THCS Đông Sơn Hạ. Hủy: /ban_giao hủy',
  );
  const { sql } = database.owner;
  const leads = async (on: string) => {
    const found = await sql`select u.name from unit_role r join unit u on u.id = r.unit_id
      where r.role = 'lead' and r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to >= ${on}::date)`;
    return found.map(one => one.name);
  };
  expect(await leads('2027-01-10'), 'the first one is gone, not led up to').toEqual([
    'Văn phòng HĐND và UBND xã',
  ]);
  expect(await leads('2027-01-11')).toEqual(['Trường THCS Đông Sơn Hạ']);
});

test('while it waits, the unit that is to lead is neither dissolved nor given another role', async () => {
  const sheet = await say('/don_vi Trường THCS');
  expect(plain(await press(sheet, 'Giải thể'))).toMatch(
    /Đã ghi một bàn giao Trưởng khối chưa đến ngày.*\/ban_giao/,
  );
  await say('hủy');
});

test('taken back before its day, everything stays as it was and everybody hears so', async () => {
  const shown = await say('/ban_giao hủy');
  expect(plain(shown)).toMatch(/Sẽ hủy bàn giao: từ ngày 11\/01\/2027[\s\S]*tiếp tục là Trưởng khối/);
  for (const place of ['mai', 'khoi-1']) await newIn(place, 'mai');
  expect(plain(await press(shown, 'Rút bàn giao'))).toContain('Đã hủy bàn giao từ ngày 11/01/2027');
  expect(await newIn('mai', 'mai')).toContain('[Hủy bàn giao Trưởng khối]');
  expect(await newIn('khoi-1', 'mai')).toMatch(/Không còn bàn giao từ ngày 11\/01.*Văn phòng.* tiếp tục/);
  const { sql } = database.owner;
  const roles = await sql`select u.name, r.role from unit_role r join unit u on u.id = r.unit_id
    where r.valid_to is null order by r.role`;
  expect(roles.map(one => `${one.role} ${one.name}`)).toEqual([
    'deputy Phòng Kinh tế',
    'lead Văn phòng HĐND và UBND xã',
  ]);
  expect(await sql`select from due where kind = 'hand_over' and state = 'waiting'`).toHaveLength(0);
  expect(plain(await say('/ban_giao hủy'))).toContain('Không có bàn giao nào đang chờ');
  await say('hủy');
  expect(plain(await say('/nhat_ky'))).toContain('hủy bàn giao Trưởng khối');
  const again = '/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 4/1/2027';
  await press(await say(again), 'Bàn giao');
});

test('from that day on the new lead leads and the old one no more; its year has last year’s table', async () => {
  for (const person of ['tuan', 'mai', 'dung', 'ha']) await newIn(person, person);
  await room.clock({ to: '2027-01-04T02:00:00Z' });
  expect(await newIn('tuan', 'tuan')).toContain('Từ ngày 04/01/2027, Phòng Kinh tế là Trưởng khối.');
  expect(await newIn('mai', 'mai')).toContain(
    'Trạm Y tế xã là Phó Trưởng khối; Trưởng khối là Phòng Kinh tế',
  );
  expect(await newIn('dung', 'dung')).toMatch(
    /Văn phòng.* thôi làm Trưởng khối.*; Trưởng khối là Phòng Kinh tế/,
  );
  expect(await newIn('ha', 'ha')).not.toContain('[Bàn giao Trưởng khối]');
  expect(plain(await say('/ban_giao', 'lan'))).toContain('dành cho Trưởng khối');
  expect(plain(await say('/ban_giao', 'tuan'))).toMatch(
    /Trưởng khối: Phòng Kinh tế\. Phó Trưởng khối: Trạm Y tế xã/,
  );
  expect(plain(await say('/giai_doan', 'tuan'))).toContain('Năm thi đua 2027');
  const { sql } = database.owner;
  const tables = await sql`select s.year::int as year, count(c.key)::int as criteria from season s
    join score_table t on t.season_id = s.id join criterion c on c.table_id = t.id group by 1 order by 1`;
  const [old, fresh] = z.array(z.object({ year: z.number(), criteria: z.number() })).parse([...tables]);
  expect(fresh).toEqual({ year: 2027, criteria: old?.criteria });
});

test('a hand-over in the new year is into that year, also where the chat speaks of it already', async () => {
  const shown = await say('/ban_giao Trưởng khối Trạm Y tế; từ 5/2/2027', 'tuan');
  expect(plain(shown)).toContain('• Năm thi đua 2027');
  await say('hủy', 'tuan');
});

test('one that holds from today on is told as holding, to whoever has another role by it', async () => {
  await press(await say('/ban_giao Trưởng khối Trạm Y tế; từ hôm nay', 'tuan'), 'Bàn giao', 'tuan');
  expect(await newIn('mai', 'mai')).toContain('Từ ngày 04/01/2027, Trạm Y tế xã là Trưởng khối.');
  expect(await newIn('ha', 'ha')).not.toContain('thôi làm');
  await newIn('tuan', 'tuan');
  const back = '/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ hôm nay';
  await press(await say(back, 'mai'), 'Bàn giao', 'mai');
  expect(await newIn('tuan', 'tuan')).toContain('Phòng Kinh tế là Trưởng khối.');
});

test('where its day is a Sunday, it is told on Monday', async () => {
  await press(await say('/ban_giao Trưởng khối Trạm Y tế; từ 10/1/2027', 'tuan'), 'Bàn giao', 'tuan');
  await newIn('mai', 'mai');
  await room.clock({ to: '2027-01-10T05:00:00Z' });
  expect(await newIn('mai', 'mai')).not.toContain('Từ ngày 10/01/2027');
  expect(plain(await say('/ban_giao', 'mai')), 'it holds all the same').toContain(
    'Trưởng khối: Trạm Y tế xã',
  );
  await room.clock({ to: '2027-01-11T02:00:00Z' });
  expect(await newIn('mai', 'mai')).toContain('Từ ngày 10/01/2027, Trạm Y tế xã là Trưởng khối.');
  const back = '/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ hôm nay';
  await press(await say(back, 'mai'), 'Bàn giao', 'mai');
});

test('in January whoever is asked in the old year answers there, whatever year the chat speaks of', async () => {
  await say('/giai_doan năm 2026', 'tuan');
  await newIn('mai', 'mai');
  await press(await say('/hop Họp tổng kết 2026; 14:00 ngày 15/1/2027', 'tuan'), 'Gửi giấy mời', 'tuan');
  expect(await newIn('mai', 'mai')).toContain('[Mời họp số 1]');
  const invited = (await room.messages('mai', 'mai')).findLast(one => plain(one).includes('[Mời họp số 1]'));
  if (!invited) throw new Error('not invited');
  expect(plain(await press(invited, 'Dự họp', 'mai'))).toContain('dự cuộc họp số 1');
  await press(await say('/binh_xet Thông qua báo cáo năm', 'tuan'), 'Mở bỏ phiếu kín', 'tuan');
  const asked = await newIn('mai', 'mai');
  expect(asked).toContain('[Bỏ phiếu]');
  expect(plain(await say('/bo_phieu', 'mai'))).toContain('Thông qua báo cáo năm');
  await say('hủy', 'mai');
  await say('/giai_doan năm 2027', 'tuan');
});

test('the old year in one file: what is made of it, what was given for it, the log with its head', async () => {
  await say('nộp báo cáo', 'mai');
  const bytes = new TextEncoder().encode('báo cáo năm');
  await say('hủy', 'mai');
  const sent = (
    await room.attach('mai', 'mai', [{ name: 'bao-cao.pdf', bytes, mime: 'application/pdf' }])
  ).at(-1);
  const label = sent?.options?.flat().find(one => one.label.includes('Báo cáo'))?.label ?? '';
  if (sent) await press(await press(sent, label, 'mai'), 'Xác nhận', 'mai');
  expect(plain(await say('/ban_giao lưu trữ 2031', 'tuan'))).toContain('không có năm thi đua 2031');
  await say('/ban_giao lưu trữ 2026', 'tuan');
  const made = await last('tuan');
  expect(made.file?.name).toBe('luu-tru-nam-thi-dua-2026.zip');
  const files = unzipSync(await room.download(made.file?.ref ?? ''));
  const names = Object.keys(files);
  expect(names.filter(name => name.endsWith('.xlsx'))).toHaveLength(3);
  const year = Buffer.from(files['nam-thi-dua-2026.xlsx'] ?? []);
  const sheets = JSON.stringify(await readXlsxFile(year));
  for (const said of ['Họp tổng kết 2026', 'Thông qua báo cáo năm', 'Tập thể Lao động xuất sắc'])
    expect(sheets).toContain(said);
  expect(names).toContain('bien-ban-binh-xet-thi-dua-2026.docx');
  expect(names.some(name => /^tep\/[0-9a-f]{8}-bao-cao\.pdf$/.test(name))).toBe(true);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(names.some(name => /^tep\/[0-9a-f]{8}-minh-chung\.pdf$/.test(name))).toBe(true);
  expect(text('muc-luc.txt')).toContain('bao-cao.pdf');
  const log = z
    .object({
      rows: z.array(z.looseObject({ seq: z.number(), hash: z.string() })),
      head: z.object({ seq: z.number(), hash: z.string() }),
    })
    .parse(JSON.parse(text('nhat-ky.json')));
  expect(log.rows.at(-1)).toMatchObject(log.head);
});

test('a year that was closed is owed, reminded and spoken of no more; its archive stays', async () => {
  const shown = await say('/ban_giao khép năm 2026', 'tuan');
  expect(plain(shown)).toMatch(
    /Còn dở[\s\S]*• \d+ báo cáo, hồ sơ chưa nộp\n• 1 cuộc bình xét chưa có kết quả/,
  );
  expect(plain(await press(shown, 'Khép năm', 'tuan'))).toContain('Đã khép năm thi đua 2026');
  for (const asked of ['/sang_kien năm 2026', '/tien_do năm 2026', '/giai_doan năm 2026'])
    expect(plain(await say(asked, 'mai')), asked).toContain('Năm thi đua 2026 đã khép. Cần hồ sơ của năm');
  const closed = await say('/giai_doan năm 2026', 'tuan');
  expect(plain(closed)).toContain('Năm thi đua 2026 đã khép');
  await press(closed, 'Lấy hồ sơ năm 2026', 'tuan');
  expect((await last('tuan')).file?.name).toBe('luu-tru-nam-thi-dua-2026.zip');
  expect(plain(await say('/han', 'mai'))).toContain('Không còn hạn nào');
  expect(plain(await say('/ban_giao khép năm 2026', 'tuan'))).toContain('không có năm thi đua 2026 đang mở');
  await say('hủy', 'tuan');
  await say('/ban_giao lưu trữ 2026', 'tuan');
  expect((await last('tuan')).file?.name).toBe('luu-tru-nam-thi-dua-2026.zip');
  expect(plain(await say('/nhat_ky', 'tuan'))).toMatch(/khép năm thi đua[\s\S]*Chuỗi nhật ký nguyên vẹn/);
});

test('people and units go on changing after it', async () => {
  const shown = await say('/don_vi Trường THCS', 'tuan');
  expect(plain(await press(await press(shown, 'Giải thể', 'tuan'), 'Thực hiện', 'tuan'))).toContain(
    'Giải thể',
  );
  const leaving = await press(await say('/xoa_du_lieu', 'mai'), 'Xóa dữ liệu của tôi', 'mai');
  expect(plain(leaving)).toContain('Đã xóa dữ liệu cá nhân');
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { setupCode } from '../support/made-bloc.ts';
import { docxOf } from '../support/made-documents.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';
import { workbookOf } from '../support/workbooks.ts';

const database = await testDatabase();
const { room, engine } = await blocRoom(database);

const newcomer = async (name: string) => {
  const made = z.looseObject({ person: z.looseObject({ id: z.string() }) });
  return made.parse(await room.call('POST', '/persons', { name })).person.id;
};
const last = (messages: RoomMessage[]): RoomMessage => {
  const one = messages.at(-1);
  if (!one) throw new Error('no answer');
  return one;
};
const say = async (person: string, text: string) => last(await room.say(person, person, text));
const press = async (person: string, under: RoomMessage, label: string) =>
  last(await room.press(person, under, label));
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const send = async (person: string, bytes: Uint8Array, name = 'ke-hoach.docx', mime = DOCX) =>
  last(await room.attach(person, person, [{ name, bytes, mime }]));

const planOf = (term = '15/6/2026') => [
  'KHỐI THI ĐUA SỐ 07 XÃ ĐÔNG SƠN HẠ',
  'Số: 07/KH-KTĐ07',
  'Đông Sơn Hạ, ngày 12 tháng 5 năm 2026',
  'KẾ HOẠCH',
  'Phát động phong trào thi đua của Khối thi đua số 07 xã Đông Sơn Hạ năm 2026',
  'Căn cứ Quyết định số 21/QĐ-HĐTĐKT ngày 10/4/2026 của Hội đồng Thi đua - Khen thưởng xã Đông Sơn Hạ về việc thành lập các khối thi đua;',
  'Khối thi đua số 07 xã Đông Sơn Hạ xây dựng Kế hoạch phát động phong trào thi đua năm 2026 như sau:',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Mục đích: Động viên các đơn vị hoàn thành nhiệm vụ năm 2026.',
  '2. Yêu cầu: Thiết thực, hiệu quả.',
  'II. NỘI DUNG',
  '1. Mỗi đơn vị đăng ký ít nhất 02 sáng kiến.',
  '2. Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên.',
  'III. ĐƠN VỊ THÀNH VIÊN',
  'Khối thi đua số 07 gồm các đơn vị: Văn phòng HĐND và UBND xã (Trưởng khối), Phòng Kinh tế (Phó Trưởng khối), Trạm Y tế, Trường THCS Đông Sơn.',
  'IV. TỔ CHỨC THỰC HIỆN',
  `1. Các đơn vị gửi báo cáo sơ kết về Trưởng khối trước ngày ${term}.`,
  '2. Thực hiện chế độ báo cáo đúng thời gian theo quy định.',
  'Trên đây là Kế hoạch của Khối thi đua số 07./.',
  'TM. KHỐI THI ĐUA',
  'TRƯỞNG KHỐI',
  'CHÁNH VĂN PHÒNG',
  'Nguyễn Văn An',
];

/** Presses what has to be pressed until the plan is written, whatever doubts the document raises. */
async function toTheEnd(person: string, from: RoomMessage): Promise<RoomMessage> {
  let at = from;
  for (let n = 0; n < 12; n += 1) {
    const labels = at.options?.flat().map(one => one.label) ?? [];
    const next = ['Đúng, xem tiếp', 'Đã xem', 'Đúng như vậy', 'Tạo khối và năm', 'Ghi vào năm'].find(label =>
      labels.some(one => one.startsWith(label)),
    );
    if (!next) return at;
    at = await press(person, at, next);
  }
  throw new Error(`no end: ${plain(at)}`);
}

test('a newcomer with a code and a plan gets a running bloc, without typing a name', async () => {
  const person = await newcomer('Trần Thị Hai');
  const code = await setupCode(database, engine.clock.now());
  expect(plain(await say(person, `/nap_ke_hoach ${code}`))).toContain('gửi văn bản kế hoạch');
  let shown = await send(person, docxOf(...planOf()));
  expect(plain(shown)).toContain('Đã đọc Kế hoạch số 07/KH-KTĐ07 ngày 12/5/2026.');
  if (plain(shown).includes('tỉnh, thành phố nào')) shown = await say(person, 'tỉnh Bắc Ninh');
  expect(plain(shown)).toContain('6.1. Văn phòng HĐND và UBND xã – Trưởng khối');
  const review = await press(person, shown, 'Đúng, xem tiếp');
  expect(plain(review)).toContain('trước ngày 15/6/2026');
  await toTheEnd(person, review);
  const sheet = plain(await say(person, '/ke_hoach'));
  expect(sheet).toContain('Khối thi đua số 07 xã Đông Sơn Hạ');
  expect(sheet).toMatch(/≥ 2 /);
  expect(sheet).toMatch(/≥ 98/);
  expect(plain(await say(person, '/thanh_vien'))).toContain('Trạm Y tế');
  expect(plain(await say(person, '/han'))).toContain('15/6/2026');
});

test('the same plan with another day proposes that day only, and who is affected; nothing is doubled', async () => {
  const person = 'lan';
  await say(person, '/nap_ke_hoach');
  await toTheEnd(person, await send(person, docxOf(...planOf())));
  await say(person, '/nap_ke_hoach');
  const again = plain(await send(person, docxOf(...planOf('20/6/2026'))));
  expect(again).toContain('trước ngày 20/6/2026, trước đây: 14/6/2026; 7 đơn vị chưa nộp theo hạn mới');
  expect(again).not.toMatch(/≥ 98/);
});

test('only the lead’s side may read a plan in, and a member is told so', async () => {
  await say('lan', '/huy');
  expect(plain(await say('mai', '/nap_ke_hoach'))).toContain('việc của Trưởng khối');
});

test('an invoice creates nothing', async () => {
  await say('lan', '/nap_ke_hoach');
  const answer = await send('lan', docxOf('HÓA ĐƠN GIÁ TRỊ GIA TĂNG', 'Tổng cộng: 1.200.000 đồng'));
  expect(plain(answer)).toContain('không phải kế hoạch thi đua');
});

test('a plan that bears a secrecy marking is refused and not stored', async () => {
  const { sql } = database.owner;
  const [before] = await sql`select count(*) from file`;
  const refused = 'không tiếp nhận tài liệu có độ mật';
  expect(plain(await send('lan', docxOf('MẬT', ...planOf())))).toContain(refused);
  await expect(say('lan', ['MẬT', ...planOf().slice(0, 8)].join('\n'))).rejects.toThrow('marked-secret');
  const [after] = await sql`select count(*) from file`;
  expect(after).toEqual(before);
  const [left] = await sql`select count(*)::int as count from inbox_file`;
  expect(left).toEqual({ count: 0 });
});

test('a workbook that bears a marking is refused as other documents are, and not stored', async () => {
  const { sql } = database.owner;
  const [before] = await sql`select count(*) from file`;
  const bytes = await workbookOf({ Bìa: [['UBND XÃ', 'MẬT']], 'Bảng điểm': [['Nội dung', 'Điểm tối đa']] });
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(plain(await send('lan', bytes, 'bang-diem.xlsx', mime))).toContain(
    'không tiếp nhận tài liệu có độ mật',
  );
  const [after] = await sql`select count(*) from file`;
  expect(after).toEqual(before);
});

test('a plan that the lead sends without the command opens its review, also after "để sau"', async () => {
  const person = 'lan';
  await say(person, '/huy');
  const shown = await send(person, docxOf(...planOf('17/6/2026')));
  expect(plain(shown)).toContain('Đã đọc Kế hoạch số 07/KH-KTĐ07');
  await say(person, 'để sau');
  const again = await send(person, docxOf(...planOf('18/6/2026')));
  expect(plain(again)).toContain('Xem văn bản này thay văn bản đang xem?');
  await say(person, 'hủy');
});

/** Whose duty each deadline of the newest bloc is, as the database has it. */
async function owing(): Promise<Record<string, string[]>> {
  const found = await database.owner.sql<{ title: string; name: string }[]>`
    select r.title, u.name from obligation o
    join deadline_revision r on r.bloc_id = o.bloc_id and r.deadline_id = o.deadline_id and r.no = 1
    join unit u on u.bloc_id = o.bloc_id and u.id = o.unit_id
    where o.withdrawn_at is null and o.bloc_id = (select max(bloc_id) from bloc) order by u.position`;
  const titles = [...new Set(found.map(one => one.title))];
  return Object.fromEntries(
    titles.map(title => [title, found.filter(one => one.title === title).map(one => one.name)]),
  );
}

test('“riêng” and “trừ” of a term that was read, and “chỉ” of one that was added, are whose duty it is', async () => {
  const person = await newcomer('Lê Thị Ba');
  const code = await setupCode(database, engine.clock.now());
  await say(person, `/nap_ke_hoach ${code}`);
  const plan = planOf().flatMap(line =>
    line.startsWith('2. Thực hiện chế độ')
      ? [
          '2. Riêng Phòng Kinh tế gửi báo cáo chuyên đề kinh tế về Trưởng khối trước ngày 20/7/2026.',
          '3. Các đơn vị (trừ Trạm Y tế) gửi hồ sơ khen thưởng về Trưởng khối trước ngày 20/11/2026.',
        ]
      : [line],
  );
  let shown = await send(person, docxOf(...plan));
  if (plain(shown).includes('tỉnh, thành phố nào')) shown = await say(person, 'tỉnh Bắc Ninh');
  await press(person, shown, 'Đúng, xem tiếp');
  const added = await say(person, 'thêm Báo cáo nhanh (chỉ Trạm Y tế), trước ngày 25/9/2026');
  expect(plain(added)).toContain('chỉ Trạm Y tế');
  await toTheEnd(person, added);
  const all = ['Văn phòng HĐND và UBND xã', 'Phòng Kinh tế', 'Trạm Y tế', 'Trường THCS Đông Sơn'];
  expect(await owing()).toEqual({
    'Báo cáo sơ kết': all,
    'Báo cáo chuyên đề kinh tế': ['Phòng Kinh tế'],
    'Hồ sơ khen thưởng': all.filter(name => name !== 'Trạm Y tế'),
    'Báo cáo nhanh': ['Trạm Y tế'],
  });
});

test('a plan that was just taken over is taken back whole, and can be read again', async () => {
  const person = await newcomer('Đỗ Thị Sáu');
  const code = await setupCode(database, engine.clock.now());
  await say(person, `/nap_ke_hoach ${code}`);
  let shown = await send(person, docxOf(...planOf()));
  if (plain(shown).includes('tỉnh, thành phố nào')) shown = await say(person, 'tỉnh Bắc Ninh');
  await toTheEnd(person, await press(person, shown, 'Đúng, xem tiếp'));
  expect(plain(await say(person, '/hoan_tac'))).toContain('Đã rút lại kế hoạch vừa ghi');
  const sheet = plain(await say(person, '/ke_hoach'));
  expect(sheet).toContain('Chưa có nội dung nào');
  expect(plain(await say(person, '/thanh_vien'))).toContain('Trạm Y tế');
  expect(plain(await say(person, '/hoan_tac'))).toContain('đã được hoàn tác');
  await say(person, '/nap_ke_hoach');
  await toTheEnd(person, await send(person, docxOf(...planOf())));
  expect(plain(await say(person, '/ke_hoach'))).toMatch(/≥ 98/);

  // A newer version is taken back to what stood before it.
  await say(person, '/nap_ke_hoach');
  const newer = planOf('20/6/2026').map(line => line.replace('98%', '99%'));
  await toTheEnd(person, await send(person, docxOf(...newer)));
  expect(plain(await say(person, '/ke_hoach'))).toMatch(/20\/6\/2026[\s\S]*≥ 99/);
  await say(person, '/hoan_tac');
  expect(plain(await say(person, '/ke_hoach'))).toMatch(/15\/6\/2026[\s\S]*≥ 98/);
});

test('a plan of which something is in use or that is older than ten minutes stays, and why is said', async () => {
  const person = await newcomer('Bùi Văn Bảy');
  const code = await setupCode(database, engine.clock.now());
  await say(person, `/nap_ke_hoach ${code}`);
  let shown = await send(person, docxOf(...planOf()));
  if (plain(shown).includes('tỉnh, thành phố nào')) shown = await say(person, 'tỉnh Bắc Ninh');
  await toTheEnd(person, await press(person, shown, 'Đúng, xem tiếp'));
  const which = await say(person, '/ghi_nhan Phòng Kinh tế 12/BC-KT 08/6/2026');
  await press(person, await press(person, which, 'Báo cáo sơ kết'), 'Ghi nhận');
  const refused = plain(await say(person, '/hoan_tac'));
  expect(refused).toContain('Không rút lại được cả kế hoạch');
  expect(refused).toContain('• Báo cáo sơ kết');
  expect(plain(await say(person, '/ke_hoach'))).toMatch(/≥ 98/);
  await engine.clock.moveTo(new Date(engine.clock.now().getTime() + 11 * 60_000));
  expect(plain(await say(person, '/hoan_tac'))).toContain('Đã quá 10 phút');
});

test('what is over stands last in /ke_hoach and says so', async () => {
  const person = await newcomer('Phạm Văn Tư');
  const code = await setupCode(database, engine.clock.now());
  await say(person, `/nap_ke_hoach ${code}`);
  const plan = [...planOf(), ''].map(line =>
    line.startsWith('2. Thực hiện chế độ')
      ? '2. Các đơn vị gửi hồ sơ khen thưởng về Trưởng khối trước ngày 20/11/2026.'
      : line,
  );
  let shown = await send(person, docxOf(...plan));
  if (plain(shown).includes('tỉnh, thành phố nào')) shown = await say(person, 'tỉnh Bắc Ninh');
  await toTheEnd(person, await press(person, shown, 'Đúng, xem tiếp'));
  await engine.clock.moveTo(new Date('2026-07-01T02:00:00Z'));
  const lines = plain(await say(person, '/ke_hoach')).split('\n');
  const terms = lines.filter(line => /^• (?:Báo cáo|Hồ sơ)/.test(line));
  expect(terms[0]).toMatch(/^• Hồ sơ khen thưởng.*20\/11\/2026$/);
  expect(terms[1]).toMatch(/^• Báo cáo sơ kết.*15\/6\/2026, đã qua$/);
});

import { sql } from 'drizzle-orm';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';
import { unzip } from '../support/unzip.ts';

const database = await testDatabase();
const { room, engine } = await blocRoom(database);
const { db } = database.owner;

async function file(person: string, report: string, document: string) {
  await room.say(person, person, `/nop_bao_cao ${report}`);
  const review = (await room.say(person, person, document)).at(-1);
  if (review) await room.press(person, review, 'Xác nhận');
}

async function sheetOf(messages: readonly RoomMessage[]) {
  const sent = messages.find(message => message.file);
  if (!sent?.file) throw new Error(`no file in ${messages.map(plain).join('\n')}`);
  const bytes = await room.download(sent.file.ref);
  const [brief, totals, list] = await readXlsxFile(Buffer.from(bytes));
  if (!brief || !list || !totals) throw new Error('three sheets wanted');
  const table = list.data.slice(3);
  const heads = (table[0] ?? []).map(String);
  const rows = table.slice(1).filter(row => typeof row[0] === 'number');
  const column = (title: string) => rows.map(row => row[heads.indexOf(title)] ?? null);
  return { sent, bytes, heads, rows, column, brief: brief.data.slice(3), totals: totals.data.slice(3) };
}

await file('ha', 'tháng', '31/BC-VHXH ngày 8/6/2026');
await engine.clock.moveTo(new Date('2026-06-12T02:00:00Z'));
await file('mai', 'tháng', '15/BC-TYT ngày 11/6/2026');
await file('phuc', 'tháng', '19/BC-TTHCC ngày 12/6/2026');
const returning = (await room.say('lan', 'lan', '/tra_lai Trung tâm HCC: thiếu biểu')).at(-1);
if (returning) await room.press('lan', returning, 'Trả lại');
await db.execute(sql`update unit set name = '=cmd|'' /C calc''!A0' where short_name = 'Trạm Y tế'`);
await db.execute(sql`update submission set document_number = '@x' where document_number = '15/BC-TYT'`);
await db.execute(sql`update submission set document_number = '-5' where document_number = '31/BC-VHXH'`);
await db.execute(sql`update submission_decision set reason = '+84 912'`);
await db.execute(sql`update person set display_name = ${'\t=1+1'} where display_name = 'Đặng Thị Mai'`);

test('each button tells its day, and the last of a long list are reached', async () => {
  const [first] = await room.say('lan', 'lan', '/tong_hop_nop');
  expect(first && plain(first)).toMatch(/\[Báo cáo kết quả phong trào thi.*… · 11\/6\]/);
  const pages = [first];
  for (let page = first; page; ) {
    const more: RoomMessage | undefined = page.options?.flat().some(one => one.label === 'Xem thêm')
      ? (await room.press('lan', page, 'Xem thêm')).at(-1)
      : undefined;
    pages.push(more);
    page = more;
  }
  const labels = pages.flatMap(page => page?.options?.flat().map(one => one.label) ?? []);
  expect(labels.filter(label => label !== 'Xem thêm' && label !== 'Cả năm')).toHaveLength(8);
});

test('the workbook comes as a file in the same chat, a row for each unit and duty, states and lateness in it', async () => {
  const answer = await room.say('lan', 'lan', '/tong_hop_nop tháng');
  expect(answer.map(plain).join('\n')).toContain('Đang lập bảng tổng hợp');
  const { sent, column, rows } = await sheetOf(answer);
  expect(sent.file?.name).toBe('tong-hop-nop-bao-cao-ket-qua-phong-trao-thi-dua-thang-2026-06-12.xlsx');
  expect(plain(sent)).toContain('2/6 đã nộp, 1 bị trả lại, 1 nộp trễ');
  expect(rows).toHaveLength(6);
  expect(column('Tình trạng')).toEqual([
    'chưa nộp',
    'chưa nộp',
    'đã nộp',
    'bị trả lại',
    'đã nộp',
    'chưa nộp',
  ]);
  expect(column('Trễ (ngày)')).toEqual([null, null, 0, 1, 1, null]);
  expect(column('Ghi nhận lúc')[4]).toEqual(new Date('2026-06-12T09:00:00Z'));
  expect(column('Hạn nộp')[0]).toEqual(new Date('2026-06-11T00:00:00Z'));
});

test('what is printed is brief: nine columns, the reason of a return among them', async () => {
  const { brief, bytes } = await sheetOf(await room.say('lan', 'lan', '/tong_hop_nop tháng'));
  expect(brief[0]).toHaveLength(9);
  const returned = brief.find(row => row[4] === 'bị trả lại');
  expect(returned?.slice(5)).toEqual([
    '19/BC-TTHCC',
    new Date('2026-06-12T00:00:00Z'),
    1,
    'trả lại: +84 912',
  ]);
  const parts = unzip(bytes);
  expect(parts.get('xl/workbook.xml')).toContain('localSheetId="0">\'Danh sách\'!$4:$4<');
  expect(parts.get('xl/workbook.xml')).toContain("localSheetId=\"2\">'Chi tiết'!$A:$C,'Chi tiết'!$4:$4<");
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain(
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  );
  expect(sheet.indexOf('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')).toBeGreaterThan(0);
});

test('no text becomes a formula, whatever names, numbers and reasons begin with', async () => {
  const { column, bytes } = await sheetOf(await room.say('dung', 'dung', '/tong_hop_nop tháng'));
  expect(column('Đơn vị')[4]).toBe("=cmd|' /C calc'!A0");
  expect(column('Số văn bản')).toEqual([null, null, '-5', '19/BC-TTHCC', '@x', null]);
  expect(column('Lý do trả lại')[3]).toBe('+84 912');
  expect(column('Người nộp / ghi nhận')[4]).toBe('=1+1');
  for (const [name, xml] of unzip(bytes)) if (name.includes('sheet')) expect(xml).not.toMatch(/<f[ >]/);
});

test('the year’s totals are the database’s', async () => {
  const { rows, totals, column } = await sheetOf(await room.say('lan', 'lan', '/tong_hop_nop cả năm'));
  const [counted] = await db.execute(sql`
    with newest as (
      select distinct on (s.obligation_id) s.obligation_id, s.id, s.version from submission s
      order by s.obligation_id, s.version desc
    ), stands as (
      select o.id, n.version, (select d.kind from submission_decision d where d.submission_id = n.id
        order by d.made_at desc limit 1) as kind, n.id is not null as came
      from obligation o left join newest n on n.obligation_id = o.id where o.withdrawn_at is null
    )
    select count(*)::int as of, count(*) filter (where not came)::int as missing,
      count(*) filter (where came and kind is null)::int as received,
      count(*) filter (where kind = 'accepted')::int as accepted,
      count(*) filter (where kind = 'sent_back')::int as back, sum(coalesce(version, 0))::int as versions from stands`);
  expect(rows).toHaveLength(Number(counted?.of));
  const all = totals.find(([title]) => title === 'Cộng') ?? [];
  expect(all.slice(2, 7)).toEqual([
    counted?.of,
    counted?.missing,
    counted?.received,
    counted?.accepted,
    counted?.back,
  ]);
  expect(column('Số lần nộp').reduce<number>((sum, one) => sum + Number(one), 0)).toBe(counted?.versions);
});

test('an export is the lead’s alone, and asked for again it comes again', async () => {
  expect((await room.say('ha', 'ha', '/tong_hop_nop cả năm')).map(plain).join()).toContain(
    'dành cho Trưởng khối',
  );
  const which = await room.say('lan', 'lan', '/tong_hop_nop');
  const [ask] = which;
  if (!ask) throw new Error('nothing said');
  expect(plain(ask)).toContain('[Cả năm]');
  await sheetOf(await room.press('lan', ask, 'Cả năm'));
  await sheetOf(await room.press('lan', ask, 'Cả năm'));
});

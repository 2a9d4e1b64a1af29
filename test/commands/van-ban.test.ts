import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
const { room } = await blocRoom(database);
const { say, press } = leadChat(room);
const PDF = 'application/pdf';
const attach = async (name: string, caption: string) => {
  const bytes = new TextEncoder().encode(`${name} ${caption}`);
  const said = (await room.attach('lan', 'lan', [{ name, bytes, mime: PDF }], caption)).at(-1);
  if (!said) throw new Error('no answer to a file');
  return said;
};
const add = async (name: string, caption: string) => press(await attach(name, caption), 'Lưu văn bản');

test('a file with a caption is a document with number and date, after a look', async () => {
  const shown = await attach(
    'ke-hoach.pdf',
    '/van_ban thêm Kế hoạch thi đua năm 2026, số 12/KH-KTĐ ngày 05/3/2026',
  );
  expect(plain(shown)).toMatch(
    /Loại: Kế hoạch\n.*Kế hoạch thi đua năm 2026\n.*số 12\/KH-KTĐ ngày 05\/3\/2026/,
  );
  expect(plain(await press(shown, 'Lưu văn bản'))).toContain('Đã lưu “Kế hoạch thi đua năm 2026”');
});

test('step by step: name, number, then the file', async () => {
  await say('/van_ban thêm');
  await say('Quyết định thành lập khối');
  await say('34/QĐ-HĐTĐKT ngày 29/4/2026');
  const shown = await attach('qd34.pdf', '');
  expect(plain(shown)).toMatch(
    /Loại: Quyết định\n.*Tên: Quyết định thành lập khối\n.*số 34\/QĐ-HĐTĐKT ngày 29\/4\/2026/,
  );
  await press(shown, 'Lưu');
});

test.each(['12/kh', '/van_ban ke hoach 2026', '/van_ban 12', '/van_ban KẾ HOẠCH'])(
  '“%s” finds it for anybody, and the very file comes back',
  async asked => {
    const found = await say(asked.startsWith('/') ? asked : `/van_ban ${asked}`, 'binh');
    expect(plain(found)).toContain('số 12/KH-KTĐ');
    expect(new TextDecoder().decode(await room.download(found.file?.ref ?? ''))).toContain('ke-hoach.pdf');
  },
);

test('in the group it comes back in the group', async () => {
  const found = (await room.say('khoi-1', 'mai', '/van_ban qd 34')).at(-1);
  expect(found?.file?.name).toBe('qd34.pdf');
  expect(plain(found ?? (await say('/han')))).not.toContain('Bỏ khỏi kho');
});

test('a shelf of many is paged, also what was looked for', async () => {
  for (let n = 1; n <= 8; n++) await add(`bieu-${n}.pdf`, `/van_ban thêm Biểu mẫu số ${n} báo cáo`);
  const all = await say('/van_ban', 'mai');
  expect(plain(all)).toContain('Tất cả 10 văn bản');
  expect(plain(await press(all, 'Cũ hơn', 'mai'))).toContain('Kế hoạch thi đua năm 2026');
  const forms = await say('/van_ban biểu mẫu', 'mai');
  expect(plain(await press(forms, 'Cũ hơn', 'mai'))).toContain('Biểu mẫu số 1 báo cáo');
});

test('the lead takes one off the shelf, after a question; others may not', async () => {
  const open = await say('/van_ban qd 34');
  expect(plain(await say('/van_ban qd 34', 'mai'))).not.toContain('Bỏ khỏi kho');
  const ask = await press(open, 'Bỏ khỏi kho');
  await press(ask, 'Giữ lại');
  expect(plain(await say('/van_ban qd 34', 'mai'))).toContain('số 34/QĐ-HĐTĐKT');
  await press(await press(open, 'Bỏ khỏi kho'), 'Bỏ');
  expect(plain(await say('/van_ban qd 34', 'mai'))).toContain('Không tìm thấy');
  expect(plain(await press(open, 'Bỏ khỏi kho'))).toContain('không còn trong kho');
  expect(plain(await say('/van_ban thêm', 'mai'))).toContain('dành cho Trưởng khối');
});

test('a secrecy marking in name or caption is refused before anything is kept', async () => {
  const kept = async () => (await database.owner.sql`select count(*)::int as n from file`)[0]?.n;
  const before = await kept();
  await expect(attach('ke hoach MẬT.pdf', '')).rejects.toThrow('422');
  expect(await kept()).toBe(before);
});

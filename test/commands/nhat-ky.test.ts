import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
const { room } = await blocRoom(database);
const { sql } = database.owner;
const { say, press } = leadChat(room);

await say('/moi 2 thành viên');
await say('/moi tất cả đơn vị 5');

test('the lead reads who did what, newest first, page by page, and that the chain holds', async () => {
  const first = await say('/nhat_ky');
  expect(plain(first)).toMatch(
    /Nguyễn Thị Hồng Lan cấp mã ghép nối[\s\S]*Trang 1\/\d+[\s\S]*Chuỗi nhật ký nguyên vẹn/,
  );
  const older = plain(await press(first, 'Cũ hơn'));
  expect(older).toContain('Trang 2/');
  const numbers = (text: string) => [...text.matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n));
  const [a, b] = [numbers(plain(first)), numbers(older)];
  expect(a).toHaveLength(10);
  expect([...a, ...b]).toEqual([...a, ...b].toSorted((x, y) => y - x));
});

test('or what one person did', async () => {
  await say('/moi 3 thành viên', 'dung');
  expect(plain(await say('/nhat_ky quốc dũng'))).toMatch(
    /Của: Trần Quốc Dũng\n\d+\. [^\n]*Trần Quốc Dũng cấp mã/,
  );
  expect(plain(await say('/nhat_ky Nguyễn Văn Không'))).toContain('không có ai tên');
});

test.each([
  [
    'a changed row',
    (n: number) => sql`update audit set detail = '{"x": 1}'::jsonb where seq = ${n}`,
    5,
    'nội dung đã bị sửa',
  ],
  ['a row taken out', (n: number) => sql`delete from audit where seq = ${n}`, 4, 'dòng đã bị xóa'],
])('%s is named', async (_, tamper, seq, words) => {
  await sql`alter table audit disable trigger user`;
  await tamper(seq);
  await sql`alter table audit enable trigger user`;
  expect(plain(await say('/nhat_ky'))).toContain(`từ dòng ${seq}: ${words}`);
});

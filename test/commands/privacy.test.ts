import { expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../../db/audit.ts';
import { purge } from '../../db/purge.ts';
import { enterBloc } from '../../db/tx.ts';
import { recordName } from '../../src/text/record-names.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const database = await testDatabase();
const { room, blocs } = await blocRoom(database);
const { sql } = database.owner;
const { say, press, newIn } = leadChat(room);

/** Names of our tables, the queues and the messenger's own apart. */
const tables = await sql<{ name: string }[]>`select relname as name from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
const holding = async (pattern: string): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ n: number }[]>(
      `select count(*)::int as n from "${name}" t where t::text ~ $1`,
      [pattern],
    );
    if (row && row.n > 0) found[name] = row.n;
  }
  return found;
};
const [mai] = await sql<{ id: string }[]>`select person_id::text as id from account where user_id = 'mai'`;
const id = mai?.id ?? '';
const ACCOUNT = '[(,|" ]mai[),|" ]';

test('Mrs Mai has done this and that', async () => {
  await say('/nop_bao_cao tháng', 'mai');
  await press(await say('15/BC-TYT ngày 8/6/2026', 'mai'), 'Xác nhận', 'mai');
  await press(await say('/phan_anh Đề xuất lùi hạn', 'mai'), 'Gửi: đề xuất', 'mai');
  await press(await say('/thong_bao Họp lúc 15:00'), 'Gửi thông báo');
  await press(await say('/thong_bao 1', 'mai'), 'Đã nhận', 'mai');
  await say('/cham_diem', 'mai');
  await say('hủy', 'mai');
  expect((await holding(ACCOUNT)).account).toBe(1);
});

const fileSchema = z.object({
  'Về đồng chí': z.record(z.string(), z.array(z.unknown())),
  'Theo khối': z.record(z.string(), z.record(z.string(), z.array(z.unknown()))),
  'Tin nhắn còn lưu': z.object({ Đến: z.array(z.unknown()), Đi: z.array(z.unknown()) }),
});

test('the export holds every row that names her, from every table, and what is kept of her messages', async () => {
  const answer = await say('/du_lieu_cua_toi', 'mai');
  expect(plain(answer)).toMatch(/Tên hiển thị: Đặng Thị Mai[\s\S]*Báo cáo đã nộp: 1/);
  const bytes = await room.download(answer.file?.ref ?? '');
  const data = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const own = Object.values(data['Theo khối']).flatMap(records => Object.values(records));
  const rows = [...own, ...Object.values(data['Về đồng chí'])].flat().map(row => JSON.stringify(row));
  const { inbox: _, outbox: __, due: ___, ...held } = await holding(id);
  // The dialogue of this very moment may have come since; nothing else may be missing.
  const expected = Object.values(held).reduce((sum, n) => sum + n, 0);
  expect(rows.length).toBeGreaterThanOrEqual(expected - 1);
  expect(rows.filter(row => row.includes('15/BC-TYT'))).toHaveLength(1);
  expect(rows.filter(row => row.includes('Đề xuất lùi hạn'))).toHaveLength(1);
  expect(rows.join()).not.toContain('Lê Minh Tuấn');
  expect(data['Tin nhắn còn lưu'].Đến.length).toBeGreaterThan(3);
});

test('whatever kind of row may name a person has a Vietnamese name', async () => {
  const answer = plain(await say('/du_lieu_cua_toi', 'mai'));
  expect(answer).not.toMatch(/^• \w+_?\w*: /m);
  const apart = ['file', 'inbox', 'inbox_file', 'outbox'];
  const own = tables.map(one => one.name).filter(name => !apart.includes(name));
  expect(own.filter(name => recordName[name] === undefined)).toEqual([]);
  expect(
    Object.keys(recordName).filter(name => !own.includes(name)),
    'of tables there are',
  ).toEqual([]);
});

test('erasure asks first, and says who will be missed', async () => {
  const asked = await say('/xoa_du_lieu', 'mai');
  expect(plain(asked)).toContain('Trạm Y tế xã sẽ không còn đầu mối');
  expect(plain(await press(asked, 'Không xóa', 'mai'))).toContain('Chưa xóa gì');
  expect((await holding(ACCOUNT)).account).toBe(1);
  expect(plain(await say('/xoa_du_lieu'))).not.toContain('không còn ai khác');
});

test('erased: name, accounts and messages are gone, the bloc’s facts and its log stay whole', async () => {
  const before = await sql`select id, document_number, submitted_by from submission`;
  await newIn('dung', 'dung');
  const asked = await say('/xoa_du_lieu', 'mai');
  expect(plain(await press(asked, 'Xóa dữ liệu của tôi', 'mai'))).toContain('Đã xóa dữ liệu cá nhân');
  expect(await newIn('dung', 'dung')).toContain('Trạm Y tế xã đã rời Hệ thống');
  await purge(database.system.db);
  const { outbox: _, ...left } = await holding(`${ACCOUNT}|Đặng Thị Mai`);
  expect(left, 'only messages that others were sent, for 30 days').toEqual({});
  expect(await holding(ACCOUNT)).toEqual({});

  expect([...(await sql`select id, document_number, submitted_by from submission`)]).toEqual([...before]);
  const [blocId = 0] = blocs;
  const whole = await database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    return verifyAudit(tx);
  });
  expect(whole).toBeNull();
  expect(plain(await say('/bao_cao tháng'))).toContain('15/BC-TYT');
  expect(plain(await say('/phan_anh'))).toContain('Đề xuất lùi hạn');
  expect(plain(await say('/phan_anh 1'))).toContain('Người đã xóa dữ liệu');
});

test('the log keeps what she did, by nobody’s name', async () => {
  const acts = plain(await say('/nhat_ky'));
  expect(acts).toMatch(/Người đã xóa dữ liệu xóa dữ liệu cá nhân của mình/);
  expect(acts).not.toContain('Đặng Thị Mai');
  expect(acts).toMatch(/Người đã xóa dữ liệu nộp báo cáo/);
  expect(acts).not.toMatch(/\w\.\w+_?\w* /);
});

test('who writes again is a stranger, and is told so', async () => {
  expect(plain(await say('/han', 'mai'))).toContain('chưa được ghép với đơn vị nào');
  expect(plain(await say('/du_lieu_cua_toi', 'mai'))).toContain('chưa lưu gì về đồng chí');
  expect(plain(await say('/thanh_vien'))).not.toContain('Đặng Thị Mai');
});

test('whoever is paired is told what is kept of him, once and at once', async () => {
  const code = /K1-[\w-]{9}/.exec(plain(await say('/moi Trạm Y tế')))?.[0] ?? '';
  expect(plain(await say(code, 'linh'))).toMatch(/Hệ thống lưu tên hiển thị[\s\S]*\/xoa_du_lieu/);
  const [noticed] =
    await sql`select p.noticed_at from person p join account a on a.person_id = p.id where a.user_id = 'linh'`;
  expect(noticed?.noticed_at).not.toBeNull();
});

import { expect, test } from 'vitest';
import { seasonTable } from '../../db/scores.ts';
import { enterBloc } from '../../db/tx.ts';
import { checkTable } from '../../src/core/check-table.ts';
import { leaves, type ScoreTable } from '../../src/core/score-table.ts';
import { readScoreTable } from '../../src/documents/score-table/read.ts';
import { XLSX } from '../../src/documents/workbook.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { p } from '../support/score-facts.ts';
import { scoringRoom } from '../support/scoring-room.ts';
import { type MadeCell, workbookOf } from '../support/workbooks.ts';

const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database, { at: new Date('2026-06-10T02:00:00Z') });
const at = scoringRoom(room);
const [blocId = 0] = blocs;

const send = (bytes: Uint8Array, name = 'bang-diem.xlsx', person = 'lan') =>
  at.attach(person, [{ name, bytes, mime: XLSX }]);

async function table(): Promise<ScoreTable> {
  return database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const [season] = await database.owner.sql<{ id: string }[]>`select id from season`;
    const stored = await seasonTable(tx, season?.id ?? '');
    if (!stored) throw new Error('no table');
    return stored.table;
  });
}
const ruleOf = async (key: string) => leaves(await table()).find(leaf => leaf.key === key)?.rule;

const HEAD: MadeCell[][] = [
  [{ value: 'UBND XÃ ĐÔNG SƠN HẠ', span: 4 }, null, null, null],
  [{ value: 'BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM 2026', span: 4 }, null, null, null],
  ['STT', 'Nội dung', 'Điểm tối đa', 'Ghi chú'],
];
/** Two parts do not add up, one maximum is missing, two remarks state rules, one of them with a gap. */
const BOOK: MadeCell[][] = [
  ...HEAD,
  [{ value: 'I. THỰC HIỆN NHIỆM VỤ', span: 2 }, null, 60, null],
  [1, 'Hoàn thành chỉ tiêu', 40, 'Tính theo tỷ lệ thực hiện'],
  [2, 'Cải cách hành chính', 19.99, null],
  [{ value: 'II. CÔNG TÁC THI ĐUA', span: 2 }, null, 40, null],
  [1, 'Báo cáo đúng hạn', 10, 'Nộp chậm 1-2 ngày trừ 2 điểm; chậm 5-6 ngày trừ 5 điểm'],
  [2, 'Họp khối đầy đủ', null, null],
  [3, 'Đăng ký thi đua', 20, null],
  [{ value: 'III. ĐIỂM TRỪ', span: 2 }, null, -5, null],
  [1, 'Vi phạm', -5, 'Mỗi vụ vi phạm trừ 0,5 điểm'],
  ['', 'Tổng cộng', 100, null],
];

test('a table in the layout that units use is gone through question by question, and nothing is rescaled or assumed', async () => {
  expect(await at.say('lan', '/bang_diem')).toContain('phiên bản 1 · 100 điểm · 12 tiêu chí');
  const review = await send(await workbookOf({ 'Bảng điểm': BOOK }));
  expect(review).toContain('Đã đọc bang-diem.xlsx, trang tính “Bảng điểm”.');
  expect(review).toContain('Mục I ghi 60 điểm, các mục con cộng lại 59,99.');
  expect(review).toContain('Cách chấm: 6 chấm tay.');
  // What must be decided comes first, also when the table is to be written at once.
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain('Ô B9: mục II.2 chưa ghi điểm tối đa.');
  expect(await at.say('lan', 'mười điểm')).toContain('chưa hiểu');
  expect(await at.say('lan', '10')).toContain('Mục II.2: tối đa 10 điểm.');
  expect(await at.say('lan', 'II.2')).toContain('II.2. Họp khối đầy đủ · 10 điểm · chấm tay');
  expect(await at.press('lan', 'Đồng ý')).toContain('Mục I.1: tính theo tỷ lệ kết quả/chỉ tiêu.');
  expect(await at.press('lan', 'Đồng ý')).toContain('Ngày chậm tính theo ngày lịch hay ngày làm việc?');
  expect(await at.press('lan', 'Ngày làm việc')).toContain('Mục II.1: tính theo ngày làm việc.');
  await at.press('lan', 'Theo báo cáo chậm nhất');
  const gap = await at.press('lan', 'Báo cáo sơ kết');
  expect(gap).toContain('chưa nêu điểm cho giá trị từ 3 đến 4; từ 7 trở lên');
  expect(await at.say('lan', '5')).toContain('Mục II.1: giá trị khác: 5 điểm.');
  const sums = await at.press('lan', 'Chấm tay');
  expect(sums).toContain('các mục con cộng lại 59,99');
  expect(sums).toContain('Giữ 60 điểm như in, hay sửa thành 59,99');
  expect(sums).toContain('[Giữ như in: 60]');
  expect(await at.press('lan', 'Giữ như in')).toContain('Đã trả lời hết câu hỏi.');
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain(
    'Đã ghi bảng điểm, phiên bản 2: 6 tiêu chí, 100 điểm.',
  );

  const made = await table();
  expect(made).toMatchObject({ version: 2, max: p(100), name: 'BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM 2026' });
  expect(checkTable(made)).toMatchObject([{ code: 'sum_differs', key: 'i', max: p(60), sum: p(59.99) }]);
  expect(await ruleOf('i/1')).toEqual({ id: 'ratio', version: 1, params: {} });
  expect(await ruleOf('iii/1')).toEqual({ id: 'manual', version: 1, params: {} });
  const late = await ruleOf('ii/1');
  expect(late).toMatchObject({
    id: 'late_days',
    params: { days: 'working', several: 'worst', otherwise: p(5) },
  });
  expect(late?.params).toHaveProperty('of.deadlines', [expect.any(String)]);
  expect(await at.say('mai', '/cham_diem')).toContain('1. Hoàn thành chỉ tiêu');
});

test('the table that holds is changed in the chat: maximum, words, rule, added, removed; answers to what stayed are kept', async () => {
  await at.say('mai', '38/40', '15');
  expect(await at.say('mai', 'tiêu chí II.3', '20')).toContain('Đã ghi 20');
  await at.say('lan', '/bang_diem');
  expect(await at.press('lan', 'Sửa bảng đang dùng')).toContain('Sửa bảng điểm đang dùng.');
  expect(await at.say('lan', '1 tối đa 5')).toContain('Có 3 mục mang số 1: I.1, II.1, III.1.');
  expect(await at.say('lan', 'II.3 tối đa 18')).toContain('Mục II.3: tối đa 18 điểm.');
  expect(await at.say('lan', 'ii.2 ten Hop khoi day du, dung gio')).toContain('Mục II.2: Hop khoi day du');
  const banded = await at.say(
    'lan',
    'II.2 từ 95% trở lên: 10 điểm; từ 80% đến dưới 95%: 5 điểm; dưới 80%: 0 điểm',
  );
  expect(banded).toContain('từ 80 đến dưới 95: 5 điểm');
  expect(await at.say('lan', 'II.2 tốt: 10 điểm; khá: 7 điểm; yếu: 0 điểm')).toContain('khá: 7 điểm');
  expect(await at.say('lan', 'II.2 chấm tay')).toContain('chấm tay');
  expect(await at.say('lan', 'III.1 mỗi vụ vi phạm trừ 0,5 điểm')).toContain('mỗi lần, mỗi mục: 0,5 điểm');
  expect(await at.say('lan', 'thêm II.4 Đăng ký mô hình mới, 2 điểm')).toContain('Đã thêm mục II.4.');
  expect(await at.say('lan', 'thêm II.4 Mục khác, 2 điểm')).toContain('Đã có mục II.4.');
  expect(await at.say('lan', 'I.2 xóa')).toContain('Đã bỏ mục I.2.');
  expect(await at.say('lan', 'I.9 xóa')).toContain('Bảng không có mục “I.9”.');
  expect(await at.say('lan', 'I 40 điểm')).toContain('Mục I: tối đa 40 điểm.');
  expect(await at.say('lan', 'tổng 80')).toContain('Cả bảng: tối đa 80 điểm.');
  expect(await at.say('lan', 'cả bảng')).toContain('4. Đăng ký mô hình mới · 2 điểm · chấm tay');
  const before = await at.mark('mai');
  const made = await at.press('lan', 'Ghi bảng điểm');
  expect(made).toContain('Đã ghi bảng điểm, phiên bản 3: 6 tiêu chí, 80 điểm.');
  expect(made).toContain('Điểm đã chấm: giữ 1, phải chấm lại 2 do tiêu chí thay đổi.');
  expect(await at.told('mai', before)).toContain('Đơn vị có 2 tiêu chí đã chấm phải chấm lại');
  expect(checkTable(await table())).toEqual([]);
  expect(await ruleOf('iii/1')).toMatchObject({ id: 'penalty_per_occurrence', params: { each: p(0.5) } });
  const held = await at.say('mai', 'xong');
  expect(held).toContain('Còn 4 tiêu chí chưa chấm.');
  expect(await at.say('mai', 'tiêu chí I.1')).toContain('Đang ghi đạt 38 / chỉ tiêu 40');
});

test('bands that claim the same are asked about, and one that would give more for coming later is never written', async () => {
  await at.say('lan', '/bang_diem');
  await at.press('lan', 'Sửa bảng đang dùng');
  await at.say(
    'lan',
    'II.2 chậm 1-3 ngày trừ 2 điểm; chậm 3-5 ngày trừ 4 điểm; chậm trên 5 ngày trừ 10 điểm',
  );
  await at.press('lan', 'Trả lời');
  await at.press('lan', 'Ngày lịch');
  await at.press('lan', 'Cộng dồn');
  const asked = await at.press('lan', 'Mọi báo cáo');
  expect(asked).toContain('hai khoảng cùng nhận giá trị đúng 3');
  expect(await at.press('lan', 'từ 1 đến 3: 8 điểm')).toContain('Đã trả lời hết câu hỏi.');
  await at.say('lan', 'II.3 chậm 1-3 ngày trừ 4 điểm; chậm trên 3 ngày trừ 2 điểm');
  await at.press('lan', 'Trả lời');
  await at.press('lan', 'Ngày lịch');
  await at.press('lan', 'Cộng dồn');
  await at.press('lan', 'Mọi báo cáo');
  expect(await at.press('lan', 'Về bảng xem lại')).toContain('Còn 1 câu hỏi.');
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain('lại được nhiều điểm hơn');
  await at.press('lan', 'Chấm tay');
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain('phiên bản 4');
  const late = await ruleOf('ii/2');
  expect(late?.params).toMatchObject({
    bands: [
      { eq: '0', points: p(10) },
      { ge: '1', le: '3', points: p(8) },
      { gt: '3', le: '5', points: p(6) },
      { ge: '6', points: p(0) },
    ],
  });
});

test('what belongs to the table as a whole is seen and changed, a group is added, and the last change is taken back', async () => {
  await at.say('lan', '/bang_diem');
  await at.press('lan', 'Sửa bảng đang dùng');
  const shown = await at.press('lan', 'Cách tính chung');
  expect(shown).toContain('Làm tròn: từng tiêu chí, 2 số lẻ.');
  expect(shown).toContain('Xếp loại: chưa đặt.');
  expect(shown).toContain('giữ đồng hạng');
  expect(await at.say('lan', 'làm tròn tổng điểm 1 số lẻ')).toContain('Làm tròn: tổng điểm, 1 số lẻ.');
  const classes = await at.say('lan', 'xếp loại: Xuất sắc từ 70; Tốt từ 60; Khá từ 50');
  expect(classes).toContain('• Tốt: từ 60 đến dưới 70');
  expect(await at.say('lan', 'xếp loại: A từ 60 đến 70; B từ 60 đến 65')).toContain('không chồng nhau');
  expect(await at.say('lan', 'xếp loại: A trên 60 trở lên')).toContain('chưa hiểu');
  const ties = await at.say('lan', 'ưu tiên: II.3, số phiếu, quyết định');
  expect(ties).toContain('1) điểm mục 3. Đăng ký thi đua; 2) số phiếu; 3) quyết định của Khối');
  expect(await at.say('lan', 'II thưởng tối đa 3')).toContain('Mục II: điểm thưởng tối đa 3.');
  expect(await at.say('lan', 'trừ tối đa 5')).toContain('Cả bảng: điểm trừ tối đa 5.');
  expect(await at.say('lan', 'II.3 trừ tối đa 5')).toContain('đặt cho nhóm hoặc cho cả bảng');
  expect(await at.say('lan', 'thêm nhóm IV Sáng kiến, 6 điểm')).toContain(
    'Đã thêm mục IV. Sáng kiến · 6 điểm.',
  );
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain('Mục IV chưa có tiêu chí con.');
  expect(await at.say('lan', 'thêm IV.1 Sáng kiến cấp xã, 6 điểm')).toContain('Đã thêm mục IV.1.');
  expect(await at.say('lan', 'tổng 86')).toContain('tối đa 86 điểm');
  expect(await at.say('lan', 'đồng hạng 1, 1, 2')).toContain('đánh số 1, 1, 2');
  const undone = await at.press('lan', 'Bỏ sửa vừa rồi');
  expect(undone).toContain('Lần sửa sau không còn hiệu lực:');
  expect(undone).toContain('đánh số 1, 1, 2');
  expect(await at.press('lan', 'Cách tính chung')).toContain(
    'Mức trần: cả bảng: điểm trừ 5; mục II: điểm thưởng 3.',
  );
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain('phiên bản 5');
  const made = await table();
  expect(made).toMatchObject({
    caps: { bonus: null, penalty: p(5), total: null },
    settings: {
      ...{ rounding: { at: 'total', decimals: 1 }, ranking: 'gaps' },
      classes: [{ name: 'Xuất sắc' }, { name: 'Tốt' }, { name: 'Khá' }],
      tieBreak: [{ by: 'criterion', key: 'ii/3' }, { by: 'ballot' }, { by: 'decision' }],
    },
  });
  expect(made.children.at(-1)).toMatchObject({ no: 'IV', children: [{ no: '1', max: p(6) }] });
});

test('a file that is no table changes nothing and says what is wanted; of several sheets one is chosen', async () => {
  await at.say('lan', '/bang_diem');
  expect(await send(new Uint8Array([1, 2, 3]))).toMatch(/Tệp bị hỏng[\s\S]*tệp Excel \(\.xlsx\)/);
  expect(await send(await workbookOf({ A: [['x', 'y']] }))).toContain('chưa thấy bảng có cột “Nội dung”');
  const small: MadeCell[][] = [...HEAD, ['I', 'Nhóm', 10, null], ['1', 'Tiêu chí nhỏ', 10, null]];
  expect(await send(await workbookOf({ 'Đơn vị SN': small, 'Hành chính': BOOK }))).toContain(
    'Tệp có 2 trang tính có bảng điểm',
  );
  expect(await at.press('lan', 'Đơn vị SN')).toContain('Tối đa 10 điểm · 1 tiêu chí.');
  await at.press('lan', 'Hủy');
  expect((await table()).version).toBe(5);
});

test('the template comes as a file that reads as it is meant; units fill in the table itself', async () => {
  await at.say('lan', '/bang_diem');
  const before = await at.mark('lan');
  await at.press('lan', 'Tải tệp mẫu');
  await engine.tick();
  await engine.settle();
  const messages = await room.messages('lan', 'lan', before);
  const file = messages.flatMap(one => (one.file ? [one.file] : [])).at(-1);
  if (!file) throw new Error('no file');
  const read = await readScoreTable(await room.download(file.ref), 'x');
  expect(read.kind).toBe('table');
  await at.say('lan', 'hủy');
});

test('once a unit has sent its sheet the season keeps the version it is scored by', async () => {
  await at.say('lan', '/bang_diem');
  await at.press('lan', 'Sửa bảng đang dùng');
  await at.say('mai', '/cham_diem', 'xong');
  await at.press('mai', 'Chấm tiếp');
  await at.say('mai', '17', '2', '0', '4');
  await at.press('mai', 'Gửi bản chấm');
  await at.say('lan', 'II.4 3 điểm');
  expect(await at.press('lan', 'Ghi bảng điểm')).toContain('năm nay không thay bảng điểm được nữa');
  expect((await table()).version).toBe(5);
  await at.say('lan', 'hủy');
  expect(await at.say('lan', '/bang_diem')).toContain('năm nay giữ phiên bản này');
});

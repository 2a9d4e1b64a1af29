import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { aTarget, planned } from '../support/planned.ts';
import { plain } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database);
const { say, press, newIn } = leadChat(room);

test('without a plan it says where targets come from', async () => {
  expect(plain(await say('/chi_tieu', 'mai'))).toContain('Năm nay chưa có chỉ tiêu');
  const sentence = { line: 7, quote: 'nước sạch chung 96,4%, nông thôn 93,8%' };
  await planned(database, blocs[0] ?? 0, engine.clock.now(), [
    aTarget({ metric: 'Hồ sơ giải quyết đúng hạn', period: '2026' }),
    aTarget({ metric: 'Nước sạch chung', operator: '=', low: 96.4, from: sentence }),
    aTarget({ metric: 'Nước sạch nông thôn', operator: '=', low: 93.8, from: sentence }),
    aTarget({ metric: 'Tăng trưởng', operator: 'between', low: 12.5, high: 13, measure: '%/năm' }),
    aTarget({
      metric: 'Bàn giao mặt bằng',
      operator: 'done',
      low: null,
      measure: null,
      raw: 'bàn giao mặt bằng',
    }),
    aTarget({ metric: 'Buổi tuyên truyền', scope: 'each_unit', low: 2, measure: 'buổi' }),
  ]);
});

test('the list is numbered, each figure as printed, those of one sentence together and apart', async () => {
  const listed = plain(await say('chỉ tiêu', 'mai'));
  expect(listed).toMatch(/1\. ⚪ Hồ sơ giải quyết đúng hạn: ≥ 98% \(2026\)|1\. ⚪ .*≥ 98%.*chưa có số liệu/);
  expect(listed).toMatch(
    /Cùng một câu: “nước sạch chung[^”]*”\n {3}2\. ⚪ Nước sạch chung.*\n {3}3\. ⚪ Nước sạch nông.*\n4\./,
  );
  expect(listed).toContain('12,5 – 13%/năm');
  const doing = /5\. ⚪ Bàn giao mặt bằng – chưa có số liệu/;
  expect(listed, 'no word is added to it, and none said twice').toMatch(doing);
  expect(plain(await say('/ke_hoach', 'mai'))).toMatch(/• Bàn giao mặt bằng$/m);
  expect(listed).toContain('6. ⚪ Buổi tuyên truyền: ≥ 2 buổi – 0/6 đơn vị đạt, 6 chưa có số liệu');
});

test('a unit reports its own, after a look, with day, source and evidence; the lead is told', async () => {
  await newIn('dung', 'dung');
  const shown = await say('/chi_tieu 6 1 buổi đến 5/6, theo Báo cáo 12/BC-TYT', 'mai');
  expect(plain(shown)).toMatch(
    /Của: Trạm Y tế xã\nSố liệu: 1 buổi, đến ngày 05\/6\/2026\nNguồn: Báo cáo 12\/BC-TYT/,
  );
  expect(await newIn('dung', 'dung')).toBe('');
  expect(plain(await press(shown, 'Ghi 1 buổi', 'mai'))).toContain('🟡 đang theo kịp');
  expect(await newIn('dung', 'dung')).toContain('Trạm Y tế xã báo 1 buổi (mức đề ra ≥ 2 buổi)');

  const bytes = new TextEncoder().encode('ảnh buổi tuyên truyền');
  const file = { name: 'anh.pdf', bytes, mime: 'application/pdf' };
  const again = (await room.attach('mai', 'mai', [file], '/chi_tieu 6 2')).at(-1);
  if (!again) throw new Error('no answer to a file');
  expect(plain(again)).toContain('kèm tệp anh.pdf');
  expect(plain(await press(again, 'Ghi 2 buổi', 'mai'))).toContain('🟢 đạt');
  const open = plain(await say('/chi_tieu 6', 'tuan'));
  expect(open).toMatch(
    /🟢 Trạm Y tế xã: 2 buổi \(đến 08\/6\/2026\), đạt\n.*Kèm tệp anh\.pdf\. Đồng chí Đặng Thị Mai/,
  );
  expect(open).toContain('⚪ Phòng Kinh tế: chưa có số liệu');
});

test('a value far off is asked about before it is kept', async () => {
  const odd = await say('/chi_tieu 1 970');
  expect(plain(odd)).toMatch(/Có đúng 970% không\? Tỷ lệ này quá 100%[\s\S]*\[Đúng, ghi 970%\]/);
  expect(plain(odd)).not.toContain('[Ghi 970%]');
  await say('hủy');
  const many = plain(await say('/chi_tieu 6 25 buổi', 'tuan'));
  expect(many).toMatch(/Có đúng 25 buổi không\? Số này gấp từ 10 lần mức đề ra \(2 buổi\)/);
  await say('hủy', 'tuan');
});

test('the figure of the whole bloc is the lead’s alone, until it is given to units', async () => {
  expect(plain(await say('/chi_tieu 1 99', 'mai'))).toContain('do Trưởng khối báo số liệu');
  expect(plain(await press(await say('/chi_tieu 1 97,2 đến 31/5'), 'Ghi 97,2%'))).toContain('🟡');
  expect(plain(await say('/chi_tieu'))).toContain('97,2% (đến 31/5/2026), đang theo kịp');

  expect(plain(await say('/chi_tieu 1 giao Phòng Kinh tế', 'tuan'))).toContain('do Trưởng khối làm');
  const shown = await say('/chi_tieu 1 giao Phòng Kinh tế, Trạm Y tế');
  expect(plain(shown)).toContain('Sẽ giao cho: Phòng Kinh tế và Trạm Y tế xã');
  await newIn('tuan', 'tuan');
  await press(shown, 'Giao');
  expect(await newIn('tuan', 'tuan')).toMatch(/\[Chỉ tiêu 1\][\s\S]*\[Báo số liệu\]/);
  expect(plain(await press(await say('/chi_tieu 1 99', 'tuan'), 'Ghi 99%', 'tuan'))).toContain(
    'của Phòng Kinh tế',
  );
  const taken = await say('/chi_tieu 1 giao không');
  expect(plain(await press(taken, 'Giao'))).toContain('Đã thôi giao chỉ tiêu 1');
  expect(plain(await say('/chi_tieu 1 98', 'tuan'))).toContain('do Trưởng khối báo số liệu');
});

test('a figure with two readings is asked about, and what is no figure loses nothing', async () => {
  const both = await say('/chi_tieu 4 1,234');
  expect(both.options?.flat().map(one => one.label)).toEqual(
    expect.arrayContaining(['Đúng, ghi 1,234%/năm', 'Đúng, ghi 1.234%/năm']),
  );
  expect(plain(await say('khoảng mười hai rưỡi'))).toContain('chưa thấy con số ở đầu dòng');
  expect(plain(await say('12,8 đến 31/9'))).toContain('Ngày “31/9” không có');
  expect(plain(await press(await say('13,4 đến 31/5'), 'Ghi 13,4'))).toContain('vượt khoảng, cần xem lại');
  expect(
    plain(await press(await say('/chi_tieu 5 xong, biên bản 4/BB-UBND'), 'Ghi đã hoàn thành')),
  ).toContain('🟢');
});

test('the lead sees which units have not reported, and asks just those', async () => {
  const rows = await say('/chi_tieu chưa');
  expect(plain(rows)).toContain('• Phòng Kinh tế: chỉ tiêu 6');
  expect(plain(rows)).not.toContain('Trạm Y tế');
  for (const person of ['tuan', 'mai']) await newIn(person, person);
  await room.clock({ to: '2026-06-08T01:30:00Z' });
  for (const person of ['tuan', 'mai']) await newIn(person, person);
  expect(plain(await press(rows, 'Đề nghị 5'))).toContain('Đã gửi đề nghị tới');
  expect(await newIn('tuan', 'tuan')).toMatch(
    /đề nghị đơn vị đồng chí báo số liệu[\s\S]*6\. Buổi tuyên truyền/,
  );
  expect(await newIn('mai', 'mai')).toBe('');
  expect(plain(await say('/chi_tieu chưa', 'tuan'))).toContain('do Trưởng khối làm');
});

test('the week’s summary has a line of it', async () => {
  await newIn('khoi-1', 'mai');
  await room.clock({ to: '2026-06-15T01:30:00Z' });
  expect(await newIn('khoi-1', 'mai')).toMatch(
    /Chỉ tiêu: 1 đạt, 2 đang thực hiện, 0 chưa đạt, 3 chưa có số liệu/,
  );
});

test('an unknown number is answered with the way to the list', async () => {
  expect(plain(await say('/chi_tieu 44', 'mai'))).toContain('Không có chỉ tiêu “44”');
  expect(plain(await say('/chi_tieu abc', 'mai'))).toContain('Không có chỉ tiêu “abc”');
});

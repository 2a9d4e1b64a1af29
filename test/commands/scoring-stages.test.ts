import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain } from '../support/room-client.ts';
import { scoringRoom } from '../support/scoring-room.ts';

const database = await testDatabase();
const { room } = await blocRoom(database, { at: new Date('2026-12-01T02:00:00Z') });
const at = scoringRoom(room);

/** 89 of 100. */
const SCORES = ['18', '11,5', '7', '9.5', '7', '6', '8', '5', '4,5', '5', '5', '2,5'];

test('nobody verifies the own unit: the lead’s sheet is the deputy’s, a member verifies nobody until told to', async () => {
  for (const person of ['mai', 'tuan', 'lan']) await at.score(person, SCORES);
  expect(await at.say('ha', '/tham_dinh')).toContain('không được giao thẩm định');
  const lead = await at.say('lan', '/tham_dinh');
  expect(lead).toContain('[Phòng Kinh tế · chờ thẩm định]');
  expect(lead).not.toContain('[Văn phòng HĐND');
  expect(await at.say('tuan', '/tham_dinh')).toContain('Văn phòng HĐND và UBND xã · còn 12 tiêu chí');
});

test('/tham_dinh takes the short name of a unit, and says whose another one’s sheet is', async () => {
  expect(await at.say('lan', '/tham_dinh PKT')).toContain('Phòng Kinh tế · còn 12 tiêu chí');
  await at.say('lan', '/huy');
  expect(await at.say('lan', '/tham_dinh Văn phòng')).toMatch(/^Bản chấm của Văn phòng .* do .* thẩm định/);
  await at.say('lan', '/huy');
});

test('peer scoring: a unit is given another’s sheet, never its own; given it, the lead no longer verifies it', async () => {
  expect(await at.say('lan', '/giao_tham_dinh Phòng Kinh tế cho Phòng Kinh tế')).toContain(
    'không thể tự thẩm định',
  );
  const before = await at.mark('ha');
  await at.say('lan', '/giao_tham_dinh Phòng Kinh tế cho Phòng VHXH');
  expect(await at.told('ha', before)).toContain('được giao thẩm định (chấm chéo) Phòng Kinh tế');
  await at.say('lan', '/tham_dinh');
  expect(await at.say('ha', '/tham_dinh')).toContain('Phòng Kinh tế · còn 12 tiêu chí');
});

test('a point that is changed needs a reason; sent back, the unit answers only what is named', async () => {
  expect(await at.say('lan', '/tham_dinh tram y te', '21')).toContain('tối đa 20 điểm');
  expect(await at.say('lan', '-1')).toContain('không được nhỏ hơn 0');
  expect(await at.say('lan', '1,234')).toContain('hai chữ số sau dấu phẩy');
  expect(await at.say('lan', '10')).toContain('18 điểm → 10 điểm. Đề nghị cho biết lý do.');
  expect(await at.say('lan', '9')).toContain('Đề nghị gõ lý do bằng chữ.');
  expect(await at.say('lan', 'van ban ky sau ngay chot', 'ok')).toContain('Đồng ý tiêu chí 2.');
  await at.press('lan', 'Trả lại');
  await at.press('lan', 'Thiếu minh chứng');
  await at.press('lan', 'Đồng ý 9 tiêu chí');
  const before = await at.mark('mai');
  expect(await at.press('lan', 'Trả lại 1')).toContain('Đã trả lại 1 tiêu chí');
  expect(await at.told('mai', before)).toContain(
    '3. Phối hợp với các đơn vị khác trong xã: Thiếu minh chứng',
  );
  expect(await at.say('mai', '/cham_diem')).toContain('1/1 · tối đa 8 điểm');
  expect(await at.say('mai', 'tiêu chí 1')).toContain('không có tiêu chí');
  expect(await at.say('mai', '6')).toContain('Đã chấm lại 1/1 tiêu chí bị trả lại.');
  expect(await at.press('mai', 'Gửi')).toMatch(/Đã gửi bản chấm .*: \d+(,\d+)?\/100 điểm/);
});

test('a self score is not sent back as a report but criterion by criterion', async () => {
  expect(await at.say('lan', '/bao_cao bảng tự chấm')).toContain('Trạm Y tế');
  await at.press('lan', '● Trạm Y tế');
  expect(await at.press('lan', 'Trả lại')).toContain('được trả lại theo từng tiêu chí');
  expect(await at.press('lan', 'Thẩm định')).toContain('Trạm Y tế');
  expect(await at.say('lan', '/tra_lai bản tự chấm của trạm y tế: sai')).toContain('theo từng tiêu chí');
  expect(await at.say('lan', '/tra_lai trạm y tế: thiếu minh chứng')).not.toContain('tự chấm');
});

test('the unit explains itself, the verifier looks again at that alone, and settles', async () => {
  await at.say('lan', '/tham_dinh tram');
  expect(await at.press('lan', 'Đồng ý')).toContain('đồng ý 11, thay đổi 1');
  await at.press('lan', 'Kết thúc');
  expect(await at.say('mai', '/giai_trinh')).toContain('Tự chấm 18 điểm, thẩm định 10 điểm.');
  await at.say('mai', 'Văn bản ký ngày 20/11');
  await at.press('mai', 'Gửi giải trình');
  expect(await at.say('lan', '/tham_dinh tram')).toContain('Đơn vị giải trình: Văn bản ký ngày 20/11');
  await at.press('lan', 'Giữ 10 điểm');
  expect(await at.press('lan', 'Kết luận')).toContain('Đã kết luận điểm của Trạm Y tế xã');
});

test('units see others’ scores only when the lead opens them', async () => {
  expect(await at.say('mai', '/xep_hang')).toContain('chưa xem được điểm của đơn vị khác');
  expect(await at.say('mai', '/vi_sao Phòng Kinh tế')).toContain('chưa xem được điểm của đơn vị khác');
  expect(await at.say('mai', '/tong_hop')).toContain('chưa xem được điểm của đơn vị khác');
  expect(await at.say('mai', '/diem')).not.toContain('Phòng Kinh tế');
  const asked = await at.say('mai', '/diem Phòng Kinh tế');
  expect(asked).toMatch(/chưa xem được điểm của đơn vị khác[\s\S]*Trạm Y tế xã/);
  const lead = await at.say('lan', '/diem Phòng Kinh tế');
  expect(lead).toContain('Phòng Kinh tế');
  expect(lead).not.toContain('Trạm Y tế');
  await at.say('lan', '/cong_bo mở điểm');
  expect(await at.say('mai', '/diem Phòng Kinh tế')).toContain('Phòng Kinh tế');
  expect(await at.say('mai', '/xep_hang')).toContain('Phòng Kinh tế');
  await at.say('lan', '/cong_bo đóng điểm');
  expect(await at.say('mai', '/xep_hang')).toContain('chưa xem được');
});

test('what needs two people is not put aside by one of them, nor while a proposal waits', async () => {
  await at.say('lan', '/cong_bo hai người');
  const before = await at.mark('dung');
  expect(await at.say('lan', '/cong_bo một người')).toContain('chờ một người khác của Trưởng khối đồng ý');
  expect(await at.told('dung', before)).toContain('từ nay chỉ cần một người công bố điểm');
  expect(await at.say('lan', '/cong_bo')).toContain('Công bố cần hai người');
  expect(await at.press('lan', 'Thôi, vẫn cần hai người')).toContain('Công bố vẫn cần hai người.');
  await at.say('lan', '/cong_bo một người');
  await at.say('dung', '/cong_bo');
  expect(await at.press('dung', 'Đồng ý chỉ cần một người')).toContain('Từ nay một người công bố được');
  expect(await at.say('lan', '/cong_bo')).toContain('[Cần hai người]');
});

test('two people publish where the bloc says so; what is not settled is not published', async () => {
  await at.say('ha', '/cham_diem', '20');
  await at.say('lan', '/cong_bo hai người', '/cong_bo');
  expect(await at.press('lan', 'Đề nghị công bố')).toContain('còn bản chấm chưa kết luận');
  await at.agree('ha', 'Phòng Kinh tế');
  await at.agree('tuan', 'Văn phòng');
  await at.say('lan', '/khong_xet Phòng Kinh tế: có đơn tố cáo đang xem xét (CV 12/TTr)');
  await at.press('lan', 'Ghi không xét');
  await at.say('lan', '/cong_bo');
  expect(await at.press('lan', 'Đề nghị công bố')).toContain('chưa gửi bản chấm');
  await at.press('lan', 'Khóa tự chấm');
  expect(await at.say('ha', '/cham_diem')).toContain('đã khóa phần tự chấm');
  expect(await at.say('ha', '/diem')).toContain('tự chấm đã khóa: điểm nháp không tính');
  expect(await at.say('ha', '/han')).toContain('Bảng tự chấm');
  const shown = await at.say('lan', '/cong_bo công bố');
  expect(shown).toMatch(/chưa gửi bản tự chấm: .*Phòng Văn hóa - Xã hội/);
  expect(shown).toContain('điểm nháp không tính');
  expect(shown).toMatch(/Bảng tự chấm điểm thi đua còn hạn đến/);
  const silent = shown
    .split('\n')
    .filter(line => /Phòng Văn hóa - Xã hội.*chưa gửi|chưa gửi.*Phòng Văn hóa - Xã hội/.test(line));
  expect(silent, 'named once').toHaveLength(1);
  expect(await at.press('lan', 'Đề nghị công bố')).toContain('Còn hạn chưa đến. Vẫn công bố?');
  expect(await at.press('lan', 'Vẫn công bố trước hạn')).toContain('Cần một người khác');
  await at.say('lan', '/cong_bo');
  expect(await at.press('lan', 'Chỉ cần một người')).toContain('Đang có đề nghị công bố');
  expect(await at.press('lan', 'Xác nhận')).toContain('cần một người khác của Trưởng khối');
  await at.say('lan', '/khong_xet Trạm Y tế: có đơn tố cáo (CV 13/TTr)', 'xác nhận');
  await at.say('dung', '/cong_bo');
  const differs = await at.press('dung', 'Xác nhận công bố');
  expect(differs).toContain('Khác với kết quả lúc đề nghị công bố:');
  expect(differs).toContain('• Trạm Y tế xã: 80 điểm, hạng 2 → 80 điểm, hạng –.');
  await at.say('lan', '/khong_xet Trạm Y tế: bỏ', 'xác nhận');
  await at.say('dung', '/cong_bo');
  const agreed = await at.press('dung', 'Xác nhận công bố');
  expect(agreed).toContain('không thể thu hồi');
  expect(agreed).not.toContain('Khác với kết quả');
  const before = await at.mark('mai');
  await at.press('dung', 'Xác nhận công bố');
  expect(await at.press('dung', 'Vẫn công bố trước hạn')).toContain('Đã công bố kết quả');
  expect(await at.told('mai', before)).toContain('công bố kết quả chấm điểm');
});

test('published, the scores are locked for everybody and say so; everyone sees the ranking with its reasons', async () => {
  expect(await at.say('mai', '/cham_diem')).toContain('đã khóa');
  expect(await at.say('lan', '/khong_xet Trạm Y tế: lý do')).toContain('đã công bố và đã khóa');
  expect(await at.say('lan', '/cong_bo')).toContain('đã khóa');
  const ranking = await at.say('mai', '/xep_hang');
  expect(ranking).toContain('Xếp hạng (chính thức)');
  expect(ranking).toContain('1 | Văn phòng HĐND và UBND xã | 89');
  expect(ranking).toContain('2 | Trạm Y tế xã | 80');
  expect(ranking).toContain('– | Phòng Kinh tế | 89');
  expect(ranking).toContain('– | Phòng Văn hóa - Xã hội | 0');
  expect(ranking).toMatch(/Không xếp hạng, chưa gửi bản tự chấm: .*Phòng Văn hóa - Xã hội/);
  expect(ranking).toContain('có đơn tố cáo đang xem xét (CV 12/TTr)');
  const why = await at.say('mai', '/vi_sao 1');
  expect(why).toContain('Điểm ở bước tự chấm: 18.');
  expect(why).toContain('van ban ky sau ngay chot');
  expect(why).toContain('chấm điểm trực tiếp (bản 1)');
});

test('whoever sent nothing is not told to go on, and owes no self score any more', async () => {
  const own = await at.say('ha', '/diem');
  expect(own).toContain('Đơn vị không gửi bản tự chấm nên không xếp hạng.');
  expect(own).not.toContain('/cham_diem');
  expect(await at.say('ha', '/han')).not.toContain('Bảng tự chấm');
});

test('an appeal in time opens its own line, is answered with a reason, and moves the total', async () => {
  await at.say('mai', '/kien_nghi 1 văn bản ký đúng ngày, xin xem lại');
  const lead = await at.mark('lan');
  expect(await at.press('mai', 'Gửi')).toContain('Đã gửi kiến nghị về tiêu chí 1');
  expect(await at.told('lan', lead)).toContain('Kiến nghị mới của Trạm Y tế xã');
  expect(await at.say('mai', '/kien_nghi 1')).toContain('đang chờ trả lời');
  await at.say('lan', '/kien_nghi', '17');
  const shown = await at.say('lan', 'đã đối chiếu sổ công văn');
  expect(shown).toContain('• Trạm Y tế xã: 80 → 87 điểm; tiêu chí 1: 10 → 17');
  expect(await at.say('mai', '/xep_hang')).toContain('2 | Trạm Y tế xã | 80');
  const [before, others] = [await at.mark('mai'), await at.mark('ha')];
  await at.say('lan', '/kien_nghi', 'chấp nhận');
  expect(await at.told('mai', before)).toContain('Điểm chính thức của đơn vị: tổng điểm 80 → 87');
  const told = await at.told('ha', others);
  expect(told).toContain('Kiến nghị của Trạm Y tế xã về tiêu chí 1 được chấp nhận. Kết quả chính thức mới:');
  expect(told).toContain('2 | Trạm Y tế xã | 87');
  const [inGroup] = (await room.messages('khoi-1', 'ha')).slice(-1);
  expect(inGroup && plain(inGroup)).toContain('Kết quả chính thức mới:');
  expect(await at.say('mai', '/xep_hang')).toContain('2 | Trạm Y tế xã | 87');
  await room.clock({ to: '2026-12-09T02:00:00Z' });
  expect(await at.say('mai', '/kien_nghi 2')).toContain('Đã hết hạn kiến nghị (08/12/2026)');
});

test('workbook, minutes and pictures come as files', async () => {
  await at.say('lan', '/tong_hop bien ban excel');
  expect(at.files().map(file => file.name.split('.').at(-1))).toEqual(['xlsx', 'docx']);
  await at.say('mai', '/xep_hang');
  expect(at.files().map(file => file.name)).toEqual(['xep-hang-2026.png']);
});

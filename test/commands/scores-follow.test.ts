import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { blocWithLateness } from '../support/late-bloc.ts';
import { scoringRoom } from '../support/scoring-room.ts';

const { room } = await blocRoom(await testDatabase(), { files: [await blocWithLateness(0.5)] });
const at = scoringRoom(room);
const report = 'phong trào thi đua tháng';

async function file(person: string, document: string): Promise<void> {
  await at.say(person, `/nop_bao_cao ${report}`, document);
  await at.press(person, 'Xác nhận');
}

/** What each hears of a lead's act. */
async function told(people: readonly string[], act: () => Promise<unknown>): Promise<string[]> {
  const marks = await Promise.all(people.map(at.mark));
  await act();
  return Promise.all(people.map((person, n) => at.told(person, marks[n] ?? 0)));
}

const moves = 'Tiêu chí 8. Thực hiện đủ chế độ thông tin, báo cáo của khối: ';

test('an extension undoes a penalty: the lead sees it before, the unit hears it after, nobody else', async () => {
  await room.clock({ to: '2026-06-10T02:00:00Z' });
  await file('ha', '12/BC-VHXH ngày 10/6/2026');
  await room.clock({ to: '2026-06-15T02:00:00Z' });
  await file('mai', '15/BC-TYT ngày 15/6/2026');
  const preview = await at.say('lan', `/gia_han ${report}, Trạm Y tế, 16/6, vì mất điện`);
  expect(preview).toContain('• Trạm Y tế xã: 5 → 7 điểm; tiêu chí 8: 5 → 7\n');
  const [unit, other] = await told(['mai', 'ha'], () => at.press('lan', 'Thực hiện'));
  expect(unit).toContain(`${moves}5 → 7\nTổng điểm tạm tính của đơn vị: 5 → 7.`);
  expect(other).not.toContain('điểm');
  expect(await at.say('mai', '/vi_sao 8')).toContain('7');
});

test('taken back, the penalty stands again and all are told', async () => {
  const [unit] = await told(['mai'], async () => {
    expect(await at.say('lan', '/hoan_tac')).toContain('• Trạm Y tế xã: 7 → 5 điểm');
  });
  expect(unit).toContain('Tổng điểm tạm tính của đơn vị: 7 → 5.');
});

test('a deadline moved to an earlier day costs those it makes late; moved to a later one, it gives back', async () => {
  const preview = await at.say('lan', `/doi_han ${report} ngày 9/6/2026`);
  expect(preview).toContain('• Phòng Văn hóa - Xã hội: 7 → 6,5 điểm; tiêu chí 8: 7 → 6,5');
  expect(preview).toContain('• Trạm Y tế xã: 5 → 4 điểm');
  const [one, another] = await told(['ha', 'mai'], () => at.press('lan', 'Thực hiện'));
  expect(one).toContain(`${moves}7 → 6,5`);
  expect(another).toContain(`${moves}5 → 4`);
  await at.say('lan', `/doi_han ${report} ngày 11/6/2026`);
  const [back] = await told(['ha'], () => at.press('lan', 'Thực hiện'));
  expect(back).toContain(`${moves}6,5 → 7`);
});

test('what is sent back is owed again, and late by today', async () => {
  const preview = await at.say('lan', '/tra_lai Phòng VHXH: thiếu biểu số 2');
  expect(preview).toContain('• Phòng Văn hóa - Xã hội: 7 → 5 điểm');
  const [unit] = await told(['ha'], () => at.press('lan', 'Trả lại'));
  expect(unit).toContain(`${moves}7 → 5`);
  await file('ha', '12a/BC-VHXH ngày 15/6/2026');
});

test('places count once somebody has scored himself', async () => {
  await at.score('tuan', ['18', '11,5', '7', '9.5', '7', '6', '8', '4,5', '5', '5', '2,5']);
  expect(await at.say('lan', `/gia_han ${report}, Phòng VHXH, 17/6, vì mất điện`)).toContain('hạng ');
  await at.say('lan', '/huy');
});

test('excluded, a unit hears why; whose place that moves is said to the lead, to units only once scores are open', async () => {
  const [unit, other] = await told(['ha', 'mai'], async () => {
    const before = await at.say('lan', '/khong_xet Phòng VHXH: đang có đơn tố cáo (CV 12/TTr)');
    expect(before).toContain('• Phòng Văn hóa - Xã hội: hạng 2 → không xếp hạng');
    const said = await at.press('lan', 'Ghi không xét');
    expect(said).toContain('• Phòng Văn hóa - Xã hội: hạng 2 → không xếp hạng');
  });
  expect(unit).toContain('Phòng Văn hóa - Xã hội được ghi không xét thi đua: đang có đơn tố cáo (CV 12/TTr)');
  expect(other).toBe('');
  const [again] = await told(['ha'], async () => {
    const before = await at.say('lan', '/khong_xet Phòng VHXH: bỏ');
    expect(before).toContain('• Phòng Văn hóa - Xã hội: hạng không xếp hạng → 2');
    await at.press('lan', 'Bỏ ghi');
  });
  expect(again).toContain('được xét thi đua');
  await at.say('lan', '/cong_bo mở điểm');
  await at.say('lan', `/gia_han ${report}, Phòng VHXH, 16/6, vì mất điện`);
  await at.press('lan', 'Thực hiện');
  await at.say('lan', `/gia_han ${report}, Trạm Y tế, 16/6, vì mất điện`);
  const [own] = await told(['mai'], () => at.press('lan', 'Thực hiện'));
  expect(own).toContain('Tổng điểm tạm tính của đơn vị: 5 → 7; hạng 3 → 2.');
});

test('published, nothing moves, and both the lead and the unit are told so', async () => {
  await file('tuan', '9/BC-KT ngày 15/6/2026');
  await at.agree('lan', 'Phòng Kinh tế');
  await at.say('lan', '/cong_bo');
  await at.press('lan', 'Khóa tự chấm');
  await at.say('lan', '/cong_bo công bố');
  await at.press('lan', 'Xác nhận công bố');
  const before = await at.say('mai', '/xep_hang');
  const locked = 'Điểm đã công bố và đã khóa: thay đổi này không làm thay đổi điểm, thứ hạng.';
  expect(await at.say('lan', `/gia_han ${report}, Phòng Kinh tế, 17/6, vì mất điện`)).toContain(locked);
  const [unit] = await told(['tuan'], () => at.press('lan', 'Thực hiện'));
  expect(unit).toContain(`Bản đơn vị đã nộp nay được tính là đúng hạn.\n${locked}`);
  expect(await at.say('mai', '/xep_hang')).toBe(before);
  expect(await at.say('ha', '/rut_bao_cao')).toContain(locked);
  const [lead] = await told(['lan'], () => at.press('ha', 'Rút báo cáo'));
  expect(lead).not.toContain('điểm');
  expect(await at.say('mai', '/xep_hang')).toBe(before);
  expect(await at.say('lan', '/tra_lai Phòng Kinh tế: thiếu biểu số 2')).toContain(locked);
  const [owner] = await told(['tuan'], async () => {
    const done = await at.press('lan', 'Trả lại');
    expect(done).toContain('Đã trả lại');
    expect(done).toContain(`${locked} Chỉ kiến nghị được chấp nhận mới đổi điểm: đơn vị gõ /kien_nghi.`);
  });
  expect(owner).toContain(locked);
  const sheet = await at.say('lan', '/tra_lai bản tự chấm của Phòng Kinh tế: chấm sai');
  expect(sheet).toContain('Điểm đã công bố lúc');
  expect(sheet).toContain('không trả lại bản tự chấm của Phòng Kinh tế được nữa');
  expect(sheet).toContain('/kien_nghi');
  await file('tuan', '10/BC-KT ngày 15/6/2026');
});

test('only an appeal moves published points that come from records, to what the lead says with a reason', async () => {
  const was = await at.say('tuan', '/vi_sao 8');
  expect(was).toContain('5/7 · chính thức');
  await at.say('tuan', '/kien_nghi 8 đã được gia hạn đến 17/6');
  await at.press('tuan', 'Gửi');
  expect(await at.say('lan', '/kien_nghi')).toContain(
    'tính từ dữ liệu nộp báo cáo. Chấp nhận: gõ số điểm mới',
  );
  expect(await at.say('lan', '8')).toContain('7');
  await at.say('lan', '7');
  await at.say('lan', 'đã gia hạn, nộp trong hạn');
  const [unit] = await told(['tuan'], () => at.press('lan', 'Chấp nhận'));
  expect(unit).toContain('chấp nhận, đã điều chỉnh. Lý do: đã gia hạn, nộp trong hạn');
  const why = await at.say('tuan', '/vi_sao 8');
  expect(why).toContain('7/7 · chính thức');
  expect(why).toContain('Trả lời kiến nghị');
});

import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { blocWithLateness } from '../support/late-bloc.ts';
import { plain } from '../support/room-client.ts';
import { scoringRoom } from '../support/scoring-room.ts';

const { room } = await blocRoom(await testDatabase(), {
  files: [await blocWithLateness(1, 'calendar', 'first')],
});
const at = scoringRoom(room);
const report = 'phong trào thi đua tháng';

async function file(person: string, document: string): Promise<string> {
  await at.say(person, `/nop_bao_cao ${report}`, document);
  return at.press(person, 'Xác nhận');
}

async function told(person: string, act: () => Promise<unknown>): Promise<string> {
  const mark = await at.mark(person);
  await act();
  return at.told(person, mark);
}

test('nothing handed in, nothing to take back', async () => {
  expect(await at.say('ha', '/rut_bao_cao')).toContain('chưa có báo cáo nào rút được');
});

test('in time a unit takes its report back: its points follow, it is owed again, and the lead hears of both', async () => {
  await room.clock({ to: '2026-06-10T02:00:00Z' });
  await file('ha', '12/BC-VHXH ngày 10/6/2026');
  expect(await at.say('ha', '/vi_sao 8')).toContain('7');
  const preview = await at.say('ha', 'rút báo cáo tháng');
  expect(preview).toContain('Sẽ rút: “Báo cáo kết quả phong trào thi đua tháng” của Phòng Văn hóa - Xã hội');
  expect(preview).toContain('Tiêu chí 8');
  expect(preview).toContain('7 → chưa có');
  const lead = await told('lan', () => at.press('ha', 'Rút báo cáo'));
  expect(lead).toContain('Đơn vị rút báo cáo');
  expect(lead).toContain('• Phòng Văn hóa - Xã hội: 7 → 0 điểm; tiêu chí 8: 7 → chưa có');
  expect(await at.say('ha', '/han')).toContain('Báo cáo kết quả phong trào thi đua tháng');
  expect(await at.say('lan', '/tien_do tháng')).toContain('đã nộp 0/6');
  expect(await at.say('lan', '/bao_cao Phòng Văn hóa')).toContain('Chưa nhận báo cáo nào');
  expect(await at.say('ha', '/rut_bao_cao tháng')).toContain('Không có báo cáo nào rút được');
});

test('what the lead has taken is not taken back, though the button was seen before', async () => {
  await file('mai', '20/BC-TYT ngày 10/6/2026');
  expect(await at.say('mai', '/rut_bao_cao')).toContain('Sẽ rút');
  await at.say('lan', '/bao_cao Trạm Y tế');
  await at.press('lan', 'Tiếp nhận');
  const seen = (await room.messages('mai', 'mai')).findLast(one =>
    one.options?.flat().some(({ label }) => label === 'Rút báo cáo'),
  );
  if (!seen) throw new Error('no button');
  expect((await room.press('mai', seen, 'Rút báo cáo')).map(plain).join('\n')).toContain(
    'Trưởng khối đã tiếp nhận',
  );
  expect(await at.say('mai', '/rut_bao_cao')).toContain('Trưởng khối đã tiếp nhận');
  expect(await at.say('lan', '/tien_do tháng')).toContain('đã nộp 1/6');
});

test('handed in again it is the next version, and late by its own day, also where the first one counts', async () => {
  await room.clock({ to: '2026-06-13T02:00:00Z' });
  expect(await file('ha', '13/BC-VHXH ngày 13/6/2026')).toContain('lần 2');
  expect(await at.say('ha', '/diem')).toContain('5');
});

test('past the last day it is the lead who may send it back', async () => {
  for (const typed of ['/rut_bao_cao', '/rut_bao_cao tháng']) {
    const said = await at.say('ha', typed);
    expect(said).toContain('Đã quá hạn nộp nên không rút được.');
    expect(said).toContain('báo Trưởng khối trả lại');
  }
});

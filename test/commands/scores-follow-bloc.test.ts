import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { blocWithLateness } from '../support/late-bloc.ts';
import { plain } from '../support/room-client.ts';
import { scoringRoom } from '../support/scoring-room.ts';

const { room } = await blocRoom(await testDatabase(), { files: [await blocWithLateness(0.5, 'working')] });
const at = scoringRoom(room);
const report = 'phong trào thi đua tháng';

async function told(person: string, act: () => Promise<unknown>): Promise<string> {
  const mark = await at.mark(person);
  await act();
  return at.told(person, mark);
}

test('a day off that makes a report less late is shown with its points before and told after; taken back, they go', async () => {
  await room.clock({ to: '2026-06-15T02:00:00Z' });
  await at.say('mai', `/nop_bao_cao ${report}`, '15/BC-TYT ngày 15/6/2026');
  await at.press('mai', 'Xác nhận');
  const preview = await at.say('lan', '/ngay_nghi 15/6 nghỉ');
  expect(preview).toContain('• Trạm Y tế xã: 6 → 6,5 điểm; tiêu chí 8: 6 → 6,5');
  const group = (await room.state()).chats.find(one => one.kind === 'group')?.id ?? '';
  const inGroup = (await room.say(group, 'lan', '/ngay_nghi 15/6 nghỉ')).map(plain).join('\n');
  expect(inGroup).toContain('Khối nghỉ thứ Hai, 15/6/2026');
  expect(inGroup).not.toContain('điểm');
  await at.say('lan', '/ngay_nghi 15/6 nghỉ');
  // The day is off now, so that the unit hears of it on the next good morning.
  const unit = await told('mai', async () => {
    expect(await at.press('lan', 'Thực hiện')).toContain('• Trạm Y tế xã: 6 → 6,5 điểm');
    expect(await at.say('mai', '/diem')).toContain('6,5');
    expect(await at.say('lan', '/ngay_nghi 15/6 rút lại')).toContain('• Trạm Y tế xã: 6,5 → 6 điểm');
    await at.press('lan', 'Bỏ');
    await room.clock({ to: '2026-06-16T02:00:00Z' });
  });
  expect(unit).toContain('Tổng điểm tạm tính của đơn vị: 6 → 6,5.');
});

test('what is recorded on behalf is shown with its points before, and the unit hears of them after', async () => {
  const preview = await at.say('lan', `/ghi_nhan ${report}, Phòng VHXH, 5/BC-VHXH 12/6/2026`);
  expect(preview).toContain('• Phòng Văn hóa - Xã hội: 6 → 6,5 điểm');
  const unit = await told('ha', async () => {
    expect(await at.press('lan', 'Ghi nhận')).toContain('• Phòng Văn hóa - Xã hội: 6 → 6,5 điểm');
  });
  expect(unit).toContain('Tổng điểm tạm tính của đơn vị: 6 → 6,5.');
});

test('a unit that comes while others are scored joins them, one that leaves moves their places: shown before, told after', async () => {
  await at.score('tuan', ['18', '11,5', '7', '9.5', '7', '6', '8', '4,5', '5', '5', '2,5']);
  await at.say('lan', '/don_vi');
  await at.press('lan', 'Thêm đơn vị');
  expect(await at.say('lan', 'Công an xã')).toContain('Đang chấm điểm: đơn vị mới tự chấm');
  await at.press('lan', 'Bỏ');
  await at.say('lan', '/don_vi Phòng Kinh tế');
  const preview = await at.press('lan', 'Giải thể');
  expect(preview).toContain('hạng 2 → 1');
  expect(await at.press('lan', 'Thực hiện')).toContain('hạng 2 → 1');
});

import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { aQuota, planned } from '../support/planned.ts';
import { plain } from '../support/room-client.ts';
import { scoringRoom } from '../support/scoring-room.ts';

/** Tuesday, 01/12/2026, 09:00. */
const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database, { at: new Date('2026-12-01T02:00:00Z') });
const { say, press, newIn, done } = leadChat(room);
const at = scoringRoom(room);
const SCORES = ['18', '11,5', '7', '9.5', '7', '6', '8', '5', '4,5', '5', '5', '2,5'];

test('quotas stand as the plan has them, with what counts against them', async () => {
  await planned(database, blocs[0] ?? 0, engine.clock.now(), [
    aQuota({ award: 'Cờ thi đua của UBND tỉnh' }),
    aQuota({ award: 'Bằng khen', low: 50, measure: '%' }),
  ]);
  const shown = plain(await say('/khen_thuong'));
  expect(shown).toMatch(
    /• Cờ thi đua của UBND tỉnh: ≤ 1 tập thể, mỗi khối – đã đề nghị 0\/1\n• Bằng khen: .*đã đề nghị 0\/3/,
  );
  expect(shown).toContain('Chưa có đề nghị nào');
  expect(shown).toContain('Hạn hồ sơ “Hồ sơ đề nghị khen thưởng của khối”');
  expect(shown).toContain('thực hiện theo quy định của pháp luật');
});

test('candidates come from ranking and ballots; equal ones are pointed at the clause, and nobody is chosen', async () => {
  for (const person of ['mai', 'tuan']) await at.score(person, SCORES);
  await press(await say('/binh_xet Cờ thi đua: Phòng Kinh tế; Trạm Y tế; chọn 1'), 'Phiếu giấy');
  const papers = 'mời 6, có mặt 6, phát ra 6, thu về 6, hợp lệ 6, không hợp lệ 0\n1: 5\n2: 1';
  for (const person of ['lan', 'mai']) {
    await say('/kiem_phieu', person);
    await press(await say(papers, person), 'Ghi kết quả', person);
  }
  const asked = plain(await press(await say('/khen_thuong'), 'Đề nghị khen thưởng'));
  expect(asked).toMatch(/• Phòng Kinh tế: hạng 1; bình xét số 1\n• Trạm Y tế xã: hạng 1/);
  const preview = await say('Cờ thi đua: Phòng Kinh tế');
  expect(plain(preview)).toMatch(/căn cứ kết quả bình xét[\s\S]*Xếp hạng: 1 \(đồng hạng\)[\s\S]*cuộc số 1/);
  expect(plain(preview)).toContain('khoản 6 Điều 4 Nghị định 152/2025/NĐ-CP');
  expect(plain(preview)).toContain(
    'Định mức: Cờ thi đua của UBND tỉnh: ≤ 1 tập thể, mỗi khối – đã đề nghị 0/1',
  );
  expect(plain(await press(preview, 'Ghi đề nghị'))).toContain('Đã ghi đề nghị số 1');
});

test('beyond the quota it is said so, and the same twice; people decide', async () => {
  const over = await say('/khen_thuong Cờ thi đua: Trạm Y tế');
  expect(plain(over)).toMatch(/đã đề nghị 1\/1\.\nĐề nghị này vượt định mức/);
  expect(plain(over)).toContain('[Vẫn ghi, vượt định mức]');
  expect(plain(await say('Cờ thi đua: Phòng Kinh tế'))).toContain('Đã có đề nghị số 1 cùng hình thức');
  await say('hủy');
});

test('a unit that is not considered cannot be proposed, whatever its points', async () => {
  await press(await say('/khong_xet TYT: có đơn tố cáo (CV 12/TTr)'), 'Ghi không xét');
  const shown = await say('/khen_thuong Bằng khen: đồng chí Đặng Thị Mai, Trạm Y tế');
  expect(plain(shown)).toMatch(
    /Cho: đồng chí Đặng Thị Mai \(Trạm Y tế xã\)[\s\S]*Không xét: .*có đơn tố cáo.*CV 12\/TTr/,
  );
  expect(plain(shown)).not.toContain('[Ghi đề nghị]');
  await say('hủy');
  expect(plain(await say('/khen_thuong'))).toMatch(
    /Đơn vị không xét \(ngoài điểm\):\n• Trạm Y tế xã: .*tố cáo/,
  );
});

test('the dossier is a checklist; sent with a gap it is warned of, and its result told to the unit', async () => {
  const step = async (line: string) => plain(await press(await say(`/khen_thuong 1 ${line}`), 'Ghi'));
  expect(plain(await say('/khen_thuong 1 được tặng theo QĐ 1'))).toContain(
    'đang lập hồ sơ nên chưa ghi “được tặng”',
  );
  expect(await step('tờ trình số 15/TTr-KTĐ ngày 5/12')).toContain(
    'còn thiếu báo cáo thành tích và biên bản',
  );
  expect(await step('báo cáo thành tích 3/BC-PKT')).toContain('còn thiếu biên bản');
  expect(plain(await say('/khen_thuong 1 đã trình ngày 6/12'))).toContain('hồ sơ chưa ghi biên bản');
  await say('hủy');
  expect(plain(await say('/khen_thuong 1 biên bản 4/BB-KTĐ ngày 31/11'))).toContain(
    'Lịch không có ngày 31/11: tháng 11 chỉ có 30 ngày',
  );
  expect(plain(await say('4/BB-KTĐ ngày 30/11'))).toContain('[Ghi]');
  await say('hủy');
  await step('biên bản 4/BB-KTĐ, 5/6 phiếu');
  const open = await say('/khen_thuong 1');
  expect(plain(open)).toMatch(
    /✓ tờ trình: số 15\/TTr-KTĐ ngày 5\/12\n✓ báo cáo thành tích: 3\/BC-PKT\n✓ biên bản/,
  );
  expect(open.options?.flat().map(one => one.label)).toEqual(['Ghi trình hồ sơ', 'Ghi rút đề nghị']);
  await step('đã trình Hội đồng ngày 6/12');
  await newIn('tuan', 'tuan');
  expect(plain(await say('/khen_thuong 1 xem lại giúp'))).toMatch(
    /chưa hiểu “xem lại giúp”, chưa ghi gì[\s\S]*\/khen_thuong 1 được tặng …[\s\S]*\[Ghi được tặng\]/,
  );
  expect(plain(await say('/khen_thuong 1 duoc tagn theo QD 200'))).toMatch(
    /Có phải đồng chí muốn gõ:\n\/khen_thuong 1 được tặng …\n/,
  );
  await step('dc tặng theo QĐ 200/QĐ-UBND ngày 20/12');
  expect(await newIn('tuan', 'tuan')).toMatch(
    /\[Khen thưởng\].*Cờ thi đua, Phòng Kinh tế: được tặng\.\ntheo QĐ 200/,
  );
});

test('units see what was granted and their own; the deadline to the council stands with it', async () => {
  await press(await say('/khen_thuong Giấy khen: Phòng VHXH'), 'Ghi đề nghị');
  expect(plain(await say('/khen_thuong', 'mai'))).toMatch(/1\. Cờ thi đua.*đã được tặng(?![\s\S]*Giấy khen)/);
  expect(plain(await say('/khen_thuong', 'ha'))).toContain('2. Giấy khen');
  expect(plain(await say('/khen_thuong 2', 'mai'))).toContain('Không có đề nghị “2”');
  expect(plain(await say('/khen_thuong Cờ thi đua: Trạm Y tế', 'mai'))).toContain('do Trưởng khối làm');
  await done('/them_han Hồ sơ khen thưởng, trước ngày 10/12, khối');
  expect(plain(await say('/khen_thuong'))).toContain('Hạn hồ sơ “Hồ sơ khen thưởng”: 09/12/2026');
  expect(plain(await say('/khen_thuong Cờ thi đua'))).toContain('chưa rõ hình thức khen thưởng hoặc đơn vị');
  await say('hủy');
});

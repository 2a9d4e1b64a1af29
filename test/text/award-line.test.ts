import { expect, test } from 'vitest';
import { readAward, readAwardStep, sameAward } from '../../src/text/award-line.ts';

const units = [
  { id: 'pkt', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'tyt', names: ['Trạm Y tế xã', 'Trạm Y tế'] },
];

test.each([
  ['Cờ thi đua: Phòng Kinh tế', 'Cờ thi đua', 'pkt', null],
  ['co thi dua: phong kinh te', 'co thi dua', 'pkt', null],
  ['Đề nghị tặng Bằng khen cho Trạm Y tế', 'Bằng khen', 'tyt', null],
  ['Bằng khen: đồng chí Nguyễn Văn A, Trạm Y tế', 'Bằng khen', 'tyt', 'đồng chí Nguyễn Văn A'],
  ['Giấy khen: PKT (tổ một cửa)', 'Giấy khen', 'pkt', 'tổ một cửa'],
  ['Cờ thi đua: TYT', 'Cờ thi đua', 'tyt', null],
  ['Bằng khen: đồng chí Nguyễn Văn A, TYT', 'Bằng khen', 'tyt', 'đồng chí Nguyễn Văn A'],
  ['Giấy khen: Phòng KT (tổ một cửa)', 'Giấy khen', 'pkt', 'tổ một cửa'],
])('%s', (line, award, unitId, subject) => {
  expect(readAward(line, units)).toEqual({ award, unitId, subject });
  expect(readAward(line.normalize('NFD'), units)).toEqual({ award, unitId, subject });
});

test('without an award or a unit there is nothing to propose', () => {
  for (const line of ['Cờ thi đua', 'Phòng Kinh tế', 'Cờ thi đua: Phòng Khác'])
    expect(readAward(line, units)).toBeNull();
});

test.each([
  ['tờ trình số 15/TTr-KTĐ ngày 5/12', 'request', 'số 15/TTr-KTĐ ngày 5/12'],
  ['báo cáo thành tích 3/BC-PKT', 'achievements', '3/BC-PKT'],
  ['bien ban hop: 4/BB-KTD', 'minutes', '4/BB-KTD'],
  ['đã trình Hội đồng ngày 6/12', 'sent', 'ngày 6/12'],
  ['gửi hồ sơ', 'sent', ''],
  ['được tặng theo QĐ 200/QĐ-UBND', 'granted', 'theo QĐ 200/QĐ-UBND'],
  ['không được tặng: hết định mức', 'refused', 'hết định mức'],
  ['rút', 'withdrawn', ''],
  ['dc tang theo QD 5', 'granted', 'theo QD 5'],
  ['đc khen thưởng', 'granted', ''],
  ['ko dc tang: vượt', 'refused', 'vượt'],
  ['TTr số 3', 'request', 'số 3'],
  ['BCTT 4/BC', 'achievements', '4/BC'],
])('%s', (line, kind, said) => {
  expect(readAwardStep(line)).toEqual({ kind, said });
});

test('other words are no step', () => {
  expect(readAwardStep('trình độ chuyên môn')).toEqual(null);
  expect(readAwardStep('rút kinh nghiệm')).toEqual(null);
});

test('a quota speaks of an award by its words', () => {
  expect(sameAward('Cờ thi đua của UBND tỉnh', 'cờ thi đua')).toBe(true);
  expect(sameAward('Cờ thi đua', 'Bằng khen')).toBe(false);
});

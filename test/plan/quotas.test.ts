import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlan } from '../support/small-plan.ts';

const read = (heading: string, words: string) => readPlan(smallPlan(`II. ${heading}\n1. ${words}`));

test.each([
  ['KHEN THƯỞNG', 'Cờ thi đua của UBND tỉnh: 01 chi nhánh.', ['= 1 chi nhánh']],
  ['KHEN THƯỞNG', 'Xếp thứ nhì có 02 trường (đề nghị tặng Bằng khen).', ['= 2 trường']],
  ['KHEN THƯỞNG', 'Giấy khen cho 03 thôn dẫn đầu và không quá 10 hộ tiêu biểu.', ['= 3 thôn', '<= 10 hộ']],
  ['DANH HIỆU', 'Chiến sĩ thi đua cơ sở: 12 đồng chí.', ['= 12 đồng chí']],
  ['CHỈ TIÊU', 'Lao động tiên tiến: từ 85% viên chức, người lao động trở lên.', ['>= 85 %']],
  ['CHỈ TIÊU', 'Tỷ lệ "Chiến sĩ thi đua cơ sở" không vượt quá 15% số cá nhân.', ['<= 15 %']],
  ['KHEN THƯỞNG', 'Không xét Bằng khen cho đơn vị có trên 5% cá nhân bị kỷ luật.', []],
  ['KHEN THƯỞNG', 'Đề nghị Giấy khen: gửi 02 bộ hồ sơ.', []],
])('%s: %s', (heading, words, expected) => {
  const record = read(heading, words);
  expect(record.quota_requirements.map(one => `${one.operator} ${one.value} ${one.unit}`)).toEqual(expected);
  expect(record.targets).toEqual([]);
});

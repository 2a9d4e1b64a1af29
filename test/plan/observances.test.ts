import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlan } from '../support/small-plan.ts';

const days = (words: string) =>
  readPlan(smallPlan(`II. NỘI DUNG\n1. ${words}`)).milestones.map(one => `${one.date} ${one.what}`);

test.each([
  [
    'Thi đua lập thành tích chào mừng các ngày lễ lớn 19/5, 2/9 và 22/12.',
    [
      '2026-05-19 Ngày sinh Chủ tịch Hồ Chí Minh',
      '2026-09-02 Quốc khánh',
      '2026-12-22 Ngày thành lập Quân đội nhân dân Việt Nam',
    ],
  ],
  [
    'Đợt 1: chào mừng Ngày sinh Chủ tịch Hồ Chí Minh 19/5 và Quốc khánh 2/9.',
    ['2026-05-19 Ngày sinh Chủ tịch Hồ Chí Minh', '2026-09-02 Quốc khánh'],
  ],
  [
    'Chào mừng kỷ niệm 81 năm Quốc khánh (02/9/1945 - 02/9/2026) và ngày 19/5.',
    ['2026-09-02 Quốc khánh', '2026-05-19 Ngày sinh Chủ tịch Hồ Chí Minh'],
  ],
  ['Báo cáo kết quả đợt thi đua chào mừng gửi trước ngày 2/9.', []],
  ['Tổ chức hội thi ngày 19/5.', []],
  ['Kỷ niệm ngày 12/6 của đơn vị.', []],
])('%s', (words, expected) => {
  expect(days(words)).toEqual(expected);
});

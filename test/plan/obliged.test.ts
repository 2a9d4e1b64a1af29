import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlan } from '../support/small-plan.ts';

/** `title day (only …)`, one for each deadline. */
const owed = (words: string) =>
  readPlan(smallPlan(`III. TỔ CHỨC THỰC HIỆN\n${words}`)).deadlines.map(one =>
    [
      `${one.what} ${one.due_date}`,
      ...(one.only ? [`only ${one.only.join(', ')}`] : []),
      ...(one.except ? [`but ${one.except.join(', ')}`] : []),
    ].join(' / '),
  );

test.each([
  [
    'Riêng Phòng Kinh tế gửi số liệu thu ngân sách trước ngày 05/6/2026.',
    ['Số liệu thu ngân sách 2026-06-04 / only Phòng Kinh tế'],
  ],
  [
    'Trạm Y tế xã báo cáo kết quả tiêm chủng trước ngày 15/9/2026; Phòng Kinh tế gửi báo cáo vụ mùa trước ngày 20/9/2026.',
    [
      'Báo cáo kết quả tiêm chủng 2026-09-14 / only Trạm Y tế xã',
      'Báo cáo vụ mùa 2026-09-19 / only Phòng Kinh tế',
    ],
  ],
  [
    'Các đơn vị (trừ Công an xã) nộp danh sách đề nghị khen thưởng trước ngày 01/12/2026.',
    ['Danh sách đề nghị khen thưởng 2026-11-30 / but Công an xã'],
  ],
  [
    'Các đơn vị, trừ Trạm Y tế và Công an xã, nộp danh sách vận động viên trước ngày 01/8/2026.',
    ['Danh sách vận động viên 2026-07-31 / but Trạm Y tế xã, Công an xã'],
  ],
  [
    'Công an xã có trách nhiệm gửi báo cáo an ninh trước ngày 12/11/2026, các đơn vị còn lại trước ngày 20/11/2026.',
    ['Báo cáo an ninh 2026-11-11 / only Công an xã', 'Báo cáo an ninh 2026-11-19 / but Công an xã'],
  ],
  [
    'Báo cáo năm của Phòng Kinh tế gửi trước ngày 25/11/2026.',
    ['Báo cáo năm của Phòng Kinh tế 2026-11-24 / only Phòng Kinh tế'],
  ],
  [
    'Các trường nộp bài dự thi trước ngày 15/10/2026.',
    ['Bài dự thi 2026-10-14 / only Trường Tiểu học Yên Thành'],
  ],
  ['Các đơn vị gửi báo cáo sơ kết trước ngày 10/6/2026.', ['Báo cáo sơ kết 2026-06-09']],
  ['Riêng Văn phòng Bộ gửi số liệu trước ngày 30/10/2026.', ['Số liệu 2026-10-29 / only Văn phòng Bộ']],
])('whose duty it is: %s', (words, expected) => {
  expect(owed(words)).toEqual(expected);
});

test('under the heading of a unit a duty is that unit’s', () => {
  expect(
    owed(
      '1. Phòng Văn hóa - Xã hội:\n- Gửi dự thảo chương trình hội thi về Trưởng khối trước ngày 20/7/2026.',
    ),
  ).toEqual(['Dự thảo chương trình hội thi 2026-07-19 / only Phòng Văn hóa - Xã hội']);
});

test.each([
  'Các đơn vị tự chấm điểm, báo cáo Trưởng khối trước ngày 05/12/2026.',
  'Các đơn vị hoàn thành tự chấm điểm và báo cáo Trưởng khối trước ngày 05/12/2026.',
])('telling the lead is no second duty: %s', words => {
  expect(readPlan(smallPlan(`III. TỔ CHỨC THỰC HIỆN\n${words}`)).deadlines).toMatchObject([
    { kind: 'self_score', due_date: '2026-12-04', to: 'Trưởng khối' },
  ]);
});

test('who is told something is not thereby the lead', () => {
  const record = readPlan(
    smallPlan('I. NỘI DUNG\n1. Công an xã gửi báo cáo cho Trưởng khối trước ngày 5/12/2026.'),
  );
  expect(record.leader?.name).toBe('Phòng Kinh tế');
  expect(record.member_units.find(unit => unit.name === 'Công an xã')).not.toHaveProperty('aliases');
});

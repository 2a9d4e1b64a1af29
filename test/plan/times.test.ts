import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlan } from '../support/small-plan.ts';

const read = (words: string) => readPlan(smallPlan(`III. TỔ CHỨC THỰC HIỆN\n1. ${words}`));
const codes = (words: string) => read(words).anomalies.map(one => `${one.code}: ${one.quote}`);

describe('a day that cannot be read', () => {
  test.each([
    ['Gửi báo cáo sơ kết trước ngày …/6/2026.', 'blank_due: trước ngày …/6/2026'],
    ['Báo cáo năm gửi trước ngày .../.../2026.', 'blank_due: trước ngày .../.../2026'],
    ['Gửi danh sách trước ngày ..... tháng 7 năm 2026.', 'blank_due: trước ngày ..... tháng 7 năm 2026'],
    ['Gửi đăng ký thi đua trước ngày 3O/O1/2026.', 'misread_day: trước ngày 3O/O1/2026'],
    ['Giao ban từ ngày 20/10 đến 10/10/2026, gửi báo cáo.', 'reversed_dates: từ ngày 20/10 đến 10/10/2026'],
    ['Hồ sơ khen thưởng gửi trước ngày 31/11.', 'impossible_date: trước ngày 31/11'],
    ['Hồ sơ khen thưởng gửi trước tháng 13/2026.', 'impossible_date: trước tháng 13/2026'],
    ['Báo cáo quý III gửi trước ngày 31/9/2026.', 'impossible_date: trước ngày 31/9/2026'],
  ])('is warned of and asked, never guessed: %s', (words, warned) => {
    const record = read(words);
    expect(codes(words)).toContain(warned);
    expect(record.deadlines).toEqual([]);
    expect(record.unresolved_deadlines).toHaveLength(1);
  });

  test('a figure left blank is warned of', () => {
    const { anomalies } = readPlan(smallPlan('II. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo giảm còn ….. %.'));
    expect(anomalies.map(one => one.code)).toContain('blank_figure');
  });
});

test.each([
  ['Báo cáo quý III gửi trước ngày 25/9/2026.', 'Báo cáo quý III', '2026-09-24'],
  ['Báo cáo tháng 8 gửi trước ngày 20/8/2026.', 'Báo cáo tháng 8', '2026-08-19'],
  ['Sơ kết quý II vào ngày 30/6/2026.', 'Sơ kết quý II', '2026-06-30'],
  ['Báo cáo tổng kết gửi trước Tết Dương lịch 2027.', 'Báo cáo tổng kết', '2026-12-31'],
  ['Hội nghị tổng kết tháng 12/2026.', 'Hội nghị tổng kết', '2026-12-31'],
])('what a report is about is no term of its own: %s', (words, what, due) => {
  expect(read(words).deadlines.map(one => [one.what, one.due_date])).toEqual([[what, due]]);
});

test.each([
  ['Báo cáo quý gửi trước ngày 05 của tháng đầu quý sau.', { freq: 'quarterly', before_day: 5 }],
  ['Báo cáo quý gửi trước ngày 15 tháng cuối quý.', { freq: 'quarterly', before_day: 15 }],
  ['Báo cáo tháng gửi ngày 25 hàng tháng.', { freq: 'monthly', by_day: 25 }],
])('what comes back: %s', (words, recurrence) => {
  expect(read(words).deadlines).toMatchObject([{ due_date: null, recurrence }]);
});

test('so many working days after something have no date', () => {
  expect(read('Gửi biên bản họp sau 05 ngày làm việc.').deadlines).toMatchObject([
    { due_date: null, offset_days: 5, offset_kind: 'working', rule_kind: 'relative_after_event' },
  ]);
});

test('an hour of a day is kept, and before it is still that day', () => {
  expect(read('Các đơn vị nộp hồ sơ trước 17 giờ 00 ngày 25/11/2026.').deadlines).toMatchObject([
    { due_date: '2026-11-25', due_time: '17:00', rule_kind: 'by_day' },
  ]);
});

test.each([
  ['Gửi báo cáo đột xuất khi có yêu cầu.', 'Báo cáo đột xuất'],
  ['Thực hiện chế độ báo cáo định kỳ theo quy định.', 'Chế độ thông tin, báo cáo'],
])('without a day it is asked, though other reports have theirs: %s', (words, what) => {
  const record = read(`Báo cáo năm gửi trước ngày 30/11/2026.\n2. ${words}`);
  expect(record.unresolved_deadlines.map(one => one.what)).toEqual([what]);
});

test('a duty without a day may be one unit’s', () => {
  expect(read('Riêng Công an xã báo cáo đột xuất khi có vụ việc.').unresolved_deadlines).toMatchObject([
    { what: 'Báo cáo đột xuất', only: ['Công an xã'] },
  ]);
});

test.each([
  'Cụm trưởng kiểm tra chéo từ ngày 10/10/2026 đến ngày 20/10/2026.',
  'Kiểm tra chéo\nThời gian thực hiện: từ ngày 10/10/2026 đến ngày 20/10/2026.',
])('the days of a cross-check are an event, never the period: %s', words => {
  const record = read(words);
  expect(record.deadlines).toMatchObject([
    { kind: 'review', due_date: '2026-10-20', window_start: '2026-10-10' },
  ]);
  expect(record.period_start).toBe('2026-01-01');
});

const dated = (text: string) => readPlan(smallPlan(text)).deadlines.map(one => `${one.kind} ${one.due_date}`);

test.each([
  [
    'Tháng 6: gửi báo cáo sơ kết trước ngày 15/6; họp Khối sơ kết.',
    ['report 2026-06-14', 'event 2026-06-30'],
  ],
  ['Quý III/2026: Kiểm tra chéo, xong trước ngày 20/9/2026.', ['review 2026-09-19']],
  ['Tháng 11/2026 | Gửi hồ sơ trước ngày 20/11/2026 | Các đơn vị', ['dossier 2026-11-19']],
])('the month at the head is that of what has no day of its own: %s', (words, expected) => {
  expect(dated(`III. LỊCH\n1. ${words}`)).toEqual(expected);
});

test('a meeting that the plan rests on has been held', () => {
  const text = smallPlan('I. LỊCH\n1. Họp xét sáng kiến trong tháng 10/2026.').replace(
    'Căn cứ Quyết',
    'Trên cơ sở thống nhất tại Hội nghị giao ban ngày 20/4/2026;\nCăn cứ biên bản họp Khối ngày 22/4/2026;\nCăn cứ Quyết',
  );
  expect(readPlan(text).deadlines.map(one => one.due_date)).toEqual(['2026-10-31']);
});

test('stages of a movement have their days; shares and sums have none', () => {
  expect(
    dated(
      [
        'II. CÁC ĐỢT THI ĐUA',
        '- Đợt 1: từ ngày 10/3/2026 đến ngày 19/5/2026.',
        '- Đợt 2: từ ngày 20/5/2026 đến ngày 02/9/2026, chào mừng Quốc khánh.',
        'III. BÌNH XÉT',
        '1. Họp Khối chọn không quá 1/3 là lãnh đạo, trị giá từ 60 - 80 triệu đồng.',
        '2.4. Bình xét khi có biên bản.',
      ].join('\n'),
    ),
  ).toEqual(['event 2026-05-19', 'event 2026-09-02']);
});

test.each([
  ['Gửi báo cáo tự chấm điểm cho Trưởng khối trước ngày 20/11/2026.', ['self_score 2026-11-19']],
  ['31/10/2026: chốt số liệu chấm điểm; 05/11/2026: hạn gửi báo cáo tổng kết.', ['report 2026-11-05']],
  [
    'Báo cáo năm: trước ngày 05/11/2026, kèm bảng tự chấm điểm.',
    ['report 2026-11-04', 'self_score 2026-11-04'],
  ],
])('what is scored and when data close: %s', (words, expected) => {
  expect(dated(`III. LỊCH\n1. ${words}`)).toEqual(expected);
});

test.each([
  ['IV. ĐÁNH GIÁ KẾT QUẢ, BÌNH XÉT THI ĐUA NĂM 2026', ['review 2026-12-05']],
  ['IV. KẾT QUẢ CÔNG TÁC THI ĐUA NĂM 2025', []],
])('results of the year before are no duties, those of this year lie ahead: %s', (heading, expected) => {
  expect(dated(`${heading}\n1. Thẩm định điểm của các đơn vị: trong ngày 05/12/2026.`)).toEqual(expected);
});

test.each([
  ['Hội thảo chuyên môn: trong tháng 9/2026.', ['event 2026-09-30']],
  ['Giao lưu bóng chuyền: trong tháng 8/2026.', ['event 2026-08-31']],
  ['Thẩm định, chấm chéo kết quả tự chấm: ngày 08/12/2026.', ['review 2026-12-08']],
  ['Đợt cao điểm (đã tổng kết ngày 15/4/2026) được nhân rộng.', []],
  ['Tổng kết chiến dịch: ngày 15/4/2026.', ['event 2026-04-15']],
])('what takes place and what has taken place: %s', (words, expected) => {
  expect(dated(`III. LỊCH\n1. ${words}`)).toEqual(expected);
});

test('papers handed in by stages, and a day counted back from a meeting without one', () => {
  expect(
    dated(
      'III. LỊCH\n1. Hồ sơ công nhận sáng kiến gửi Trưởng khối thành hai đợt:\n- Đợt 1: đến hết ngày 12/6/2026;\n- Đợt 2: trước ngày 16/10/2026.',
    ),
  ).toEqual(['dossier 2026-06-12', 'dossier 2026-10-15']);
  expect(
    read('Tham luận gửi Trưởng khối trước ngày khai mạc hội nghị tổng kết 05 ngày.').deadlines,
  ).toMatchObject([{ kind: 'report', offset_days: 5, rule_kind: 'relative_before_event' }]);
});

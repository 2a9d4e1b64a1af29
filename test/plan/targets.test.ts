import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlan } from '../support/small-plan.ts';

const targets = (words: string) =>
  readPlan(smallPlan(`II. CHỈ TIÊU THI ĐUA\n${words}`)).targets.map(
    ({ metric, operator, value, unit }) => `${metric} ${operator} ${value} ${unit}`,
  );

test.each([
  ['Tỷ lệ hộ gia đình văn hóa đạt trên 95%.', ['Tỷ lệ hộ gia đình văn hóa >= 95 %']],
  [
    'Thu ngân sách đạt 86,4 tỷ, tăng 12% so với năm 2025.',
    ['Thu ngân sách = 86.4 tỷ đồng', 'Thu ngân sách tăng = 12 %'],
  ],
  [
    'Doanh thu đạt 1.200 tỷ đồng, lợi nhuận trước thuế 86,4 tỷ, nộp ngân sách từ 45 đến 50 tỷ.',
    [
      'Doanh thu = 1200 tỷ đồng',
      'Lợi nhuận trước thuế = 86.4 tỷ đồng',
      'Nộp ngân sách between 45,50 tỷ đồng',
    ],
  ],
  ['Số vụ tai nạn giao thông: giảm từ 5% trở lên.', ['Số vụ tai nạn giao thông giảm >= 5 %']],
  ['Tăng 10% số đoàn viên mới.', ['Tăng số đoàn viên mới = 10 %']],
  ['Kéo giảm 15% số vụ phạm pháp hình sự so với năm 2025.', ['Giảm số vụ phạm pháp hình sự = 15 %']],
  ['Giảm tỷ lệ hộ nghèo xuống còn 1,2%.', ['Tỷ lệ hộ nghèo = 1.2 %']],
  ['Giảm số vụ cháy từ 15 vụ xuống còn 10 vụ.', ['Số vụ cháy = 10 vụ']],
  ['Tỷ lệ đúng hạn đạt 95% (năm 2025: 92%).', ['Tỷ lệ đúng hạn = 95 %']],
  ['Hoàn thành số hóa hồ sơ trong 90 ngày.', ['Số hóa hồ sơ <= 90 ngày']],
  ['Phát động chiến dịch 90 ngày cao điểm.', []],
  [
    'Không để xảy ra tai nạn lao động; không có đơn thư vượt cấp; không còn hộ nghèo.',
    ['Số vụ tai nạn lao động = 0 vụ', 'Số đơn thư vượt cấp = 0 đơn', 'Số hộ nghèo = 0 hộ'],
  ],
  ['Bảo đảm tiến độ, không để chậm.', []],
  ['Chuyển đổi số: 80% hồ sơ được nộp trực tuyến.', ['Tỷ lệ hồ sơ được nộp trực tuyến = 80 %']],
  ['Vận động Quỹ Vì người nghèo 350 triệu đồng.', ['Vận động Quỹ Vì người nghèo = 350 triệu đồng']],
  [
    '100% cán bộ, công chức ký cam kết và trên 90% hộ dân được tuyên truyền.',
    ['Tỷ lệ cán bộ, công chức ký cam kết = 100 %', 'Tỷ lệ hộ dân được tuyên truyền >= 90 %'],
  ],
])('%s', (words, expected) => {
  expect(targets(`1. ${words}`)).toEqual(expected);
});

test('a table of targets is read by its columns, of several years the plan’s', () => {
  const table = [
    'TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | Kế hoạch 2026',
    '1 | Tổng thu ngân sách | tỷ đồng | 290 | 320',
    '2 | Tỷ lệ hộ nghèo | % | 1,9 | ≤ 1,5',
    '3 | Số sáng kiến cấp cơ sở | sáng kiến | 9 | 12 trở lên',
  ].join('\n');
  expect(targets(table)).toEqual([
    'Tổng thu ngân sách = 320 tỷ đồng',
    'Tỷ lệ hộ nghèo <= 1.5 %',
    'Số sáng kiến cấp cơ sở >= 12 sáng kiến',
  ]);
});

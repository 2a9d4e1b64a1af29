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
  ['Năm 2025 đạt 85%, năm 2026 phấn đấu đạt 92% hồ sơ đúng hạn.', ['Tỷ lệ hồ sơ đúng hạn = 92 %']],
  ['Giữ vững kết quả đã có, năm 2025 nộp 87 tỷ đồng, đạt 109% kế hoạch.', []],
  ['Đơn vị vắng mặt bị trừ 05 điểm.', []],
  ['Bảo đảm 12,5 bác sĩ/vạn dân.', ['Số bác sĩ/vạn dân = 12.5 bác sĩ/vạn dân']],
  ['Ngay từ đầu năm 2026 ngay tại cơ sở, phấn đấu giữ vững kết quả.', []],
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

test.each([
  ['Tiếp nhận từ 20 tình nguyện viên trở lên.', ['Tiếp nhận tình nguyện viên >= 20 tình nguyện viên']],
  ['Kết nạp mới từ 30 đến 40 quần chúng.', ['Kết nạp mới quần chúng between 30,40 quần chúng']],
  ['Áp dụng ít nhất 04 kỹ thuật cao.', ['Áp dụng kỹ thuật cao >= 4 kỹ thuật']],
  ['Xây dựng 05 "Nhà nhân ái".', ['Số Nhà nhân ái = 5 nhà']],
  ['Nhựa hóa 3,5 km đường liên thôn.', ['Nhựa hóa đường liên thôn = 3.5 km']],
  ['Số hóa gần 70% hồ sơ lưu trữ.', ['Số hóa hồ sơ lưu trữ approx 70 %']],
  ['Giải ngân đạt từ 92% kế hoạch vốn trở lên.', ['Giải ngân >= 92 %']],
  [
    'Tỷ lệ hài lòng của người bệnh nội trú trên 94%, ngoại trú trên 91%.',
    ['Tỷ lệ hài lòng của người bệnh nội trú >= 94 %', 'Tỷ lệ hài lòng của người bệnh ngoại trú >= 91 %'],
  ],
  [
    'Tặng 40 suất học bổng (mỗi suất 800.000 đồng) cho học sinh.',
    ['Tặng suất học bổng cho học sinh = 40 suất học bổng'],
  ],
  ['100% văn bản (trừ văn bản mật) được ký số.', ['Tỷ lệ văn bản được ký số = 100 %']],
  ['Năm 2025 có 35 sáng kiến; 14 đề tài được nghiệm thu.', []],
  ['Có 85% cá nhân trở lên đạt Lao động tiên tiến.', []],
])('what is counted has no list: %s', (words, expected) => {
  expect(targets(`1. ${words}`)).toEqual(expected);
});

test('what is going to be done is a target without such a heading; who is sent and what copies are is none', () => {
  const said = [
    'II. NỘI DUNG HOẠT ĐỘNG',
    '1. Tổ chức 03 đợt học tập kinh nghiệm.',
    '2. Cử 01 công chức làm đầu mối.',
    '3. Lập hồ sơ gửi 02 bản.',
    'III. ĐẶC ĐIỂM TÌNH HÌNH',
    '1. Trường có 30 lớp với 1.200 học sinh, đạt 98% kế hoạch.',
  ].join('\n');
  expect(readPlan(smallPlan(said)).targets.map(({ metric, value }) => [metric, value])).toEqual([
    ['Số đợt học tập kinh nghiệm', 3],
  ]);
});

test.each([
  ['Mỗi tổ chuyên môn thực hiện 02 chuyên đề.', 'tổ chuyên môn'],
  ['Mỗi sở, ban có ít nhất 02 sáng kiến.', 'sở, ban'],
  ['Mỗi phân xưởng có tối thiểu 05 sáng kiến.', 'phân xưởng'],
  ['Mỗi tỉnh, thành Hội xây mới tối thiểu 10 nhà.', 'tỉnh, thành Hội'],
])('of whom a figure is: %s', (words, per) => {
  const record = readPlan(smallPlan(`II. CHỈ TIÊU THI ĐUA\n1. ${words}`));
  expect(record.targets.map(one => one.per)).toEqual([per]);
  expect(record.quota_requirements.map(one => one.scope)).toEqual(['per_unit']);
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

test('figures of one sentence share it, whatever its semicolons; those of the next sentence do not', () => {
  const { targets: found } = readPlan(
    smallPlan(
      'II. CHỈ TIÊU THI ĐUA\n1. Giai đoạn 2026 - 2030, thu ngân sách đạt 120 tỷ đồng; chi ngân sách đạt 90 tỷ đồng. Năm 2026 phấn đấu tỷ lệ giải ngân đạt 95%.',
    ),
  );
  const sentences = found.map(one => one.sentence ?? one.text);
  expect(sentences).toHaveLength(3);
  expect(sentences[0]).toMatch(/^Giai đoạn .* 90 tỷ đồng$/);
  expect(sentences[1]).toBe(sentences[0]);
  expect(sentences[2]).toBe('Năm 2026 phấn đấu tỷ lệ giải ngân đạt 95%');
});

import { expect, test } from 'vitest';
import { draftOf } from '../../src/plan/draft.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlan } from '../support/small-plan.ts';

const plan = (head: string, body: string) => `${head}
Số: 07/KH-CTĐ                 Đà Nẵng, ngày 12 tháng 02 năm 2026

KẾ HOẠCH
Tổ chức phong trào thi đua năm 2026

${body}
`;
const names = (text: string) => readPlan(text).member_units.map(unit => unit.name);

test('enterprises in a bulleted list are members, also without a word for units; the odd one is to be looked at', () => {
  const text = plan(
    'TẬP ĐOÀN HÓA CHẤT BẮC HÀ\nCỤM THI ĐUA SỐ 2',
    [
      'Cụm thi đua số 2 ban hành kế hoạch như sau:',
      'I. THÀNH VIÊN CỤM',
      '• PC Sông Gianh',
      '• Nhà máy Xi măng Hòa Lộc (Cụm trưởng)',
      '• Phân bón Bình Minh',
      '• CTCP Cao su Quảng Phú',
      'II. NỘI DUNG',
      '• Thi đua Lao động giỏi',
    ].join('\n'),
  );
  expect(names(text)).toEqual([
    'PC Sông Gianh',
    'Nhà máy Xi măng Hòa Lộc',
    'Phân bón Bình Minh',
    'CTCP Cao su Quảng Phú',
  ]);
  const odd = readPlan(text).anomalies.filter(one => one.code === 'unusual_unit_name');
  expect(odd.map(one => one.quote)).toEqual(['PC Sông Gianh', 'Phân bón Bình Minh']);
});

test.each(['06 đơn vị: ', ': '])(
  'units that a scanner misspelt are kept, mended, and said to be (gồm %s)',
  count => {
    const text = plan(
      'UBND XÃ ĐỒNG TIẾN\nKHỐI THI ĐUA SỐ 3',
      `Khối thi đua số 3 xã Đồng Tiến gồm ${count}Trưòng Mầm non Hoa Sen, Trạm Y te xã, Truờng Tiểu học Đồng Tiến, Phòng Kinh tê, Công an xã, Hội Đông y xã.`,
    );
    expect(names(text)).toEqual([
      'Trường Mầm non Hoa Sen',
      'Trạm Y tế xã',
      'Trường Tiểu học Đồng Tiến',
      'Phòng Kinh tế',
      'Công an xã',
      'Hội Đông y xã',
    ]);
    const slips = readPlan(text).anomalies.filter(one => one.code === 'unit_name_slip');
    expect(slips.map(one => one.quote)).toEqual([
      'Trưòng Mầm non Hoa Sen',
      'Trạm Y te xã',
      'Truờng Tiểu học Đồng Tiến',
      'Phòng Kinh tê',
    ]);
  },
);

test.each([
  ['BỘ NỘI VỤ\nKHỐI THI ĐUA CÁC VỤ, CỤC', 'Khối thi đua các Vụ, Cục thuộc Bộ Nội vụ'],
  ['TẬP ĐOÀN HÓA CHẤT BẮC HÀ\nCỤM THI ĐUA SỐ 2, KHU VỰC MIỀN TRUNG', 'Cụm thi đua số 2, khu vực miền Trung'],
  ['UBND TỈNH HẢI SƠN\nKHỐI THI ĐUA CÁC SỞ, BAN, NGÀNH', 'Khối thi đua các sở, ban, ngành tỉnh Hải Sơn'],
])('a comma does not end the bloc’s name: %s', (head, name) => {
  const { bloc_name } = readPlan(plan(head, `${name} xây dựng kế hoạch như sau:\nI. NỘI DUNG\n1. Thi đua.`));
  expect(bloc_name).toContain(name);
});

test('a corporation’s plan is of the level of a ministry', () => {
  const text = plan(
    'TẬP ĐOÀN HÓA CHẤT BẮC HÀ\nCỤM THI ĐUA SỐ 2',
    'Cụm thi đua số 2 ban hành kế hoạch:\nI. NỘI DUNG\n1. Thi đua.',
  );
  expect(readPlan(text).level).toBe('bộ');
});

test('who signed the decision is no council', () => {
  const base = 'Căn cứ Quyết định số 100/QĐ-BNV ngày 10/01/2026 của';
  const body = (by: string) =>
    `${base} ${by} về việc thành lập các khối thi đua;\nKhối thi đua các Vụ, Cục thuộc Bộ Nội vụ xây dựng kế hoạch:\nI. NỘI DUNG\n1. Thi đua.`;
  const council = (by: string) =>
    draftOf(readPlan(plan('BỘ NỘI VỤ\nKHỐI THI ĐUA CÁC VỤ, CỤC', body(by)))).sheet.councilName;
  expect(council('Bộ trưởng Bộ Nội vụ')).toBeNull();
  expect(council('Hội đồng Thi đua - Khen thưởng Bộ Nội vụ')).toBe(
    'Hội đồng Thi đua - Khen thưởng Bộ Nội vụ',
  );
});

test('a contribution of money is a commitment, nothing that is handed in', () => {
  const record = readPlan(
    smallPlan(
      'II. NỘI DUNG\n1. Mỗi đơn vị đóng góp 5.000.000 đồng vào quỹ của Khối, nộp trước ngày 30/6/2026.',
    ),
  );
  expect(record.deadlines).toEqual([]);
  expect(record.targets).toMatchObject([
    { value: 5_000_000, unit: 'đồng', per: 'đơn vị', due_date: '2026-06-29' },
  ]);
});

test.each([
  [
    'Cụm gồm 03 đơn vị: Hội Chữ thập đỏ tỉnh Cà Mau, Hội Chữ thập đỏ tỉnh Vĩnh Long và Hội Chữ thập đỏ thành phố Cần Thơ. Cụm phó: Hội Chữ thập đỏ tỉnh Vĩnh Long.',
    ['Hội Chữ thập đỏ tỉnh Cà Mau', 'Hội Chữ thập đỏ tỉnh Vĩnh Long', 'Hội Chữ thập đỏ thành phố Cần Thơ'],
    'Hội Chữ thập đỏ tỉnh Vĩnh Long',
  ],
  [
    'Cụm có 03 chi nhánh, cụ thể: Agribank Chi nhánh Cà Mau, Agribank Chi nhánh Bạc Liêu và Agribank Chi nhánh Kiên Giang (Cụm phó).',
    ['Agribank Chi nhánh Cà Mau', 'Agribank Chi nhánh Bạc Liêu', 'Agribank Chi nhánh Kiên Giang'],
    'Agribank Chi nhánh Kiên Giang',
  ],
  [
    'Cụm trưởng: Công đoàn ngành Giáo dục; Cụm phó: Công đoàn ngành Y tế; các thành viên: Công đoàn ngành Xây dựng, Công đoàn Viên chức tỉnh.',
    [
      'Công đoàn ngành Xây dựng',
      'Công đoàn Viên chức tỉnh',
      'Công đoàn ngành Giáo dục',
      'Công đoàn ngành Y tế',
    ],
    'Công đoàn ngành Y tế',
  ],
  [
    'Cụm gồm các thôn: Bắc Sơn, Nam Hòa và Đông Lĩnh. Năm 2026 thôn Nam Hòa làm Cụm phó.',
    ['Thôn Bắc Sơn', 'Thôn Nam Hòa', 'Thôn Đông Lĩnh'],
    'Thôn Nam Hòa',
  ],
  [
    'Cụm gồm: Sở Tư pháp, Thanh tra tỉnh, Sở Nội vụ (do Sở Nội vụ làm Cụm trưởng, Thanh tra tỉnh làm Cụm phó).',
    ['Sở Tư pháp', 'Thanh tra tỉnh', 'Sở Nội vụ'],
    'Thanh tra tỉnh',
  ],
  [
    'Gồm 03 đơn vị:\n+ Ban Chỉ huy phòng thủ khu vực 1 - An Lão\n+ Ban Chỉ huy phòng thủ khu vực 2 - Hoài Ân (Cụm phó)\n+ Trung đoàn 9',
    ['Ban Chỉ huy phòng thủ khu vực 1 - An Lão', 'Ban Chỉ huy phòng thủ khu vực 2 - Hoài Ân', 'Trung đoàn 9'],
    'Ban Chỉ huy phòng thủ khu vực 2 - Hoài Ân',
  ],
])('a list as a sentence says it: %s', (words, units, deputy) => {
  const record = readPlan(plan('CỤM THI ĐUA SỐ 2', `I. THÀNH PHẦN\n${words}\nII. NỘI DUNG\n1. Thi đua.`));
  expect(record.member_units.map(one => one.name)).toEqual(units);
  expect(record.deputy?.name).toBe(deputy);
});

test.each(['2', '2/5', 'Trang 2', '- 2 -'])(
  'a page number "%s" within a list cuts no name, and guests are no members',
  number => {
    const text = plan(
      'KHỐI THI ĐUA SỐ 2',
      [
        'I. VÀI NÉT',
        'Tại cuộc họp ngày 05/02/2026, các đơn vị đã bầu Trưởng khối mới.',
        'II. THÀNH VIÊN CỦA KHỐI',
        `Khối gồm 03 đơn vị: Sở Tư pháp, Sở Văn hóa, Thể thao và\n\n${number}\n\nDu lịch, Thanh tra tỉnh.`,
        'III. NỘI DUNG',
        '1. Sở Ngoại vụ được mời tham dự các hội nghị của Khối.',
      ].join('\n'),
    );
    expect(names(text)).toEqual(['Sở Tư pháp', 'Sở Văn hóa, Thể thao và Du lịch', 'Thanh tra tỉnh']);
  },
);

test('a table that lost its rules: what follows a name is its role, and guests below are none of the rows', () => {
  const record = readPlan(
    plan(
      'KHỐI THI ĐUA SỐ 2',
      [
        'I. THÀNH VIÊN CỦA KHỐI',
        'TT Tên đơn vị Nhiệm vụ',
        '1 Sở Tư pháp Phó Trưởng khối',
        '2 Thanh tra tỉnh Trưởng khối',
        '3 Công ty TNHH Một thành viên Cấp nước Thành viên',
        '',
        'Sở Nội vụ, Văn phòng Tỉnh ủy được mời dự các hội nghị của Khối.',
        'II. NỘI DUNG',
        '1. Thi đua.',
      ].join('\n'),
    ),
  );
  expect(record.member_units.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'Sở Tư pháp: phó trưởng khối',
    'Thanh tra tỉnh: trưởng khối',
    'Công ty TNHH Một thành viên Cấp nước: thành viên',
  ]);
});

test('items whose line breaks were lost are items all the same, also one without a word for units', () => {
  const list = (items: string) =>
    names(plan('KHỐI THI ĐUA SỐ 2', `I. THÀNH VIÊN CỦA KHỐI\n${items}\nII. NỘI DUNG\n1. Thi đua.`));
  expect(list('1. Sở Tư pháp - Trưởng khối; 2. Sở Nội vụ;\n3. Thanh tra tỉnh; 4. Công an tỉnh.')).toEqual([
    'Sở Tư pháp',
    'Sở Nội vụ',
    'Thanh tra tỉnh',
    'Công an tỉnh',
  ]);
  expect(
    list('1 Vietcombank Tây Hồ Trưởng khối\n2 Ngân hàng Tây Hồ Thành viên\n3 MB Tây Hồ Thành viên'),
  ).toEqual(['Vietcombank Tây Hồ', 'Ngân hàng Tây Hồ', 'MB Tây Hồ']);
});

test.each([
  [
    'CỤM THI ĐUA SỐ 3',
    'Cụm thi đua số 3 các trường trung học phổ thông tỉnh Gia Lai\nNăm học 2026 - 2027',
    'Cụm thi đua số 3 các trường trung học phổ thông tỉnh Gia Lai',
  ],
  [
    'CỤM THI ĐUA SỐ III',
    'Hoạt động năm 2026 của Cụm thi đua số III các Bộ, ngành Trung ương',
    'Cụm thi đua số III các Bộ, ngành Trung ương',
  ],
])('the name of a bloc ends where its year begins, and goes on behind a comma: %s', (head, title, name) => {
  const record = readPlan(
    plan(head, 'I. NỘI DUNG\n1. Thi đua.').replace('Tổ chức phong trào thi đua năm 2026', title),
  );
  expect(record.bloc_name).toBe(name);
});

import type { UnitRole } from '../core/bloc.ts';
import type { BlocLevel, BlocSheet } from '../core/bloc-sheet.ts';
import { MAX_UNITS, MIN_UNITS } from '../core/bloc-sheet.ts';
import type { Line } from '../core/message.ts';
import { type BlocWords, blocWords } from './bloc-words.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { looksUnmarked } from './proper-name.ts';

/** What is said while a bloc is set up, and when its facts are changed later. */

type Field = 'name' | 'year' | 'council' | 'level' | 'area' | 'units';

export const levelName: Record<BlocLevel, string> = {
  xã: 'xã, phường, đặc khu',
  tỉnh: 'tỉnh, thành phố',
  'liên tỉnh': 'liên tỉnh',
  bộ: 'bộ, ngành',
  'trung ương': 'trung ương',
};

/** The area of what reaches over the whole country. */
export const NATIONWIDE = 'cả nước';

const questions: Record<Field, Line[]> = {
  name: [
    [{ bold: 'Tên khối (cụm) thi đua là gì?' }],
    ['Ví dụ: ', { italic: 'Khối thi đua số 02 xã Hà Bắc' }],
  ],
  year: [[{ bold: 'Khối thi đua của năm nào?' }]],
  council: [
    [{ bold: 'Khối thuộc Hội đồng Thi đua - Khen thưởng nào?' }],
    [
      'Ghi kèm địa bàn nếu là cấp xã. Ví dụ: ',
      { italic: 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng' },
    ],
  ],
  level: [[{ bold: 'Hội đồng thuộc cấp nào?' }]],
  area: [[{ bold: 'Hội đồng thuộc tỉnh, thành phố nào?' }], ['Ví dụ: ', { italic: 'thành phố Hải Phòng' }]],
  units: [
    [{ bold: 'Khối gồm những đơn vị nào?' }],
    [
      'Dán cả danh sách trong một tin, mỗi dòng một đơn vị (hoặc cách nhau bằng dấu phẩy, chấm phẩy); ghi (Trưởng khối), (Phó Trưởng khối) sau tên. Gửi từng đơn vị một cũng được.',
    ],
  ],
};

export const fieldLabel: Record<Field, string> = {
  name: 'Tên',
  year: 'Năm',
  council: 'Hội đồng',
  level: 'Cấp',
  area: 'Địa bàn',
  units: 'Đơn vị',
};

interface Shown {
  name: string | null;
  year: number | null;
  councilName: string | null;
  level: BlocLevel | null;
  area: string | null;
}

const roleTail = (role: UnitRole, words: BlocWords): Line =>
  role === 'member' ? [] : [' – ', { bold: words.role[role] }];

const unitLines = (
  units: readonly { name: string; role: UnitRole }[],
  words: BlocWords,
  from: string,
): Line[] =>
  units.map((unit, index): Line => [`${from}${index + 1}. ${unit.name}`, ...roleTail(unit.role, words)]);

/** Items whose names will stand in documents and were typed without marks. */
function unmarked({
  name,
  councilName,
  area,
  units,
}: Shown & { units: readonly { name: string }[] }): Line[] {
  const named: [string, string | null][] = [
    ['1', name],
    ['3', councilName],
    ['5', area],
    ...units.map((unit, index): [string, string] => [`6.${index + 1}`, unit.name]),
  ];
  const items = named.flatMap(([no, text]) => (text && looksUnmarked(text) ? [no] : []));
  return items.length > 0
    ? [[`⚠ Mục ${items.join(', ')} có vẻ gõ thiếu dấu. Tên này in trong văn bản, đề nghị gõ lại cho đủ dấu.`]]
    : [];
}

export const setupText = {
  hello: (): Line[] => [
    [
      { bold: 'Mã thiết lập hợp lệ.' },
      ' Hệ thống hỏi vài câu rồi cho đồng chí xem lại tất cả trước khi tạo.',
    ],
    [
      'Gõ ',
      { code: 'lùi' },
      ' để sửa câu trước, ',
      { code: 'để sau' },
      ' để làm tiếp lúc khác, ',
      { code: 'hủy' },
      ' để bỏ.',
    ],
  ],
  codeProblem: (kind: 'unknown' | 'used' | 'expired'): Line[] => {
    const next: Line = ['Đề nghị đồng chí xin người quản trị Hệ thống mã mới.'];
    if (kind === 'used')
      return [['Mã thiết lập này đã dùng để tạo một khối; mỗi mã chỉ tạo được một khối.'], next];
    if (kind === 'expired') return [['Mã thiết lập này đã hết hạn.'], next];
    return [
      [
        'Không có mã thiết lập này. Đề nghị đồng chí kiểm tra lại từng ký tự (dạng ',
        { code: 'TL-ABCD-EFGH' },
        ').',
      ],
    ];
  },
  needCode: (): Line[] => [
    ['Để thiết lập một khối mới, đồng chí cần mã thiết lập do người quản trị Hệ thống cấp.'],
    ['Gửi mã tại đây: ', { code: '/thiet_lap TL-ABCD-EFGH' }],
  ],
  question: (field: Field): Line[] => questions[field],
  unitsSoFar: (count: number): Line[] => [
    [
      `Đã có ${count} đơn vị. Gửi tiếp đơn vị khác, hoặc chọn Đủ rồi. Bỏ một dòng: gõ `,
      { code: 'xóa 2' },
      '.',
    ],
  ],
  enough: (): string => 'Đủ rồi',
  badName: (): Line => ['Tên cần từ 3 đến 200 ký tự, có chữ. Đề nghị đồng chí gõ lại.'],
  loadPlan: (): Line => [
    'Đây là chỗ hỏi tên khối. Muốn nạp văn bản kế hoạch, đồng chí gõ ',
    { code: '/nap_ke_hoach' },
    '.',
  ],
  whichCouncil: (): Line => [
    'Chưa rõ tên Hội đồng thì đồng chí gõ nơi ra quyết định thành lập khối: tên xã, phường, tỉnh, hoặc bộ, tập đoàn.',
  ],
  badYear: (): Line => ['Hệ thống chưa rõ năm. Đồng chí gõ năm gồm bốn chữ số, ví dụ 2026.'],
  pressOne: (): Line => ['Đề nghị đồng chí chọn một mục dưới đây.'],
  noUnits: (): Line => ['Hệ thống chưa đọc được tên đơn vị nào trong tin này.'],
  skipped: (lines: readonly string[]): Line => [
    `Chưa đọc được: ${lines.map(line => `“${clip(line, 60)}”`).join(', ')}.`,
  ],
  tooFew: (): Line => [`Một khối cần ít nhất ${MIN_UNITS} đơn vị.`],
  tooMany: (): Line => [`Một khối có nhiều nhất ${MAX_UNITS} đơn vị; danh sách vừa gửi chưa được ghi nhận.`],
  read: (count: number): Line => [`Đã đọc ${count} đơn vị.`],
  twins: (first: { no: number; name: string }, second: { no: number; name: string }): Line[] => [
    [{ bold: 'Hai dòng này gần giống nhau:' }],
    [`${first.no}. ${first.name}`],
    [`${second.no}. ${second.name}`],
    ['Là một đơn vị hay hai đơn vị khác nhau?'],
  ],
  same: (): string => 'Là một, giữ dòng trên',
  different: (): string => 'Hai đơn vị khác nhau',
  whoLeads: (label: 'khối' | 'cụm', several: boolean): Line[] => {
    const { role } = blocWords(label);
    return [
      ...(several ? [[`Danh sách ghi nhiều đơn vị là ${role.lead}; chỉ có một.`] satisfies Line] : []),
      [{ bold: `Đơn vị nào là ${role.lead} năm nay?` }],
    ];
  },
  orTypeNumber: (): Line => ['Gõ số thứ tự của đơn vị.'],
  units: (units: readonly { name: string; role: UnitRole }[], label: 'khối' | 'cụm'): Line[] =>
    unitLines(units, blocWords(label), ''),
  unitChoice: (no: number, name: string): string => clip(`${no}. ${name}`, 40),
  review: (
    draft: Shown & { label: 'khối' | 'cụm'; units: readonly { name: string; role: UnitRole }[] },
  ): Line[] => {
    const words = blocWords(draft.label);
    const lead = draft.units.find(unit => unit.role === 'lead');
    return [
      [{ bold: 'Xem lại trước khi tạo' }],
      ['1. Tên: ', { bold: draft.name ?? '' }],
      [`2. Năm thi đua: ${draft.year}`],
      [`3. Hội đồng: ${draft.councilName}`],
      [`4. Cấp: ${draft.level ? levelName[draft.level] : ''}`],
      [`5. Địa bàn: ${draft.area}`],
      [`6. Đơn vị (${draft.units.length}):`],
      ...unitLines(draft.units, words, '   6.'),
      [],
      ...unmarked(draft),
      [`Đồng chí sẽ là đầu mối của ${words.role.lead}: ${lead?.name ?? ''}.`],
      [
        { italic: 'Cần sửa: gõ số mục rồi nội dung mới, ví dụ ' },
        { code: '6.3 Phòng Kinh tế' },
        ', ',
        { code: '6.3 xóa' },
        ', ',
        { code: '6.2 phó' },
        ', ',
        { code: '6 thêm Trạm Y tế' },
        '.',
      ],
    ];
  },
  create: (label: 'khối' | 'cụm'): string => `Tạo ${blocWords(label).bloc}`,
  numbered: (no: number, field: Field): string => `${no}. ${fieldLabel[field]}`,
  noSuchItem: (): Line => ['Không có mục này. Đề nghị đồng chí xem lại số ở danh sách.'],
  notUnderstood: (): Line => [
    'Hệ thống chưa rõ cần sửa gì. Gõ số mục rồi nội dung mới, hoặc chọn mục dưới đây.',
  ],
  corrected: (): Line => ['Đã sửa.'],
  firstAlready: (): Line => ['Đây là câu đầu tiên.'],
  cannotSkip: (): Line => ['Câu này cần có trả lời.'],
  parked: (): Line[] => [['Đã giữ lại. Gõ ', { code: '/thiet_lap' }, ' để làm tiếp.']],
  cancelled: (): Line[] => [
    ['Đã bỏ việc thiết lập, chưa có gì được tạo. Mã thiết lập vẫn dùng được cho đến khi hết hạn.'],
  ],
  created: (sheet: BlocSheet, leadName: string, groupCode: string, expiresAt: Date): Line[] => {
    const words = blocWords(sheet.label);
    return [
      [{ bold: `Đã tạo ${sheet.name}, năm ${sheet.year}.` }],
      [`Đồng chí là đầu mối của ${leadName} (${words.role.lead}).`],
      [],
      ['Việc tiếp theo:'],
      ['1. Mời các đơn vị: chọn mục dưới đây, mỗi đơn vị có một tin kèm mã để chuyển tiếp.'],
      [
        `2. Gắn nhóm chat của ${words.bloc}: thêm Hệ thống vào nhóm, rồi gõ trong nhóm `,
        { code: `/gan_nhom ${groupCode}` },
        ` (mã dùng một lần, đến ${formatInstant(expiresAt)}).`,
      ],
      ['3. Thêm hạn nộp: ', { code: '/them_han' }, '; xem ai đã vào: ', { code: '/thanh_vien' }, '.'],
    ];
  },
  inviteOne: (): string => 'Mã mời: 1 người mỗi đơn vị',
  inviteTwo: (): string => 'Mã mời: 2 người mỗi đơn vị',
};

import type { UnitRole } from '../core/bloc.ts';
import type { Day } from '../core/day.ts';
import type { RoleChange } from '../core/hand-over.ts';
import type { Line } from '../core/message.ts';
import type { OpenInYear } from '../core/open-in-year.ts';
import type { UnitRefusal } from '../core/unit-change.ts';
import { formatDay } from './days.ts';
import { clip } from './fold.ts';
import { formatBytes } from './sizes.ts';

interface Handed {
  lead: string;
  deputy: string | null;
  from: Day;
  year: number;
}

/** A hand-over whose day has yet to come. */
type Standing = Omit<Handed, 'year'>;

const roleName: Record<UnitRole, string> = {
  lead: 'Trưởng khối',
  deputy: 'Phó Trưởng khối',
  member: 'đơn vị thành viên',
};

const standingWords = ({ lead, deputy, from }: Standing) =>
  `từ ngày ${formatDay(from)}: Trưởng khối ${lead}${deputy ? `, Phó Trưởng khối ${deputy}` : ''}`;

function openLines(left: OpenInYear | undefined): Line[] {
  if (!left) return [];
  const matters = [
    [left.duties, 'báo cáo, hồ sơ chưa nộp'],
    [left.ballots, 'cuộc bình xét chưa có kết quả'],
    [left.meetings, 'cuộc họp chưa họp'],
    [left.awards, 'đề nghị khen thưởng chưa có kết quả'],
    [left.feedback, 'phản ánh chưa khép'],
  ] as const;
  const open = matters.filter(([count]) => count > 0);
  if (open.length === 0) return [];
  return [
    ['Còn dở, khép rồi thì không làm tiếp, không nhắc nữa:'],
    ...open.map(([count, what]): Line => [`• ${count} ${what}`]),
  ];
}

const example: Line = [{ code: 'Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 15/1/2027' }];

/** Sentences of `/ban_giao`: from one lead to the next, and what becomes of the old year. */
export const handOverText = {
  sheet: (
    bloc: string,
    lead: string,
    deputy: string | null,
    years: readonly number[],
    coming: Standing | null,
  ): Line[] => [
    [{ bold: 'Bàn giao Trưởng khối' }, ` · ${bloc}`],
    [`Trưởng khối: ${lead}. Phó Trưởng khối: ${deputy ?? 'chưa có'}.`],
    ...(coming
      ? [[`Đã ghi bàn giao ${standingWords(coming)}. Hủy: `, { code: '/ban_giao hủy' }] as Line]
      : []),
    [`Năm thi đua đang mở: ${years.join(', ')}.`],
    ['1. Bàn giao: gõ ', { code: '/ban_giao Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 15/1' }],
    ['2. Lấy tệp lưu trữ của năm cũ: ', { code: `/ban_giao lưu trữ ${years[0] ?? ''}` }],
    ['3. Khép năm cũ (sau đó chỉ còn trong tệp lưu trữ): ', { code: `/ban_giao khép năm ${years[0] ?? ''}` }],
  ],
  question: (): Line[] => [['Đơn vị nào là Trưởng khối, Phó Trưởng khối mới, từ ngày nào? Ví dụ:'], example],
  noLead: (): Line[] => [
    ['Hệ thống chưa thấy Trưởng khối mới. Đề nghị đồng chí gõ lại cả dòng, ví dụ:'],
    example,
  ],
  noDay: (why: string | null): Line[] => [
    [
      why === null
        ? 'Hệ thống chưa rõ bàn giao từ ngày nào. Đề nghị đồng chí gõ lại cả dòng, ví dụ: … từ 15/1.'
        : `Lịch không có ngày ${why}. Đề nghị đồng chí gõ lại cả dòng.`,
    ],
  ],
  justPast: (day: Day, next: Day): Line[] => [
    [
      `Ngày ${formatDay(day)} đã qua. Nếu là ${formatDay(next)}, đề nghị gõ lại cả dòng với đủ cả năm; nếu không, gõ lại ngày.`,
    ],
  ],
  past: (from: Day): Line[] => [[`Ngày ${formatDay(from)} đã qua; bàn giao từ hôm nay trở đi.`]],
  noUnit: (typed: string): Line[] => [
    [`Hệ thống chưa rõ đơn vị “${clip(typed, 60)}”. Xem tên các đơn vị: `, { code: '/thanh_vien' }],
  ],
  sameUnit: (): Line[] => [['Trưởng khối và Phó Trưởng khối phải là hai đơn vị khác nhau.']],
  refused: (why: UnitRefusal, unit: string): Line[] => [
    [
      why === 'lead_needs_contact'
        ? `${unit} chưa có đầu mối đã ghép nối nên chưa nhận Trưởng khối được. Mời đầu mối: `
        : `Chưa bàn giao cho ${unit} được: đơn vị đang giữ vai trò đó hoặc chưa phải thành viên vào ngày bàn giao. Xem: `,
      { code: why === 'lead_needs_contact' ? '/moi' : '/don_vi' },
    ],
  ],
  preview: ({ lead, deputy, from, year }: Handed, formerLead: string, table: boolean): Line[] => [
    [{ bold: `Sẽ bàn giao từ ngày ${formatDay(from)}` }],
    [`• Trưởng khối: ${formerLead} → ${lead}`],
    [`• Phó Trưởng khối: ${deputy ?? 'chưa có'}`],
    [
      `• Năm thi đua ${year}: mở nếu chưa có${table ? ', chép bảng điểm của năm nay' : ''}; cài đặt của khối giữ nguyên`,
    ],
    ['• Năm cũ vẫn làm tiếp, cho đến khi được khép.'],
    [
      `Từ ngày đó ${formerLead} không còn dùng được lệnh của Trưởng khối. Các đơn vị và nhóm của khối được báo.`,
    ],
  ],
  carryOut: 'Bàn giao',
  replaces: (coming: Standing): Line[] => [
    [{ bold: 'Đã có bàn giao được ghi: ' }, `${standingWords(coming)}.`],
    ['Bàn giao dưới đây sẽ thay cho bàn giao đó; các đơn vị được báo lại.'],
    [],
  ],
  replace: 'Thay bàn giao đã ghi',
  same: (coming: Standing): Line[] => [
    [`Bàn giao này đã được ghi: ${standingWords(coming)}. Hủy: `, { code: '/ban_giao hủy' }],
  ],
  noneComing: (): Line[] => [['Không có bàn giao nào đang chờ đến ngày nên không có gì để hủy.']],
  previewCancel: (coming: Standing, lead: string, years: readonly number[]): Line[] => [
    [{ bold: 'Sẽ hủy bàn giao: ' }, `${standingWords(coming)}.`],
    [`${lead} tiếp tục là Trưởng khối. Năm thi đua đã mở (${years.join(', ')}) giữ nguyên.`],
    ['Các đơn vị và nhóm của khối được báo.'],
  ],
  takeBack: 'Rút bàn giao',
  cancelled: (coming: Standing): Line[] => [[`Đã hủy bàn giao ${standingWords(coming)}.`]],
  toldCancelled: (bloc: string, coming: Standing, lead: string): Line[] => [
    [{ bold: '[Hủy bàn giao Trưởng khối]' }, ` ${bloc}`],
    [`Không còn bàn giao ${standingWords(coming)}. ${lead} tiếp tục là Trưởng khối.`],
  ],
  /** To a unit whose role changed on that day. */
  inEffect: (bloc: string, { unitName, was, is }: RoleChange, lead: string, from: Day): Line[] => [
    [{ bold: '[Bàn giao Trưởng khối]' }, ` ${bloc}`],
    [
      is === 'member'
        ? `Từ ngày ${formatDay(from)}, ${unitName} thôi làm ${roleName[was]} và là đơn vị thành viên; Trưởng khối là ${lead}.`
        : `Từ ngày ${formatDay(from)}, ${unitName} là ${roleName[is]}${is === 'lead' ? '' : `; Trưởng khối là ${lead}`}.`,
    ],
    ...(is === 'lead'
      ? [
          [
            'Việc của Trưởng khối: ',
            { code: '/giai_doan' },
            ', ',
            { code: '/tien_do' },
            ', ',
            { code: '/ban_giao' },
          ] as Line,
        ]
      : []),
    ...(was === 'lead'
      ? [['Lệnh của Trưởng khối nay do đơn vị mới dùng. Xem lệnh của mình: ', { code: '/tro_giup' }] as Line]
      : []),
  ],
  done: ({ lead, from, year }: Handed): Line[] => [
    [`Đã bàn giao: ${lead} là Trưởng khối từ ngày ${formatDay(from)}; năm thi đua ${year} đã sẵn sàng.`],
    ['Lưu trữ năm cũ: ', { code: '/ban_giao lưu trữ' }],
  ],
  told: (bloc: string, { lead, deputy, from, year }: Handed): Line[] => [
    [{ bold: '[Bàn giao Trưởng khối]' }, ` ${bloc}`],
    [
      `Từ ngày ${formatDay(from)}, Trưởng khối là ${lead}${deputy ? `, Phó Trưởng khối là ${deputy}` : ''}. Năm thi đua ${year} được mở.`,
    ],
  ],
  newLead: (from: Day): Line[] => [
    [
      `Từ ngày ${formatDay(from)} đơn vị đồng chí là Trưởng khối. Bắt đầu năm mới bằng `,
      { code: '/giai_doan' },
      ' và ',
      { code: '/nap_ke_hoach' },
      '.',
    ],
  ],
  previewClose: (year: number, left: OpenInYear | undefined): Line[] => [
    [{ bold: `Sẽ khép năm thi đua ${year}` }],
    ...openLines(left),
    [
      'Sau đó năm này không sửa được nữa; dữ liệu vẫn được giữ và có trong tệp lưu trữ. Việc này không hoàn tác được.',
    ],
  ],
  close: 'Khép năm',
  closed: (year: number): Line[] => [
    [`Đã khép năm thi đua ${year}. Lấy tệp lưu trữ: `, { code: `/ban_giao lưu trữ ${year}` }],
  ],
  onlyYear: (year: number): Line[] => [
    [`Khối chỉ đang mở năm ${year}. Đề nghị mở năm sau trước: `, { code: `/giai_doan mở năm ${year + 1}` }],
  ],
  notOpen: (year: number): Line[] => [[`Khối không có năm thi đua ${year} đang mở.`]],
  noYear: (year: number): Line[] => [[`Khối không có năm thi đua ${year}.`]],
  making: (year: number): Line[] => [[`Đang làm tệp lưu trữ năm ${year}; Hệ thống gửi ngay khi xong.`]],
  leadOnly: (): Line[] => [['Bàn giao do Trưởng khối làm. Xem ai là Trưởng khối: ', { code: '/thanh_vien' }]],
  archiveName: (year: number): string => `luu-tru-nam-thi-dua-${year}.zip`,
  archived: (year: number, files: number, left: number, size: number): Line[] => [
    [
      `Tệp lưu trữ năm thi đua ${year}: ${files} tệp, ${formatBytes(size)}; gồm bảng tổng hợp báo cáo, điểm và mọi việc của năm, biên bản, văn bản đã nộp, nhật ký kèm mã cuối.`,
    ],
    ...(left > 0
      ? [[`${left} tệp lớn không kèm được, có tên trong muc-luc.txt; lấy bằng /bao_cao, /van_ban.`]]
      : []),
  ],
  contents: (rows: readonly string[], left: readonly string[]): string =>
    [
      'Mục lục (tên tệp, SHA-256):',
      ...rows,
      ...(left.length > 0 ? ['', 'Không kèm vì quá lớn:', ...left] : []),
      '',
    ].join('\n'),
  folder: { files: 'tep', log: 'nhat-ky.json', contents: 'muc-luc.txt' },
};

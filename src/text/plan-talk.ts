import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { Proposal } from '../core/plan-diff.ts';
import type { PlanDraft, PlanItem, PlanWarning } from '../core/plan-draft.ts';
import { blocWords } from './bloc-words.ts';
import { formatDay } from './days.ts';
import { two } from './deadlines.ts';
import { clip } from './fold.ts';
import { itemLine, quoted } from './plan-items.ts';
import { joinVi } from './sizes.ts';

/** Sentences of `/nap_ke_hoach`: a plan document becomes a season. */

const SECTIONS: readonly { title: string; has(item: PlanItem): boolean }[] = [
  {
    title: 'Hạn và sự kiện',
    has: item => item.kind === 'deadline' && item.boundary.kind !== 'unstated',
  },
  { title: 'Việc chưa có ngày', has: item => item.kind === 'deadline' && item.boundary.kind === 'unstated' },
  { title: 'Cam kết của mỗi đơn vị', has: item => item.kind === 'target' && item.scope === 'each_unit' },
  { title: 'Chỉ tiêu', has: item => item.kind === 'target' && item.scope === 'bloc' },
  { title: 'Định mức khen thưởng', has: item => item.kind === 'quota' },
  { title: 'Mốc và đợt thi đua', has: item => item.kind === 'milestone' },
];

/** "Kế hoạch số 12/KH-KTĐ ngày 28/5/2026", "Kế hoạch chưa có số (/KH-KTĐ02)". */
export function documentName({ kind, number, symbol, issuedOn }: PlanDraft['document']): string {
  const named = number ? `số ${number}` : symbol ? `chưa có số (/${symbol})` : 'chưa có số';
  return `${kind} ${named}${issuedOn ? ` ngày ${formatDay(issuedOn)}` : ''}`;
}

const counted = (count: number, what: string) => (count > 0 ? [`${two(count)} ${what}`] : []);

const problems: Record<string, string> = {
  empty: 'Tệp này không có chữ nào.',
  scanned: 'Tệp này là ảnh chụp (bản quét), không có chữ để đọc.',
  encrypted: 'Tệp này được đặt mật khẩu nên không đọc được.',
  too_large: 'Văn bản quá dài so với một kế hoạch (quá số trang hoặc dung lượng cho phép).',
  too_slow: 'Hệ thống đọc tệp này quá lâu nên đã dừng.',
  broken: 'Tệp bị hỏng hoặc không đúng định dạng.',
};

const OTHER_FILE = 'Hệ thống không đọc được tệp này; nhận tệp .docx, .pdf có chữ, hoặc .txt.';

export const planText = {
  askDocument: (fresh: boolean): Line[] => [
    [{ bold: 'Đồng chí gửi văn bản kế hoạch' }, ': tệp .docx, .pdf (có chữ) hoặc .txt, hoặc dán nội dung.'],
    [
      fresh
        ? 'Hệ thống đọc, cho đồng chí xem lại từng mục rồi mới tạo khối.'
        : 'Hệ thống đọc, cho đồng chí xem lại từng mục rồi mới ghi vào năm thi đua.',
    ],
  ],
  partTaken: (parts: number, characters: number): Line[] => [
    [
      `Đã nhận phần ${parts} (${characters.toLocaleString('vi-VN')} ký tự). Gửi tiếp phần sau, hoặc chọn “Đã đủ”.`,
    ],
  ],
  tooMuch: (): Line => ['Nội dung dán vào quá dài; đề nghị gửi tệp.'],
  problem: (code: string): string => problems[code] ?? OTHER_FILE,
  unreadable: (name: string, problem: string): Line => [
    { bold: clip(name, 60) },
    `: ${problems[problem] ?? OTHER_FILE}`,
  ],
  notAPlan: (): Line[] => [
    [
      { bold: 'Văn bản này không phải kế hoạch thi đua' },
      ' (hoặc không có phần chữ đọc được); chưa có gì được tạo.',
    ],
    ['Đồng chí gửi kế hoạch phát động thi đua của khối, của cấp trên hoặc của đơn vị.'],
  ],
  /** What was understood, in three lines. */
  understood: (draft: PlanDraft, appliedOn: string | null): Line[] => {
    const { items, units, evidence, sheet } = draft;
    const count = (has: (item: PlanItem) => boolean) => items.filter(has).length;
    const found = [
      ...counted(units.length, 'đơn vị'),
      ...counted(
        count(one => one.kind === 'deadline' && one.boundary.kind !== 'unstated'),
        'hạn, sự kiện',
      ),
      ...counted(
        count(one => one.kind === 'deadline' && one.boundary.kind === 'unstated'),
        'việc chưa có ngày',
      ),
      ...counted(
        count(one => one.kind === 'target'),
        'chỉ tiêu, cam kết',
      ),
      ...counted(
        count(one => one.kind === 'quota'),
        'định mức khen thưởng',
      ),
      ...counted(
        count(one => one.kind === 'milestone'),
        'mốc, đợt thi đua',
      ),
    ];
    return [
      [{ bold: `Đã đọc ${documentName(draft.document)}.` }],
      ...(draft.document.title ? [[{ italic: clip(draft.document.title, 160) }]] : []),
      [
        found.length > 0
          ? `Tìm thấy: ${joinVi(found)}.`
          : 'Chưa tìm thấy hạn, chỉ tiêu hay đơn vị nào trong văn bản.',
      ],
      ...(evidence.units
        ? [['Đơn vị, theo câu: ', { italic: quoted(evidence.units, 160) }] satisfies Line]
        : []),
      ...(evidence.lead
        ? [
            [
              `${blocWords(sheet.label).role.lead}, theo câu: `,
              { italic: quoted(evidence.lead) },
            ] satisfies Line,
          ]
        : []),
      ...(draft.scope === 'other'
        ? [['Văn bản không phải kế hoạch riêng của một khối; phần nào của khối còn thiếu, Hệ thống sẽ hỏi.']]
        : []),
      ...(appliedOn
        ? [[`Văn bản này đã nạp ngày ${appliedOn}; dưới đây chỉ nêu chỗ khác với năm thi đua đang chạy.`]]
        : []),
    ];
  },
  review: (shown: readonly Proposal[], same: number, today: Day): Line[] => [
    [{ bold: shown.length > 0 ? 'Xem lại trước khi ghi' : 'Không có gì mới so với năm thi đua đang chạy.' }],
    ...SECTIONS.flatMap(({ title, has }): Line[] => {
      const inside = shown.filter(({ item }) => has(item));
      if (inside.length === 0) return [];
      return [[], [{ bold: title }], ...inside.map(one => itemLine(one, today))];
    }),
    ...(same > 0 ? [[], [`${two(same)} mục đã có sẵn, giữ nguyên.`]] : []),
    ...(shown.length > 0
      ? [
          [],
          [
            { italic: 'Gõ số để xem câu trong văn bản; sửa: ' },
            { code: '3 trước ngày 15/6' },
            ', ',
            { code: '3 xóa' },
            ', ',
            { code: '5-9 xóa' },
            '; thêm: ',
            { code: 'thêm Báo cáo quý III, trước ngày 25/9' },
            '.',
          ] satisfies Line,
        ]
      : []),
  ],
  question: (item: PlanItem, left: number, today: Day): Line[] => {
    const undated = item.kind === 'deadline' && item.boundary.kind === 'unstated';
    return [
      [`Còn ${left} câu hỏi.`],
      ...(item.from ? [['Văn bản viết: ', { italic: quoted(item.from, 300) }] satisfies Line] : []),
      ...(item.doubt ? [[`⚠ ${item.doubt}`]] : []),
      undated
        ? [
            { bold: `${item.no}. ${item.kind === 'deadline' ? item.title : ''}: hạn đến khi nào?` },
            ' Ví dụ: trước ngày 15/6. Chưa có thì chọn mục dưới đây.',
          ]
        : [...itemLine({ kind: 'new', item }, today), '. Ghi như vậy có đúng không? Khác thì gõ lại.'],
    ];
  },
  /** After the last question, instead of the whole list once more. */
  allAnswered: (count: number): Line[] => [[`Đã hỏi xong. ${two(count)} mục sẵn sàng để ghi.`]],
  whichReading: (): Line => ['Có thể hiểu theo nhiều cách; đồng chí chọn một.'],
  doubtsFirst: (): Line => ['Mục có dấu ⚠ hoặc đã qua hạn cần đồng chí xác nhận trước khi ghi.'],
  warnings: (warnings: readonly PlanWarning[]): Line[] => [
    [{ bold: 'Lưu ý về văn bản' }, ' (nên sửa trước khi gửi đi)'],
    ...warnings.map(
      ({ note, quote, line, severity }): Line => [
        severity === 'high' ? '⚠ ' : '• ',
        quote ? note.replace(/\.$/, '') : note,
        ...(quote ? [': ', { italic: quoted({ quote, line }) }] : []),
      ],
    ),
  ],
  corrected: (): Line => ['Đã sửa.'],
  changed: (kind: string, line: Line): Line => [
    { bold: kind === 'add' ? 'Đã thêm: ' : kind === 'settle' ? 'Giữ nguyên: ' : 'Đã sửa: ' },
    ...line,
  ],
  documentTitle: (): string => 'Văn bản kế hoạch',
  othersPlan: (name: string): string =>
    `Văn bản này là kế hoạch của “${clip(name, 80)}”, không có đơn vị nào của khối đồng chí`,
  dropped: (count: number): Line => [count > 1 ? `Đã bỏ ${two(count)} mục.` : 'Đã bỏ mục đó.'],
  noSuchItem: (): Line => ['Không có mục này. Đề nghị đồng chí xem lại số ở danh sách.'],
  notUnderstood: (): Line => [
    'Hệ thống chưa rõ cần sửa gì. Gõ số mục rồi nội dung mới, hoặc chọn mục dưới đây.',
  ],
  cancelled: (): Line[] => [['Đã bỏ; chưa có gì được ghi.']],
  parked: (): Line[] => [['Đã giữ lại. Gõ ', { code: '/nap_ke_hoach' }, ' để làm tiếp.']],
  undoUntil: (time: string): Line => [
    'Ghi nhầm: đến ',
    { bold: time },
    ', ',
    { code: '/hoan_tac' },
    ' rút lại tất cả.',
  ],
  applied: (added: number, changed: number, undated: number): Line[] => [
    [
      { bold: 'Đã ghi kế hoạch vào năm thi đua.' },
      ` Mới: ${two(added)} mục${changed > 0 ? `; thay đổi: ${two(changed)} mục` : ''}.`,
    ],
    ...(undated > 0
      ? [
          [
            `${two(undated)} việc chưa có ngày được giữ trong danh sách; khi có ngày, gõ `,
            { code: '/doi_han' },
            '.',
          ] satisfies Line,
        ]
      : []),
    ['Xem lại bất cứ lúc nào: ', { code: '/ke_hoach' }, '.'],
  ],
  /** The file name of what was pasted. */
  pastedName: () => 'Kế hoạch (dán trong chat).txt',
  leadOnly: (): Line[] => [
    [
      'Nạp kế hoạch là việc của Trưởng khối. Lập khối mới thì cần mã thiết lập: ',
      { code: '/nap_ke_hoach TL-ABCD-EFGH' },
      '.',
    ],
  ],
} as const;

export const planLabels = {
  enough: 'Đã đủ',
  sendFile: 'Gửi tệp',
  cancel: 'Bỏ',
  blocRight: 'Đúng, xem tiếp các hạn',
  create: (fresh: boolean) => (fresh ? 'Tạo khối và năm thi đua' : 'Ghi vào năm thi đua'),
  answer: (count: number) => `Trả lời ${count} câu hỏi`,
  warnings: (count: number) => `Xem ${count} lưu ý về văn bản`,
  undated: 'Chưa có ngày',
  right: 'Đúng như vậy',
  drop: 'Bỏ mục này',
  toReview: 'Dừng hỏi, xem lại',
  dropPast: (count: number) => `Bỏ ${count} mục đã qua hạn`,
  wholeList: 'Xem lại danh sách',
  giveUp: 'Bỏ hết',
  goOn: 'Xem tiếp',
  replace: 'Xem văn bản mới',
  stay: 'Giữ văn bản đang xem',
  acknowledge: 'Đã xem, vẫn ghi',
  back: 'Quay lại',
  announce: 'Thông báo cho nhóm',
} as const;

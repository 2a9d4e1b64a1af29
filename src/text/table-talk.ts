import { checkTable, type TableProblem } from '../core/check-table.ts';
import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import type { Counts } from '../core/rules/rule.ts';
import { type Criterion, isGroup, leaves, type ScoreTable } from '../core/score-table.ts';
import type { TableAsk } from '../core/table-asks.ts';
import type { CellEvidence } from '../core/table-proposal.ts';
import { clip } from './fold.ts';
import { plainText } from './plain-text.ts';
import { formatPoints } from './points.ts';
import { tableProblem } from './score-tables.ts';
import { joinVi } from './sizes.ts';
import { tableAskLines } from './table-questions.ts';
import { ruleDetail, ruleWords } from './table-rules.ts';

/** Sentences of `/bang_diem`: a workbook becomes the season's score table. */

/** Of a criterion's words in a list, in UTF-16 units. */
const NAME_UNITS = 70;
const LABEL_UNITS = 40;
/** More of them fill the screen of a phone. */
const MOST_PROBLEMS = 8;

const COUNTS: Record<Counts, string> = { base: '', bonus: ' · điểm thưởng', penalty: ' · điểm trừ' };

const problems: Record<string, string> = {
  encrypted: 'Tệp này được đặt mật khẩu nên không đọc được.',
  too_large: 'Tệp quá lớn so với một bảng điểm.',
  too_slow: 'Hệ thống đọc tệp này quá lâu nên đã dừng.',
  broken: 'Tệp bị hỏng hoặc không đúng định dạng.',
};

const criteria = (table: Criterion): number =>
  isGroup(table) ? table.children.reduce((so, child) => so + criteria(child), 0) : 1;

const nodeLine = (one: Criterion): Line => [
  { bold: `${one.no}. ${clip(one.name, NAME_UNITS)}` },
  ` · ${formatPoints(one.max)} điểm${isGroup(one) ? ` · ${criteria(one)} tiêu chí` : ` · ${ruleWords(one.rule)}`}${COUNTS[one.counts]}`,
];

const hint: Line[] = [
  [
    { italic: 'Gõ số mục để xem. Sửa: ' },
    ...[
      { code: 'II.3 tối đa 5' },
      ', ',
      { code: 'II.3 tên …' },
      ', ',
      { code: 'II.3 mỗi vụ trừ 0,5 điểm' },
      ', ',
      { code: 'II.3 xóa' },
      '; thêm: ',
      { code: 'thêm II.5 Nội dung, 5 điểm' },
      ', ',
      { code: 'thêm nhóm V Nội dung, 10 điểm' },
      '; xếp loại, làm tròn, mức trần, thứ tự khi bằng điểm: ',
      { code: 'cách tính' },
      '.',
    ],
  ],
];

export const tableTalk = {
  leadOnly: (): Line[] => [['Lập và sửa bảng điểm là việc của Trưởng khối.']],
  noSeason: (): Line[] => [['Khối chưa có năm thi đua đang chạy. Đồng chí gõ /thiet_lap trước.']],
  askFile: (): Line[] => [
    [{ bold: 'Đồng chí gửi bảng điểm' }, ': tệp Excel (.xlsx) có cột Nội dung và cột Điểm tối đa.'],
    ['Hệ thống đọc, cho đồng chí xem lại, hỏi chỗ chưa rõ rồi mới ghi. Không tự chỉnh điểm.'],
  ],
  fileTitle: () => 'Gửi bảng điểm (.xlsx)',
  standing: (given: {
    table: ScoreTable;
    version: number;
    madeOn: string;
    byName: string | null;
    fileName: string | null;
    begun: number;
    fixed: boolean;
  }): Line[] => [
    [
      { bold: given.table.name },
      ` · phiên bản ${given.version} · ${formatPoints(given.table.max)} điểm · ${leaves(given.table).length} tiêu chí.`,
    ],
    [
      `Ghi ngày ${given.madeOn}${given.byName === null ? '' : `, đồng chí ${given.byName}`}`,
      `${given.fileName === null ? '' : ` (tệp ${clip(given.fileName, NAME_UNITS)})`}.`,
    ],
    ...given.table.children.map(nodeLine),
    ...(given.fixed
      ? [['Đã có đơn vị gửi bản chấm nên năm nay giữ phiên bản này.'] satisfies Line]
      : given.begun > 0
        ? [
            [
              `${given.begun} đơn vị đã bắt đầu chấm; sửa bảng thì điểm của tiêu chí không đổi vẫn giữ.`,
            ] satisfies Line,
          ]
        : []),
  ],
  fixed: (version: number): Line[] => [
    [
      `Đã có đơn vị gửi bản chấm theo phiên bản ${version} nên năm nay không thay bảng điểm được nữa; chưa có gì thay đổi.`,
    ],
    ['Nếu buộc phải sửa, đồng chí trả lại các bản chấm qua /tham_dinh hoặc áp dụng từ năm sau.'],
  ],
  fileComing: (): Line => ['Tệp đang được gửi. Điền xong, đồng chí gửi lại vào đây.'],
  unreadable: (name: string, problem: string | null): Line => [
    { bold: clip(name, NAME_UNITS) },
    `: ${problems[problem ?? ''] ?? 'Hệ thống chỉ nhận bảng điểm ở tệp Excel (.xlsx).'}`,
  ],
  noTable: (name: string): Line => [
    { bold: clip(name, NAME_UNITS) },
    ': chưa thấy bảng có cột “Nội dung” (hoặc “Tiêu chí”) và cột “Điểm tối đa” (hoặc “Điểm chuẩn”).',
  ],
  oneFile: (): Line => ['Đề nghị gửi một tệp mỗi lần.'],
  whichSheet: (count: number): Line[] => [
    [`Tệp có ${count} trang tính có bảng điểm. Đồng chí dùng trang nào?`],
  ],

  read: (name: string, sheet: string | null): Line => [
    sheet === null ? 'Sửa bảng điểm đang dùng.' : `Đã đọc ${clip(name, NAME_UNITS)}, trang tính “${sheet}”.`,
  ],
  review: (table: ScoreTable, asks: number): Line[] => {
    const byRule = new Map<string, number>();
    for (const leaf of leaves(table))
      byRule.set(ruleWords(leaf.rule), (byRule.get(ruleWords(leaf.rule)) ?? 0) + 1);
    const off = problemLines(checkTable(table));
    return [
      [{ bold: table.name }],
      [`Tối đa ${formatPoints(table.max)} điểm · ${leaves(table).length} tiêu chí.`],
      ...table.children.map(nodeLine),
      [`Cách chấm: ${joinVi([...byRule].map(([words, count]) => `${count} ${words}`))}.`],
      ...(off.length > 0 ? [[], [{ bold: 'Chỗ chưa khớp' }, ' (giữ như in):'] satisfies Line, ...off] : []),
      [],
      ...(asks > 0 ? [[`Còn ${asks} câu hỏi.`] satisfies Line] : []),
      ...hint,
    ];
  },
  detail: (one: Criterion, no: string, at: CellEvidence | null): Line[] => [
    nodeLine({ ...one, no }),
    ...(isGroup(one) ? one.children.map(nodeLine) : [[`Cách chấm: ${ruleDetail(one.rule)}.`] satisfies Line]),
    ...(at ? [[{ italic: `Ô ${at.cell}: “${clip(at.text, 300)}”` }] satisfies Line] : []),
  ],
  list: (table: ScoreTable): Line[] => {
    const under = (nodes: readonly Criterion[], depth: number): Line[] =>
      nodes.flatMap(one => [
        [`${'  '.repeat(depth)}${plainText(nodeLine(one))}`],
        ...(isGroup(one) ? under(one.children, depth + 1) : []),
      ]);
    return under(table.children, 0);
  },

  question: (ask: TableAsk, left: number): Line[] => [[`Còn ${left} câu hỏi.`], ...tableAskLines(ask)],
  wantsPoints: (): Line => ['Đề nghị gõ số điểm, ví dụ 5 hoặc 2,5.'],
  noSuch: (typed: string): Line => [`Bảng không có mục “${clip(typed, LABEL_UNITS)}”.`],
  several: (typed: string, places: readonly string[]): Line => [
    `Có ${places.length} mục mang số ${typed}: ${places.join(', ')}. Đề nghị gõ cả số nhóm.`,
  ],
  noParent: (no: string): Line => [
    `Chưa rõ thêm mục ${no} vào đâu. Đề nghị gõ như: thêm II.5 Nội dung, 5 điểm.`,
  ],
  taken: (no: string): Line => [`Đã có mục ${no}. Đề nghị dùng số khác.`],
  notUnderstood: (): Line => ['Hệ thống chưa hiểu; chưa có gì thay đổi.'],
  tooMany: (): Line => ['Đã sửa quá nhiều lần trong một lượt; đề nghị ghi bảng rồi sửa tiếp.'],
  openQuestions: (count: number): Line => [`Còn ${count} câu hỏi.`],
  empty: (): Line => ['Bảng không còn mục nào nên chưa ghi được.'],
  fillGroup: (no: string): Line => [
    `Thêm tiêu chí: gõ như “thêm ${no}.1 Nội dung, 5 điểm”; hoặc bỏ mục: “${no} xóa”.`,
  ],
  nothingToUndo: (): Line => ['Chưa có sửa đổi nào để bỏ.'],
  undone: (notes: readonly Line[]): Line[] => [
    ['Lần sửa sau không còn hiệu lực:'],
    ...notes.map((note): Line => ['• ', ...note]),
  ],
  allAnswered: (): Line => ['Đã trả lời hết câu hỏi.'],
  changed: {
    max: (no: string, points: Points): Line => [`Mục ${no}: tối đa ${formatPoints(points)} điểm.`],
    table_max: (points: Points): Line => [`Cả bảng: tối đa ${formatPoints(points)} điểm.`],
    rename: (no: string, name: string): Line => [`Mục ${no}: ${clip(name, NAME_UNITS)}.`],
    table_name: (name: string): Line => [`Tên bảng: ${name}.`],
    counts: (no: string, counts: Counts): Line => [
      `Mục ${no}: ${counts === 'base' ? 'tính vào điểm chuẩn' : counts === 'bonus' ? 'điểm thưởng' : 'điểm trừ'}.`,
    ],
    rule: (no: string, words: string): Line => [`Mục ${no}: ${words}.`],
    drop: (no: string): Line => [`Đã bỏ mục ${no}.`],
    add: (no: string, name: string, points: Points): Line => [
      `Đã thêm mục ${no}. ${clip(name, NAME_UNITS)} · ${formatPoints(points)} điểm.`,
    ],
    settle: (): Line => ['Giữ như đang ghi.'],
  },
  /** What is left as it stands. */
  warnings: (unanswered: number, table: ScoreTable): Line[] => {
    const off = problemLines(checkTable(table));
    return [
      [{ bold: 'Trước khi ghi' }],
      ...(unanswered > 0
        ? [
            [
              `Còn ${unanswered} câu hỏi chưa trả lời; chỗ đó giữ như đang ghi, cách chấm là chấm tay.`,
            ] satisfies Line,
          ]
        : []),
      ...(off.length > 0 ? [['Chỗ chưa khớp, giữ như in:'] satisfies Line, ...off] : []),
    ];
  },
  decideFirst: (count: number): Line => [
    `Còn ${count} chỗ phải quyết định trước khi chấm được bằng bảng này.`,
  ],
  made: (version: number, table: ScoreTable, carried: number, again: number): Line[] => [
    [
      { bold: `Đã ghi bảng điểm, phiên bản ${version}` },
      `: ${leaves(table).length} tiêu chí, ${formatPoints(table.max)} điểm.`,
    ],
    ...(carried + again > 0
      ? [[`Điểm đã chấm: giữ ${carried}, phải chấm lại ${again} do tiêu chí thay đổi.`] satisfies Line]
      : []),
    ['Đơn vị gõ /cham_diem để chấm.'],
  ],
  unitNotice: (version: number, again: number): Line[] => [
    [{ bold: 'Bảng điểm có phiên bản mới' }, ` (${version}).`],
    [
      again > 0
        ? `Đơn vị có ${again} tiêu chí đã chấm phải chấm lại do thay đổi; các điểm khác được giữ. Gõ /cham_diem.`
        : 'Các điểm đã chấm được giữ. Gõ /cham_diem để chấm tiếp.',
    ],
  ],
  goOn: 'Chấm điểm',
  cancelled: (): Line[] => [['Đã dừng; bảng điểm chưa có gì thay đổi.']],
  parked: (): Line[] => [['Đã giữ lại. Gõ /bang_diem để xem tiếp.']],
} as const;

function problemLines(all: readonly TableProblem[]): Line[] {
  const lines = all.map(tableProblem);
  const more = lines.length - MOST_PROBLEMS;
  return more > 0 ? [...lines.slice(0, MOST_PROBLEMS), [`… và ${more} chỗ nữa.`]] : lines;
}

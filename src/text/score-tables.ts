import type { TableProblem } from '../core/check-table.ts';
import type { Interval } from '../core/interval.ts';
import type { Line, Table } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import type { RuleDoubt } from '../core/rules/rule.ts';
import type { SheetStage } from '../core/stage.ts';
import type { UnitTally } from '../core/tally-result.ts';
import { formatInstant } from './days.ts';
import { formatInterval } from './numbers.ts';
import { formatPoints } from './points.ts';
import { stageWords } from './stages.ts';

/** A sheet's points by its first level. What nobody has scored is a dash, never 0. */
export function sheetTable(tally: UnitTally): Table {
  const rows = tally.children.map(node => {
    const name = `${node.no}. ${node.name}`;
    if (node.kind === 'leaf') {
      if (node.state === 'not_assigned') return [name, 'không giao', '–'];
      return [name, node.points === null ? '–' : formatPoints(node.points), formatPoints(node.max)];
    }
    const { scored, skipped, open } = node.counts;
    if (scored + skipped + open === 0) return [name, 'không giao', '–'];
    return [name, scored === 0 ? '–' : formatPoints(node.points), formatPoints(node.max)];
  });
  const total = [
    'Tổng',
    tally.counts.scored === 0 ? '–' : formatPoints(tally.points),
    formatPoints(tally.max),
  ];
  return {
    columns: [
      { title: 'Nội dung', align: 'left' },
      { title: 'Điểm', align: 'right' },
      { title: 'Tối đa', align: 'right' },
    ],
    rows: [...rows, total],
  };
}

/** `passed`: numbers of the criteria that were passed over. */
export function summaryLines(
  tally: UnitTally,
  passed: readonly string[],
  left: readonly { group: string; open: number }[] = [],
): Line[] {
  const lines: Line[] = [
    [{ bold: `Tạm tính ${formatPoints(tally.points)}/${formatPoints(tally.max)}` }, ' điểm.'],
  ];
  if (tally.counts.open > 0) lines.push([`Còn ${tally.counts.open} tiêu chí chưa chấm.`]);
  for (const { group, open } of left) lines.push([`• ${group}: còn ${open}`]);
  if (passed.length > 0) lines.push([`Đã bỏ qua: ${passed.join('; ')} (chưa tính điểm).`]);
  if (tally.counts.open === 0) lines.push(['Đề nghị đồng chí xem lại rồi gửi bản chấm.']);
  return lines;
}

const unsentWords = {
  open: 'Bản chấm chưa gửi. Gõ /cham_diem để chấm tiếp.',
  closed: 'Bản chấm chưa gửi và tự chấm đã khóa: điểm nháp không tính. Cần chấm, đề nghị báo Trưởng khối.',
  official: 'Đơn vị không gửi bản tự chấm nên không xếp hạng.',
} as const;

/** `/diem` for the unit itself. */
export function unitScore(
  unitName: string,
  tally: UnitTally,
  submittedAt: string | null,
  /** `closed`: self scores are. */
  state: 'open' | 'closed' | 'official' = 'open',
): { lines: Line[]; table: Table } {
  const { open, skipped } = tally.counts;
  const waiting = open + skipped;
  const lines: Line[] = [
    [{ bold: unitName }],
    [
      state === 'official' ? 'Điểm chính thức: ' : 'Điểm tạm tính: ',
      { bold: `${formatPoints(tally.points)}/${formatPoints(tally.max)}` },
      '.',
    ],
  ];
  if (waiting > 0)
    lines.push([
      state === 'official' ? `${waiting} tiêu chí không có điểm.` : `Còn ${waiting} tiêu chí chưa có điểm.`,
    ]);
  lines.push([submittedAt === null ? unsentWords[state] : `Đã gửi bản chấm lúc ${submittedAt}.`]);
  return { lines, table: sheetTable(tally) };
}

/** Where a sheet that was sent stands; before, nothing is said. */
export function stageLine(
  stage: SheetStage,
  self: Points | null,
  now: Points,
  publishedAt: Date | null,
): Line[] {
  if (publishedAt) return [[`Công bố lúc ${formatInstant(publishedAt)}; điểm đã khóa.`]];
  if (stage === 'self') return [];
  const own = self !== null && self !== now ? `Tự chấm ${formatPoints(self)}. ` : '';
  return [[`${own}Tình trạng: ${stageWords[stage]}.`]];
}

export interface UnitScore {
  stage: SheetStage;
  unitName: string;
  points: Points;
  max: Points;
  /** Criteria without points yet. */
  waiting: number;
  scored: number;
  submitted: boolean;
}

/** `/diem` for the lead: every unit, in the order given (this is no ranking). */
export function blocScores(units: readonly UnitScore[], official = false): { lines: Line[]; table: Table } {
  const sent = units.filter(unit => unit.submitted || unit.stage !== 'self').length;
  const state = (unit: UnitScore) => {
    if (unit.stage !== 'self' && unit.stage !== 'verifying') return stageWords[unit.stage];
    if (unit.submitted) return 'đã gửi';
    if (unit.scored === 0) return 'chưa chấm';
    return unit.waiting === 0 ? 'chưa gửi' : `còn ${unit.waiting}`;
  };
  return {
    lines: blocLines(units, sent, official),
    table: {
      columns: [
        { title: 'Đơn vị', align: 'left' },
        { title: official ? 'Điểm' : 'Tạm tính', align: 'right' },
        { title: 'Trạng thái', align: 'left' },
      ],
      rows: units.map(unit => [
        unit.unitName,
        unit.scored === 0 ? '–' : `${formatPoints(unit.points)}/${formatPoints(unit.max)}`,
        state(unit),
      ]),
    },
  };
}

function blocLines(units: readonly UnitScore[], sent: number, official: boolean): Line[] {
  if (official) return [[{ bold: 'Điểm chính thức của các đơn vị' }], ['Xếp hạng: gõ /xep_hang.']];
  const settled = units.filter(unit => unit.stage === 'final').length;
  if (settled === 0)
    return [
      [{ bold: 'Điểm tự chấm của các đơn vị' }, ` (tạm tính) · đã gửi ${sent}/${units.length}.`],
      ['Điểm chưa thẩm định, chưa xếp hạng.'],
    ];
  return [
    [{ bold: 'Điểm của các đơn vị' }, ` (tạm tính) · đã kết luận ${settled}/${units.length}.`],
    ['Xếp hạng tạm tính: gõ /xep_hang.'],
  ];
}

/** One line for each thing that is wrong with a table; what to do about it is one sentence for all. */
export function tableProblem(problem: TableProblem): Line {
  switch (problem.code) {
    case 'sum_differs': {
      const where = problem.no === null ? 'Cả bảng' : `Mục ${problem.no}`;
      return [
        `${where} ghi ${formatPoints(problem.max)} điểm, các mục con cộng lại ${formatPoints(problem.sum)}.`,
      ];
    }
    case 'number_twice':
      return [`Số mục ${problem.no} xuất hiện hai lần trong cùng một mục.`];
    case 'key_twice':
      return [`Mã tiêu chí “${problem.key}” xuất hiện hai lần.`];
    case 'zero_max':
      return [`Mục ${problem.no} có điểm tối đa bằng 0.`];
    case 'no_leaves':
      return [
        problem.no === null ? 'Bảng điểm chưa có tiêu chí nào.' : `Mục ${problem.no} chưa có tiêu chí con.`,
      ];
    case 'at_least_over_max':
      return [`Mục ${problem.no} đòi hỏi nhiều điểm hơn điểm tối đa của chính mục đó.`];
    case 'classes_overlap':
      return [`Hai mức xếp loại cùng nhận ${intervals(problem.at)} điểm. Đề nghị chọn một mức.`];
    case 'classes_gap':
      return [`Chưa mức xếp loại nào nhận ${intervals(problem.at)} điểm. Đề nghị bổ sung.`];
    case 'unknown_class':
      return [`Bảng điểm không có mức xếp loại “${problem.name}” (trường hợp “${problem.event}”).`];
    case 'unknown_tie_criterion':
      return [`Thứ tự ưu tiên khi bằng điểm nêu tiêu chí “${problem.key}” không có trong bảng.`];
    case 'doubt':
      return ruleDoubt(problem.no, problem.doubt);
  }
}

const intervals = (list: readonly Interval[]) => list.map(formatInterval).join('; ');

function ruleDoubt(no: string, doubt: RuleDoubt): Line {
  switch (doubt.code) {
    case 'bands_overlap':
      return [`Mục ${no}: hai khoảng cùng nhận giá trị ${intervals(doubt.at)}. Đề nghị chọn một khoảng.`];
    case 'bands_gap':
      return [`Mục ${no}: chưa nêu điểm cho giá trị ${intervals(doubt.at)}. Đề nghị bổ sung.`];
    case 'day_kind':
      return [`Mục ${no}: chưa nêu ngày chậm tính theo ngày lịch hay ngày làm việc. Đề nghị chọn.`];
    case 'later_is_better':
      return [`Mục ${no}: có chỗ chậm hoặc thiếu nhiều hơn lại được nhiều điểm hơn. Đề nghị xem lại.`];
    case 'reaches':
      return [
        `Mục ${no}: theo cách tính đã nêu chỉ đạt ${formatPoints(doubt.points)} điểm, khác điểm tối đa.`,
      ];
  }
}

import type { Points } from '../core/points.ts';
import type { RuleRef } from '../core/score-table.ts';
import type { AskedKind, ValueFault } from '../core/sheet-value.ts';
import { plainText } from './plain-text.ts';
import { formatPoints } from './points.ts';
import { valueFaultText } from './value-faults.ts';

/** Where something was read. */
interface At {
  sheet: string;
  cell: string;
  text: string;
}

type Question =
  | { code: 'max_missing'; no: string; proposed: Points | null; at: At }
  | { code: 'max_unclear'; no: string; at: At }
  | { code: 'line_unclear'; at: At }
  | { code: 'total_differs'; printed: Points; sum: Points; at: At }
  | { code: 'other_sheets'; sheets: string[] };

/** What a workbook leaves open, with the cell to look at. */
export function tableQuestionText(question: Question): string {
  switch (question.code) {
    case 'max_missing':
      return question.proposed === null
        ? `Ô ${question.at.cell}: mục ${question.no} chưa ghi điểm tối đa.`
        : `Ô ${question.at.cell}: mục ${question.no} chưa ghi điểm tối đa; các mục con cộng lại ${formatPoints(question.proposed)}. Đúng không?`;
    case 'max_unclear':
      return `Ô ${question.at.cell}: chưa hiểu điểm tối đa “${question.at.text}” của mục ${question.no}.`;
    case 'line_unclear':
      return `Ô ${question.at.cell}: có điểm nhưng chưa rõ thuộc mục nào.`;
    case 'total_differs':
      return `Ô ${question.at.cell}: tổng ghi ${formatPoints(question.printed)}, các mục cộng lại ${formatPoints(question.sum)}. Số nào đúng?`;
    case 'other_sheets':
      return `Tệp còn bảng điểm ở trang tính khác: ${question.sheets.join('; ')}. Có dùng không?`;
  }
}

const RULES: Record<string, string> = {
  late_days: 'trừ theo số ngày chậm, hệ thống tự tính từ hạn và bản nộp',
  missing_reports: 'trừ theo số báo cáo thiếu, hệ thống tự tính',
  penalty_per_occurrence: 'trừ theo số lần',
  bonus_per_item: 'cộng theo số lượng',
  ratio: 'tính theo tỷ lệ kết quả/chỉ tiêu',
  yes_no: 'có thì đủ điểm, không thì 0 điểm',
  levels: 'chọn một trong các mức',
};

const OPEN = {
  day_kind: 'tính ngày lịch hay ngày làm việc',
  several: 'nhiều báo cáo thì tính thế nào',
  reports: 'áp dụng cho báo cáo nào',
} as const;

/** A rule that a sentence seems to state: asked, never put in by itself. */
export function ruleProposalText(given: {
  no: string;
  rule: RuleRef;
  at: At;
  open: (keyof typeof OPEN)[];
}): string {
  const { no, rule, at, open } = given;
  const left = open.length === 0 ? '' : ` Còn phải chọn: ${open.map(one => OPEN[one]).join('; ')}.`;
  return `Mục ${no}, ô ${at.cell} “${at.text}”: đề nghị cách chấm “${RULES[rule.id] ?? rule.id}”. Đồng ý không?${left}`;
}

/** A cell of a filled sheet that could not be taken. */
export function refusedCellText(given: {
  cell: string;
  no: string | null;
  text: string;
  fault: ValueFault | { code: 'unread'; asked: AskedKind } | { code: 'unknown_criterion' };
}): string {
  const { cell, no, text, fault } = given;
  const place = `Ô ${cell}${no === null ? '' : ` (tiêu chí ${no})`} “${text}”`;
  if (fault.code === 'unknown_criterion') return `${place}: bảng điểm không có tiêu chí mang mã ở dòng này.`;
  const why = fault.code === 'unread' ? ({ code: 'other_kind', asked: fault.asked } as const) : fault;
  return `${place}: ${plainText(valueFaultText(why))}`;
}

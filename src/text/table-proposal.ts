import type { CellFault, RefusedCell } from '../core/filled-sheet.ts';
import type { RuleGap, RuleProposal, TableQuestion } from '../core/table-proposal.ts';
import { clip } from './fold.ts';
import { plainText } from './plain-text.ts';
import { formatPoints } from './points.ts';
import { ruleWords } from './table-rules.ts';
import { valueFaultText } from './value-faults.ts';

/** Of a cell's words in a sentence, in UTF-16 units. */
const CELL_UNITS = 60;

/** What a workbook leaves open, with the cell to look at. */
export function tableQuestionText(question: TableQuestion): string {
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

const OPEN = {
  day_kind: 'tính ngày lịch hay ngày làm việc',
  several: 'nhiều báo cáo thì tính thế nào',
  reports: 'áp dụng cho báo cáo nào',
} as const satisfies Record<RuleGap, string>;

/** A rule that a sentence seems to state: asked, never put in by itself. */
export function ruleProposalText({ no, rule, at, open }: Omit<RuleProposal, 'key'>): string {
  const left = open.length === 0 ? '' : ` Còn phải chọn: ${open.map(one => OPEN[one]).join('; ')}.`;
  return `Mục ${no}, ô ${at.cell} “${at.text}”: đề nghị cách chấm “${ruleWords(rule)}”. Đồng ý không?${left}`;
}

/** A cell of a filled sheet that could not be taken. */
export function refusedCellText({ cell, no, text, fault }: RefusedCell): string {
  const place = `Ô ${cell}${no === null ? '' : ` (tiêu chí ${no})`} “${clip(text, CELL_UNITS)}”`;
  return `${place}: ${cellFaultText(fault)}`;
}

function cellFaultText(fault: CellFault): string {
  switch (fault.code) {
    case 'unknown_criterion':
      return 'bảng điểm không có tiêu chí mang mã ở dòng này.';
    case 'answered_twice':
      return 'tiêu chí này đã được chấm ở một ô phía trên.';
    case 'two_readings':
      return `có thể hiểu là ${fault.readings.join(' hoặc ')}. Đề nghị ghi rõ hơn.`;
    case 'too_precise':
      return 'điểm chỉ lấy đến hai chữ số sau dấu phẩy, ví dụ 8,25.';
    case 'negative':
      return 'số không được nhỏ hơn 0.';
    case 'unread':
      return plainText(valueFaultText({ code: 'other_kind', asked: fault.asked }));
    default:
      return plainText(valueFaultText(fault));
  }
}

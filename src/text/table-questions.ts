import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import type { TableAsk } from '../core/table-asks.ts';
import type { RuleGap } from '../core/table-proposal.ts';
import { clip } from './fold.ts';
import { formatPoints } from './points.ts';
import { tableProblem } from './score-tables.ts';
import { ruleProposalText, tableQuestionText } from './table-proposal.ts';
import { ruleDetail } from './table-rules.ts';

/** Questions of `/bang_diem` and what its buttons say. */

const LABEL_UNITS = 40;

const gapQuestion: Record<RuleGap, string> = {
  day_kind: 'Ngày chậm tính theo ngày lịch hay ngày làm việc?',
  several: 'Có nhiều báo cáo thì tính thế nào?',
  reports: 'Tiêu chí này xét báo cáo nào?',
};

export const tableLabels = {
  template: 'Tải tệp mẫu',
  edit: 'Sửa bảng đang dùng',
  file: 'Gửi bảng mới',
  sheet: 'Tải phiếu chấm',
  create: 'Ghi bảng điểm',
  answer: (count: number) => `Trả lời ${count} câu hỏi`,
  list: 'Xem cả bảng',
  settings: 'Cách tính chung',
  undo: 'Bỏ sửa vừa rồi',
  cancel: 'Hủy',
  review: 'Về bảng xem lại',
  right: 'Đúng',
  keep: (printed: Points) => `Giữ như in: ${formatPoints(printed)}`,
  drop: 'Bỏ mục này',
  ignore: 'Bỏ dòng này',
  take: 'Đồng ý',
  byHand: 'Chấm tay',
  fix: (points: Points) => `Sửa thành ${formatPoints(points)}`,
  acknowledge: 'Đã xem, vẫn ghi',
  calendar: 'Ngày lịch',
  working: 'Ngày làm việc',
  worst: 'Theo báo cáo chậm nhất',
  each: 'Cộng dồn từng báo cáo',
  mean: 'Lấy trung bình',
  everyReport: 'Mọi báo cáo trong năm',
  short: (words: string) => clip(words, LABEL_UNITS),
} as const;

/** One open question. */
export function tableAskLines(ask: TableAsk): Line[] {
  switch (ask.kind) {
    case 'max': {
      const { no, at, proposed, unclear } = ask;
      if (!at) return [[`Mục ${no} có điểm tối đa bằng 0. Đề nghị gõ số điểm.`]];
      if (!unclear && proposed === null)
        return [
          [tableQuestionText({ ...ask, code: 'max_missing', at })],
          ['Đề nghị gõ số điểm, hoặc bỏ mục.'],
        ];
      if (proposed === null)
        return [
          [tableQuestionText({ ...ask, code: 'max_unclear', at })],
          ['Đề nghị gõ số điểm, hoặc bỏ mục.'],
        ];
      return [[tableQuestionText({ ...ask, code: 'max_missing', at })]];
    }
    case 'line':
      return [
        [tableQuestionText({ code: 'line_unclear', at: ask.at })],
        [{ italic: `“${clip(ask.at.text, 300)}”` }],
        ['Bỏ dòng này, hoặc gõ như: thêm II.5 Nội dung, 5 điểm.'],
      ];
    case 'rule':
      return [
        [ruleProposalText(ask.proposal)],
        [`Cụ thể: ${ruleDetail(ask.proposal.rule)}. Chưa đồng ý thì tiêu chí được chấm tay.`],
      ];
    case 'gap':
      return [[`Mục ${ask.no}: ${gapQuestion[ask.gap]}`]];
    case 'doubt':
      return [tableProblem({ code: 'doubt', ...ask }), ...doubtHint(ask.doubt.code)];
    case 'sum': {
      const { key, no, max, sum } = ask;
      return [
        tableProblem({ code: 'sum_differs', key, no, max, sum }),
        [`Giữ ${formatPoints(max)} điểm như in, hay sửa thành ${formatPoints(sum)} theo tổng các mục con?`],
      ];
    }
  }
}

function doubtHint(code: string): Line[] {
  if (code === 'bands_gap') return [['Gõ số điểm cho các giá trị đó, hoặc chọn chấm tay.']];
  if (code === 'bands_overlap') return [['Giá trị trùng thuộc khoảng nào?']];
  return [['Gõ lại quy định thành một câu, ví dụ “chậm 1-2 ngày trừ 1 điểm; chậm trên 2 ngày trừ 2 điểm”.']];
}

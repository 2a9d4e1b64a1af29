import type { Line } from '../core/message.ts';
import type { Asked, WhyUnclear } from './answer-value.ts';
import { formatPoints } from './points.ts';

/** Why what was typed for a criterion is no answer to it. */
export function answerProblem(why: WhyUnclear, asked: Asked): Line {
  switch (why) {
    case 'over_max':
      return [`Tiêu chí này tối đa ${formatPoints(asked.max)} điểm. Đề nghị đồng chí gõ lại.`];
    case 'negative':
      return [`${asked.kind === 'points' ? 'Điểm' : 'Số'} không được nhỏ hơn 0. Đề nghị đồng chí gõ lại.`];
    case 'too_precise':
      return ['Điểm chỉ lấy đến hai chữ số sau dấu phẩy, ví dụ 8,25. Đề nghị đồng chí gõ lại.'];
    case 'not_understood':
      return ['Hệ thống chưa hiểu câu trả lời.'];
  }
}

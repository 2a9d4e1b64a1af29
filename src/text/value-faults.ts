import type { Line } from '../core/message.ts';
import { points } from '../core/points.ts';
import type { AskedKind, ValueFault } from '../core/sheet-value.ts';
import { formatDecimal } from './numbers.ts';
import { formatPoints } from './points.ts';

const WANTED: Record<AskedKind, string> = {
  points: 'số điểm, ví dụ 8,5',
  yes_no: '“có” hoặc “không”',
  level: 'một trong các mức đã nêu',
  number: 'một con số, ví dụ 92,5',
  ratio: 'kết quả và chỉ tiêu, ví dụ 80/100',
  count: 'số lần hoặc số mục, ví dụ 2',
};

/** Why an answer cannot stand, and what to write instead. */
export function valueFaultText(fault: ValueFault): Line {
  switch (fault.code) {
    case 'other_kind':
      return [`Tiêu chí này cần ${WANTED[fault.asked]}.`];
    case 'derived':
      return ['Điểm này hệ thống tự tính theo hạn và bản nộp nên không nhập tay.'];
    case 'out_of_range':
      return [
        `Tiêu chí này từ ${formatPoints(points(fault.min))} đến ${formatPoints(points(fault.max))} điểm.`,
      ];
    case 'off_step':
      return [`Điểm phải là bội số của ${formatPoints(points(fault.step))}.`];
    case 'unknown_level':
      return [`Chỉ nhận một trong các mức: ${fault.names.join('; ')}.`];
    case 'too_many':
      return [`Nhiều nhất là ${fault.max}.`];
    case 'outside':
      return [`Giá trị phải ${limits(fault.low, fault.high)}.`];
    case 'target_needed':
      return ['Cần cả kết quả và chỉ tiêu, ví dụ 80/100.'];
    case 'target_given':
      return ['Chỉ tiêu đã có trong bảng điểm; chỉ cần ghi kết quả.'];
    case 'target_zero':
      return [
        'Chỉ tiêu phải lớn hơn 0. Không được giao chỉ tiêu thì để trống chỉ tiêu, hoặc ghi “không giao”.',
      ];
  }
}

function limits(
  low: Extract<ValueFault, { code: 'outside' }>['low'],
  high: Extract<ValueFault, { code: 'outside' }>['high'],
): string {
  if (low !== null && high !== null) return `từ ${formatDecimal(low)} đến ${formatDecimal(high)}`;
  if (low !== null) return `từ ${formatDecimal(low)} trở lên`;
  return high === null ? 'là một trong các giá trị bảng điểm nêu' : `không quá ${formatDecimal(high)}`;
}

import type { Line } from '../core/message.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import { type Asked, valueWords } from './answer-value.ts';

/** Sentences of `/giai_trinh`: the unit's answer to what its verifier changed. */
export const explainText = {
  labels: {
    accept: 'Đồng ý',
    acceptAll: 'Đồng ý tất cả',
    later: 'Để sau',
    send: 'Gửi giải trình',
    edit: 'Xem lại',
  },
  nothing: (): Line[] => [['Đơn vị không có kết quả thẩm định nào chờ giải trình.']],
  row: (shown: {
    left: number;
    no: string;
    name: string;
    own: SheetValue | null;
    verified: SheetValue;
    reason: string;
    by: string;
    asked: Asked;
  }): Line[] => [
    [{ bold: `${shown.no}. ${shown.name}` }, ` · còn ${shown.left} tiêu chí`],
    [
      `Tự chấm ${shown.own ? valueWords(shown.own, shown.asked.levels) : '–'}, thẩm định `,
      { bold: valueWords(shown.verified, shown.asked.levels) },
      '.',
    ],
    [`Lý do (${shown.by}): ${shown.reason}`],
    ['Đề nghị đồng chí gõ nội dung giải trình, hoặc chọn Đồng ý.'],
  ],
  accepted: (no: string): Line => [`Đã ghi: đồng ý tiêu chí ${no}.`],
  explained: (no: string): Line => [`Đã ghi giải trình tiêu chí ${no}.`],
  summary: (accepted: number, explained: number): Line[] => [
    [`Đồng ý ${accepted} tiêu chí, giải trình ${explained} tiêu chí. Gửi cho đơn vị thẩm định?`],
  ],
  tooShort: (): Line => ['Đề nghị gõ nội dung giải trình bằng chữ, hoặc chọn Đồng ý.'],
  tooLong: (most: number): Line => [`Nội dung dài quá ${most} ký tự. Đề nghị viết gọn hơn.`],
  stale: (): Line => ['Kết quả thẩm định vừa có thay đổi; chưa ghi gì. Câu hỏi hiện tại:'],
  later: (): Line[] => [['Đã giữ. Gõ /giai_trinh để làm tiếp.']],
  sent: (agreedAll: boolean): Line[] =>
    agreedAll
      ? [['Đã ghi nhận: đơn vị đồng ý kết quả thẩm định. Điểm đã được kết luận.']]
      : [['Đã gửi giải trình. Hệ thống sẽ báo khi có kết luận.']],
  notice: (unit: string, explained: number): Line[] =>
    explained === 0
      ? [[{ bold: unit }, ' đồng ý kết quả thẩm định; điểm đã được kết luận.']]
      : [[{ bold: unit }, ` đã giải trình ${explained} tiêu chí. Đề nghị đồng chí xem lại.`]],
  noticeButton: 'Thẩm định lại',
} as const;

import type { Line } from '../core/message.ts';
import { clip } from './fold.ts';
import type { ReportShown } from './reports-received.ts';
import { reportLabel, sentWords } from './reports-received.ts';

/** Sentences of `/tra_lai`. */
export const sendBackText = {
  /** Ready reasons, by the number that their button carries. */
  reasons: [
    'Văn bản chưa ký, chưa đóng dấu',
    'Thiếu số liệu hoặc biểu mẫu kèm theo',
    'Nội dung chưa đúng yêu cầu của khối',
    'Gửi nhầm báo cáo hoặc nhầm kỳ',
  ],
  choose: (): Line => ['Đồng chí trả lại báo cáo nào?'],
  page: (page: number, pages: number): Line => [`Trang ${page}/${pages}`],
  noMatch: (words: string): Line => [`Chưa rõ báo cáo nào khớp “${clip(words, 60)}”.`],
  noneOf: (unit: string): Line => [`${unit} không có báo cáo nào để trả lại.`],
  nothing: (): Line[] => [['Hiện không có báo cáo nào để trả lại.']],
  label: reportLabel,
  askReason: (one: ReportShown): Line[] => [
    [
      'Trả lại “',
      { bold: one.title },
      `” của ${one.party}${one.sent ? ` (gửi ${sentWords(one.sent)})` : ''}.`,
    ],
    ['Lý do trả lại là gì? Đồng chí chọn, hoặc gõ để đơn vị biết cần bổ sung gì.'],
  ],
  tooLong: (max: number): Line => [`Lý do dài quá ${max} ký tự. Đề nghị đồng chí gõ ngắn hơn.`],
  noReason: (): Line => ['Cần có lý do để đơn vị biết phải bổ sung gì.'],
  confirm: (one: ReportShown, reason: string, overdueDays: number, accepted: boolean): Line[] => [
    [{ bold: 'Sẽ trả lại:' }, ` “${one.title}” của ${one.party}`],
    ['Lý do: ', { bold: reason }],
    ...(accepted ? [['Báo cáo này đã được tiếp nhận; trả lại là bỏ việc tiếp nhận.']] : []),
    ['Đơn vị được báo ngay để bổ sung, nộp lại.'],
    ...(overdueDays > 0
      ? [[`Hạn đã qua: nếu nộp lại hôm nay, lần nộp ấy tính trễ ${overdueDays} ngày.`]]
      : []),
  ],
  stale: (): Line => ['Lựa chọn vừa rồi thuộc một câu hỏi đã qua; chưa có gì thay đổi.'],
  changedMeanwhile: (): Line[] => [
    ['Báo cáo này vừa thay đổi (đã có người xử lý, hoặc đơn vị vừa nộp bản khác), nên chưa trả lại.'],
    ['Đề nghị đồng chí mở lại: ', { code: '/bao_cao' }],
  ],
  cancelled: (): Line[] => [['Đã hủy; báo cáo chưa bị trả lại.']],
  parked: (): Line[] => [['Đã để lại, chưa trả lại báo cáo nào. Gõ ', { code: '/tra_lai' }, ' để tiếp tục.']],
  more: 'Xem thêm',
  ok: 'Trả lại',
  edit: 'Sửa lý do',
  cancel: 'Hủy',
};

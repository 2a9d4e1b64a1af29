import { type Day, dayOf } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { type ReportRow, totalsOf } from '../core/report-rows.ts';
import { datedLabel } from './dated-label.ts';
import { formatDay, formatInstant } from './days.ts';
import { clip, withoutMarks } from './fold.ts';

/** Words of `/tong_hop_nop`: the workbook's heads, and what comes with it. */

export const standingName = {
  missing: 'chưa nộp',
  received: 'đã nộp',
  accepted: 'đã tiếp nhận',
  sent_back: 'bị trả lại',
} as const;

export const channelName = { chat: 'qua trợ lý', document_system: 'văn bản điện tử' } as const;

export const sheetText = {
  list: 'Danh sách',
  totals: 'Tổng hợp',
  details: 'Chi tiết',
  heading: (bloc: string, title: string | null) => [
    title === null ? 'TỔNG HỢP TÌNH HÌNH NỘP BÁO CÁO CẢ NĂM' : 'TỔNG HỢP TÌNH HÌNH NỘP BÁO CÁO',
    title === null ? bloc : `${bloc} – ${title}`,
  ],
  made: (now: Date) => `Lập lúc ${formatInstant(now)}`,
  number: 'STT',
  unit: 'Đơn vị',
  bloc: 'Trưởng khối (thay mặt khối)',
  title: 'Nội dung phải nộp',
  due: 'Hạn nộp',
  extended: 'Gia hạn',
  yes: 'có',
  note: 'Ghi chú',
  noteOf: (extended: boolean, reason: string | null) =>
    [...(extended ? ['được gia hạn'] : []), ...(reason ? [`trả lại: ${reason}`] : [])].join('; '),
  standing: 'Tình trạng',
  documentNumber: 'Số văn bản',
  documentDate: 'Ngày văn bản',
  sentOn: 'Ngày gửi',
  sentAt: 'Ghi nhận lúc',
  channel: 'Hình thức',
  lateDays: 'Trễ (ngày)',
  lateWorkingDays: 'Trễ (ngày làm việc)',
  firstSentOn: 'Ngày gửi lần đầu',
  firstLateDays: 'Lần đầu trễ (ngày)',
  version: 'Số lần nộp',
  receipt: 'Biên nhận số',
  files: 'Số tệp',
  fileNames: 'Tên tệp',
  summary: 'Nội dung chính',
  by: 'Người nộp / ghi nhận',
  decidedBy: 'Người xử lý',
  decidedAt: 'Xử lý lúc',
  reason: 'Lý do trả lại',
  of: 'Phải nộp',
  missing: 'Chưa nộp',
  received: 'Đã nộp, chưa xử lý',
  accepted: 'Đã tiếp nhận',
  sentBack: 'Bị trả lại',
  late: 'Nộp trễ',
  all: 'Cộng',
  audit: (seq: number, hash: string) => `Nhật ký của khối tại lúc lập: dòng ${seq}, mã ${hash.slice(0, 16)}.`,
  lateness: () => 'Trễ tính theo lần nộp mới nhất; lần đầu ghi ở cột riêng.',
} as const;

export const exportText = {
  begun: (title: string | null): Line[] => [
    [
      title === null ? 'Đang lập bảng tổng hợp cả năm' : `Đang lập bảng tổng hợp “${title}”`,
      '; tệp sẽ gửi ngay sau đây.',
    ],
  ],
  done: (title: string | null, rows: readonly ReportRow[]): Line[] => {
    const { of, missing, sentBack, late } = totalsOf(rows);
    const parts = [
      `${of - missing - sentBack}/${of} đã nộp`,
      ...(sentBack > 0 ? [`${sentBack} bị trả lại`] : []),
      ...(late > 0 ? [`${late} nộp trễ`] : []),
    ];
    return [[{ bold: title ?? 'Tổng hợp cả năm' }, `: ${parts.join(', ')}.`]];
  },
  nothing: () => ({ lines: [['Không có nội dung phải nộp nào để tổng hợp.']] }),
  failed: (code: string) => ({
    lines: [
      ['Rất tiếc, Hệ thống chưa lập được bảng tổng hợp.'],
      ['Đề nghị đồng chí thử lại; nếu vẫn lỗi, báo người quản trị mã ', { code }, '.'],
    ],
  }),
  which: (titles: number): Line[] => [
    [titles > 0 ? 'Lập bảng tổng hợp cho nội dung nào?' : 'Hiện không có nội dung phải nộp nào.'],
  ],
  year: 'Cả năm',
  notFound: (words: string): Line => [`Chưa rõ hạn nào tên như “${clip(words, 60)}”.`],
  /** Plain letters: some systems still spoil others in names of files. */
  fileName: (title: string | null, now: Date) => {
    const plain = withoutMarks(title ?? 'ca nam').replace(/[^a-z0-9]+/g, '-');
    return `tong-hop-nop-${clip(plain, 60).replace(/[^a-z0-9]+$/, '')}-${dayOf(now)}.xlsx`;
  },
  label: datedLabel,
  more: 'Xem thêm',
  named: ({ title, dueOn }: { title: string; dueOn: Day | null }) =>
    dueOn === null ? title : `${title}, hạn ${formatDay(dueOn)}`,
};

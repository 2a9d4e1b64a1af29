import type { Day } from '../core/day.ts';
import { formatDay, formatInstant } from './days.ts';

/** Heads of the workbook that an archive holds of what the bloc did in its year. */
export const yearSheetText = {
  fileName: (year: number) => `nam-thi-dua-${year}.xlsx`,
  title: (what: string, bloc: string, year: number) => [`${what.toUpperCase()} NĂM ${year}`, bloc],
  made: (now: Date) => `Lập lúc ${formatInstant(now)}`,
  no: 'STT',
  unit: 'Đơn vị',
  whole: 'toàn khối',
  by: 'Người ghi',
  at: 'Lúc',
  targets: {
    ...{ name: 'Chỉ tiêu', metric: 'Chỉ tiêu', aim: 'Mức đề ra' },
    ...{ value: 'Số liệu', asOf: 'Đến ngày', source: 'Nguồn' },
  },
  registrations: {
    ...{ name: 'Đăng ký thi đua', titles: 'Danh hiệu, hình thức' },
    ...{ pledge: 'Giao ước', pledgedOn: 'Ngày ký' },
  },
  initiatives: {
    ...{ name: 'Sáng kiến', title: 'Tên', people: 'Người thực hiện' },
    ...{ benefit: 'Hiệu quả', state: 'Trạng thái', basis: 'Công nhận' },
  },
  exemplars: {
    ...{ name: 'Điển hình', what: 'Điển hình', merit: 'Việc làm, thành tích' },
    ...{ stage: 'Bước', caretaker: 'Phụ trách' },
  },
  meetings: {
    ...{ name: 'Cuộc họp', title: 'Cuộc họp', starts: 'Thời gian' },
    ...{ place: 'Địa điểm', present: 'Có mặt', decisions: 'Kết luận' },
  },
  ballots: { name: 'Bình xét', title: 'Nội dung', result: 'Kết quả' },
  awards: {
    ...{ name: 'Khen thưởng', award: 'Hình thức', who: 'Tập thể, cá nhân' },
    ...{ basis: 'Căn cứ', standing: 'Tình trạng', papers: 'Hồ sơ' },
  },
  feedback: { name: 'Phản ánh', kind: 'Loại', said: 'Nội dung và trả lời', standing: 'Tình trạng' },
  announcements: { name: 'Thông báo', body: 'Nội dung', read: 'Đã nhận' },
  readBy: (read: number, all: number) => `${read}/${all} đơn vị`,
  due: (text: string, on: Day | null) => (on ? `${text}, đến ${formatDay(on)}` : text),
} as const;

import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import { formatInstant } from './days.ts';
import { formatPoints } from './points.ts';

/** Sentences of the score sheet on one page. */
export const formText = {
  head: 'Bảng tự chấm điểm',
  about: (unit: string, table: string) => `${unit} · ${table}`,
  how: 'Điểm được lưu ngay khi đồng chí nhập. Điểm nộp báo cáo do Hệ thống tự tính nên không có ở đây.',
  until: (at: Date) => `Liên kết dùng đến ${formatInstant(at)}. Đề nghị không chuyển cho người khác.`,
  closed: 'Bản chấm đã gửi hoặc đã khóa nên chỉ xem được. Muốn sửa, đề nghị đơn vị thẩm định trả lại.',
  returned: (reason: string) => `Bị trả lại: ${reason}`,
  max: (points: Points) => `tối đa ${formatPoints(points)}`,
  choose: 'Chọn mức',
  yes: 'Có',
  no: 'Không',
  placeholder: { points: 'điểm', ratio: 'kết quả/chỉ tiêu', number: 'số liệu', count: 'số lượng' },
  standing: (left: number, points: Points, of: Points) =>
    `${left === 0 ? 'Đã chấm đủ' : `Còn ${left} tiêu chí`} · tạm tính ${formatPoints(points)}/${formatPoints(of)}`,
  finish: 'Chấm xong: quay lại cuộc trò chuyện, gõ /cham_diem rồi chọn Gửi bản chấm.',
  proof: 'Minh chứng',
  proofText: 'Số văn bản hoặc liên kết',
  add: 'Thêm',
  pick: 'Chọn tệp',
  remove: 'Bỏ',
  notSent: 'Mất kết nối; chưa gửi được, đề nghị làm lại',
  proofWanted: 'Đề nghị ghi số văn bản hoặc liên kết, không quá 300 ký tự.',
  proofsFull: (most: number) => `Mỗi tiêu chí nhận tối đa ${most} minh chứng.`,
  saving: 'Đang lưu…',
  saved: 'Đã lưu',
  offline: 'Mất kết nối; sẽ lưu lại',
  keep: (words: string) => `Giữ ${words}`,
  /** What was typed stands behind it. */
  overwrite: 'Ghi',
  conflict: (byName: string, words: string) => `Đồng chí ${byName} vừa ghi ${words}.`,
  two: (readings: readonly string[]) => `Có thể hiểu là ${readings.join(' hoặc ')}. Đề nghị ghi rõ hơn.`,
  gone: 'Bảng điểm vừa thay đổi. Đề nghị tải lại trang.',
  needsScript:
    'Trang này cần JavaScript. Nếu không mở được, đồng chí gõ /cham_diem để chấm trong cuộc trò chuyện.',
  /** In the chat. */
  offer: (url: string, expiresAt: Date): Line[] => [
    ['Chấm trên một trang (lưu ngay, dùng đến ', formatInstant(expiresAt), '):'],
    [{ link: url, url }],
  ],
} as const;

import type { Alarm } from '../core/alarms.ts';
import type { Invariant } from '../core/invariants.ts';
import { formatBytes } from './sizes.ts';

/** `45 giây`, `7 phút`, `6 giờ 20 phút`. */
function span(seconds: number): string {
  if (seconds < 60) return `${seconds} giây`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} phút`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

/** What is wrong and what to do, for the operator. */
export function alarmText(alarm: Alarm): string {
  switch (alarm.code) {
    case 'database':
      return alarm.how === 'unreachable'
        ? 'Không kết nối được cơ sở dữ liệu. Đề nghị kiểm tra PostgreSQL; hệ thống tự thử lại.'
        : 'Cơ sở dữ liệu trả lời quá chậm. Đề nghị kiểm tra tải và kết nối.';
    case 'oldest_event':
      return `Có tin nhắn đến đã chờ xử lý ${span(alarm.seconds)}. Đề nghị xem nhật ký lỗi.`;
    case 'oldest_message':
      return `Có tin đã chờ gửi ${span(alarm.seconds)}. Đề nghị kiểm tra kết nối tới nền tảng.`;
    case 'tick_late':
      return `Bộ nhắc việc đã dừng ${span(alarm.seconds)}. Đề nghị xem nhật ký, rồi khởi động lại nếu cần.`;
    case 'dead_events':
      return `Vừa có ${alarm.count} tin nhắn đến không xử lý được, đã để riêng; người gửi đã được báo mã. Đề nghị tìm mã đó trong nhật ký.`;
    case 'given_up':
      return `Trong 24 giờ qua có ${alarm.count} tin đã gửi hai lần mà không rõ có tới nơi không; Hệ thống không gửi lại nữa. Đề nghị kiểm tra kết nối tới nền tảng; người nhận có thể chưa nhận được tin.`;
    case 'platform_silent':
      return `Nền tảng ${alarm.platform} không trả lời ${span(alarm.seconds)}, còn ${alarm.waiting} tin chờ gửi. Đề nghị kiểm tra mã truy cập và kết nối.`;
    case 'invariant':
      return `Dữ liệu khối ${alarm.blocId} không nhất quán: ${brokenWords[alarm.invariant]} (${alarm.rows} dòng). Đề nghị giữ bản sao lưu hiện có và kiểm tra.`;
    case 'disk_low':
      return `Ổ đĩa chứa dữ liệu chỉ còn ${formatBytes(alarm.freeBytes)}. Đề nghị giải phóng dung lượng.`;
  }
}

/** What does not hold, as an operator is told it. */
const brokenWords: Record<Invariant, string> = {
  audit_chain: 'chuỗi nhật ký bị can thiệp',
  submission_versions: 'thiếu một bản nộp giữa chừng',
  submission_season: 'bản nộp khác năm thi đua với việc phải nộp',
  obligation_season: 'việc phải nộp khác năm thi đua với hạn',
  deadline_revisions: 'hạn không có hoặc thiếu bản ghi thay đổi',
  one_lead: 'hai đơn vị cùng là Trưởng khối một lúc',
  person_blocs: 'người giữ vai trò nhưng không tìm được khối của mình',
  numbers: 'số đã cấp vượt bộ đếm, có thể cấp trùng',
  ballot_box: 'số phiếu khác số người đã bỏ phiếu',
  ballot_counts: 'kết quả kiểm phiếu khác phiếu trong hòm',
  feedback_entries: 'phản ánh thiếu nội dung',
  erased_persons: 'người đã xóa dữ liệu vẫn còn tài khoản',
};

export const alarmCleared = (alarm: Alarm): string => `Đã hết: ${alarmText(alarm)}`;

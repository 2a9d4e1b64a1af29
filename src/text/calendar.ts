import type { CalendarEntry } from '../core/calendar-entry.ts';
import type { Line } from '../core/message.ts';

/** Sentences of `/lich`, and what stands in the calendar file. */
export const calendarText = {
  title: (entry: CalendarEntry) => {
    if (entry.kind !== 'deadline' || entry.isEvent) return entry.title;
    return `${entry.mine === 'done' ? '✓ Đã nộp' : 'Hạn'}: ${entry.title}`;
  },
  description: (entry: CalendarEntry) => {
    const { blocName } = entry;
    if (entry.kind === 'meeting')
      return entry.agenda ? `${blocName}. Nội dung: ${entry.agenda.replaceAll('\n', '; ')}` : blocName;
    return entry.kind === 'deadline' && entry.mine === 'owed'
      ? `${blocName}. Đơn vị của đồng chí chưa nộp; nộp bằng /nop_bao_cao.`
      : blocName;
  },
  name: (blocs: readonly string[]) => `Hạn thi đua: ${blocs.join('; ')}`,
  fileName: 'lich-han.ics',
  file: (count: number): Line[] => [
    [
      `Lịch ${count} hạn, cuộc họp, đợt thi đua và sự kiện của đồng chí. Mở tệp bằng ứng dụng lịch trên điện thoại hoặc máy tính để thêm vào lịch.`,
    ],
    ['Tệp không tự đổi khi hạn đổi; muốn lịch tự cập nhật thì lấy đường dẫn đăng ký.'],
  ],
  nothing: (): Line[] => [
    ['Chưa có hạn, cuộc họp, đợt thi đua nào có ngày để đưa vào lịch. Xem các việc: ', { code: '/han' }],
  ],
  subscribe: { id: 'lich url', label: 'Lấy đường dẫn đăng ký' },
  link: (bloc: string, url: string): Line[] => [
    [`Đường dẫn đăng ký lịch của ${bloc}, chỉ dành cho đồng chí:`],
    [{ code: url }],
    [
      'Trong ứng dụng lịch chọn “Thêm lịch từ URL” (Google) hoặc “Thêm lịch đăng ký” (iPhone) rồi dán vào. Lịch tự cập nhật trong 13 tháng.',
    ],
    ['Ai có đường dẫn này đều xem được. Lấy đường dẫn mới thì đường dẫn cũ hết hiệu lực.'],
  ],
  noLink: (): Line[] => [
    [
      'Máy chủ chưa có địa chỉ công khai nên chưa có đường dẫn đăng ký; đồng chí dùng tệp lịch: ',
      { code: '/lich' },
    ],
  ],
  pageHead: 'Đăng ký lịch',
  pageHint: 'Sao chép địa chỉ dưới đây vào ứng dụng lịch (thêm lịch từ URL).',
};

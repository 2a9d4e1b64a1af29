import type { Line } from '../core/message.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { formatBytes } from './sizes.ts';

/** Sentences of one-time links: in the chat, and on the pages behind them. */

/** Of a file's name in a sentence, in UTF-16 units. */
const NAME_UNITS = 60;

/** Why a page behind a link cannot be shown. */
export const linkProblems = {
  unknown:
    'Liên kết không đúng. Đề nghị đồng chí mở lại đúng liên kết trong tin nhắn, hoặc xin liên kết mới.',
  expired: 'Liên kết đã hết hạn. Đề nghị đồng chí quay lại cuộc trò chuyện để xin liên kết mới.',
  used: 'Liên kết này đã dùng xong. Đồng chí xem kết quả trong cuộc trò chuyện.',
  gone: 'Tệp này không còn được lưu. Đề nghị đồng chí xuất lại trong cuộc trò chuyện.',
} as const;

/** Why a file was not taken; nothing of it was kept. */
export const uploadProblems = {
  'too-large': 'Tệp lớn hơn 20 MB nên chưa nhận. Đề nghị đồng chí gửi tệp nhỏ hơn.',
  'too-many': 'Mỗi lần nộp nhận tối đa 10 tệp; tệp này chưa nhận.',
  empty: 'Tệp không có nội dung nên chưa nhận.',
  kind: 'Hệ thống nhận PDF, Word, Excel, PowerPoint, văn bản và ảnh; tệp này không thuộc các loại đó nên chưa nhận.',
  secret:
    'Hệ thống không tiếp nhận tài liệu có độ mật; tệp chưa được lưu. Đề nghị gửi theo quy định về bảo vệ bí mật nhà nước.',
  'not-in-time':
    'Hệ thống chưa đọc kịp tệp để kiểm tra độ mật nên chưa nhận. Đề nghị đồng chí gửi lại sau ít phút, hoặc tách thành tệp nhỏ hơn.',
  'nothing-yet': 'Chưa có tệp nào. Đề nghị đồng chí chọn tệp trước.',
} as const;
export type UploadProblemCode = keyof typeof uploadProblems;

export const linkText = {
  /** Under a question that waits for files, in a messenger that hands over none. */
  upload: (url: string, expiresAt: Date): Line[] => [
    ['Nộp tệp tại liên kết sau (dùng một lần, đến ', formatInstant(expiresAt), '):'],
    [{ link: url, url }],
  ],
  uploadInPrivate: (command: string): Line => [
    'Để nộp tệp, đồng chí nhắn riêng cho Hệ thống: ',
    { code: `/${command}` },
  ],
  /** Nobody has set up where the pages are. */
  noUpload: (): Line => [
    'Trang nộp tệp chưa được thiết lập nên ở đây chưa gửi tệp được; đồng chí ghi số và ngày văn bản.',
  ],
  download: (name: string, url: string, expiresAt: Date): Line[] => [
    ['Tải tệp ', { bold: clip(name, NAME_UNITS) }, ` (đến ${formatInstant(expiresAt)}):`],
    [{ link: url, url }],
  ],
  noDownload: (name: string): Line => [
    `Chưa gửi được tệp ${clip(name, NAME_UNITS)} vì trang tải tệp chưa được thiết lập. Đề nghị báo người quản trị.`,
  ],

  pageTitle: 'Trợ lý Khối',
  until: (expiresAt: Date) => `Liên kết có hiệu lực đến ${formatInstant(expiresAt)}.`,
  downloadHead: 'Tải tệp',
  downloadButton: 'Tải về máy',
  downloadHint: 'Nếu trình duyệt trong ứng dụng không tải được, đồng chí chọn mở bằng trình duyệt khác.',
  uploadHead: 'Nộp tệp',
  choose: 'Chọn tệp hoặc ảnh',
  camera: 'Chụp ảnh văn bản',
  limits: 'PDF, Word, Excel, PowerPoint, văn bản hoặc ảnh; mỗi tệp tối đa 20 MB, tối đa 10 tệp.',
  noSecrets: 'Không gửi tài liệu có độ mật.',
  send: 'Gửi vào cuộc trò chuyện',
  remove: 'Bỏ',
  again: 'Gửi lại',
  needsScript: 'Trang này cần JavaScript. Đề nghị đồng chí mở bằng trình duyệt khác.',
  connection: 'Mất kết nối; các tệp đã nhận vẫn còn. Đề nghị đồng chí thử lại.',
  done: 'Đã nhận tệp. Đồng chí quay lại cuộc trò chuyện để xem và xác nhận.',
  size: formatBytes,
};

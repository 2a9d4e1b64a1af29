import type { Line } from '../core/message.ts';
import { yesNo } from './answers.ts';
import { fold } from './fold.ts';

/** What is said around anything that is written, looked at and then sent. */
export const composeText = {
  tooLong: (most: number, length: number): Line => [
    `Nội dung dài ${length} ký tự, tối đa ${most}. Đề nghị đồng chí gửi bản ngắn hơn, hoặc đính kèm tệp.`,
  ],
  empty: (): Line => ['Hệ thống chưa đọc được nội dung. Đề nghị đồng chí gõ lại.'],
  replaced: (): Line => [{ italic: 'Đã thay bằng nội dung vừa gõ.' }],
  replaceBy: (typed: string): Line[] => [
    ['Nội dung đang soạn vẫn còn. Đồng chí muốn thay bằng “', { bold: typed }, '”?'],
    ['Nếu là lệnh, đề nghị gõ kèm dấu “/”, ví dụ ', { code: '/han' }, '.'],
  ],
  replace: 'Thay',
  keep: 'Giữ nội dung đang soạn',
  anew: (): Line => ['Đã bỏ nội dung cũ, chưa gửi gì.'],
  oneFile: (kept: string): Line => [`Mỗi lần chỉ kèm được một tệp; đã giữ tệp ${kept}.`],
  noFilesHere: (): Line => ['Ở bước này Hệ thống chỉ nhận chữ, chưa nhận tệp.'],
  whichWay: (): Line => ['Đề nghị đồng chí chọn một trong các mục dưới đây.'],
  stale: (): Line => ['Lựa chọn vừa rồi thuộc một câu hỏi đã qua; chưa có gì thay đổi.'],
  cancelled: (): Line[] => [['Đã hủy, chưa gửi gì.']],
  parked: (command: string): Line[] => [
    ['Đã để lại, chưa gửi gì. Gõ ', { code: `/${command}` }, ' để làm tiếp.'],
  ],
  agrees: (typed: string): boolean =>
    yesNo(typed) === true || /^(?:gui|gui di|xac nhan|luu)$/.test(fold(typed)),
  declines: (typed: string): boolean => yesNo(typed) === false,
  /** On the page that files are sent by. */
  fileTitles: {
    van_ban: 'Văn bản lưu của khối',
    dang_ky: 'Đăng ký thi đua, giao ước',
    sang_kien: 'Mô tả, minh chứng của sáng kiến',
    khen_thuong: 'Giấy tờ của hồ sơ khen thưởng',
    dot_thi_dua: 'Minh chứng hoạt động của đợt thi đua',
    chi_tieu: 'Minh chứng số liệu chỉ tiêu',
    thong_bao: 'Tệp gửi kèm thông báo',
    hop: 'Tài liệu họp',
    dien_hinh: 'Minh chứng về điển hình',
    phan_anh: 'Tệp, ảnh gửi kèm phản ánh',
  },
  again: 'Soạn lại',
  noFile: 'Bỏ tệp',
  cancel: 'Hủy',
};

/** Typed text as lines. */
export const linesOf = (text: string): Line[] => text.split('\n').map(line => (line === '' ? [] : [line]));

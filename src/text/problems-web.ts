/** What the web server answers when there is nothing, or nothing good, to answer. */
export const webProblems = {
  'not-found': 'Không có trang này. Đề nghị kiểm tra lại đường dẫn.',
  'too-large': 'Nội dung gửi lên quá lớn. Đề nghị rút gọn rồi gửi lại.',
  internal: 'Hệ thống gặp lỗi ngoài dự kiến. Đề nghị thử lại sau ít phút.',
} as const;

export type WebProblemCode = keyof typeof webProblems;

export const webTitle = 'Trợ lý Khối';

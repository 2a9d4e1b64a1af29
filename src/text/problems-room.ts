/** What the demo room answers when it cannot do as asked: what happened, what is next. */
export const roomProblems = {
  'bad-json': 'Nội dung gửi lên không phải là JSON hợp lệ. Đề nghị kiểm tra lại rồi gửi lại.',
  'bad-request': 'Yêu cầu chưa đúng mẫu. Đề nghị xem phần sai nêu kèm rồi gửi lại.',
  'too-large': 'Nội dung quá lớn. Đề nghị rút gọn rồi gửi lại.',
  'file-too-large': 'Tệp lớn hơn 20 MB. Đề nghị nén hoặc tách tệp rồi gửi lại.',
  'empty-file': 'Tệp không có nội dung. Đề nghị chọn lại tệp.',
  'not-our-host': 'Địa chỉ truy cập không phải của phòng thử. Đề nghị mở đúng địa chỉ in ra khi khởi động.',
  'not-our-page': 'Yêu cầu đến từ một trang khác nên bị từ chối. Đề nghị thao tác ngay trong phòng thử.',
  'unknown-path': 'Phòng thử không có địa chỉ này.',
  'bad-method': 'Địa chỉ này không nhận cách gọi đó. Đề nghị dùng một trong các cách nêu ở Allow.',
  'unknown-chat': 'Không có cuộc trò chuyện này. Đề nghị tải lại trang.',
  'unknown-person': 'Không có người này trong phòng thử. Đề nghị tải lại trang.',
  'not-a-member': 'Người này không ở trong cuộc trò chuyện, nên không đọc và không gửi được.',
  'unknown-message': 'Không có tin nhắn này trong cuộc trò chuyện. Đề nghị tải lại trang.',
  'unknown-button': 'Tin nhắn không có nút này. Đề nghị tải lại trang.',
  'unknown-file': 'Không có tệp này. Đề nghị tải tệp lên lại.',
  'not-yours': 'Chỉ sửa được tin nhắn của chính mình.',
  'key-taken': 'Khóa này đã dùng cho một tin nhắn khác. Đề nghị dùng khóa mới.',
  'marked-secret':
    'Nội dung có dấu chỉ độ mật nên phòng thử không nhận và không lưu. Tài liệu mật phải gửi theo đường công văn mật.',
  'not-in-time':
    'Phòng thử chưa đọc kịp tệp để kiểm tra độ mật nên chưa nhận. Đề nghị gửi lại sau ít phút, hoặc tách thành tệp nhỏ hơn.',
  'not-forward': 'Đồng hồ chỉ đi tới. Đề nghị chọn một thời điểm sau giờ hiện tại của phòng.',
  'nothing-due': 'Hiện không có việc nào chờ đến hạn.',
  internal: 'Phòng thử gặp lỗi ngoài dự kiến. Đề nghị thử lại sau ít phút.',
} as const;

export type RoomProblemCode = keyof typeof roomProblems;

/** Where in the request the fault lies, for whoever writes a client. */
export const roomProblemAt = (path: string) => `Phần sai: ${path}.`;

/** Where it lies when what was sent has no parts. */
export const roomWholeBody = 'toàn bộ nội dung gửi lên, cần là một đối tượng {…}';

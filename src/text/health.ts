/** Why `/healthz` says no, for whoever is on duty. */
export const healthText = {
  unreachable: 'Không kết nối được cơ sở dữ liệu. Hệ thống tự thử lại; đề nghị kiểm tra máy chủ PostgreSQL.',
  slow: 'Cơ sở dữ liệu không trả lời trong 3 giây. Hệ thống tự thử lại; đề nghị kiểm tra tải và kết nối.',
  tickLate: (seconds: number) =>
    `Bộ nhắc việc đã dừng ${seconds} giây (bình thường chạy mỗi 30 giây). Đề nghị xem nhật ký, rồi khởi động lại nếu cần.`,
  neverTicked: (seconds: number) =>
    `Bộ nhắc việc chưa chạy lần nào sau ${seconds} giây kể từ khi khởi động. Đề nghị xem nhật ký.`,
} as const;

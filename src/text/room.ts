/** What the demo room and the start of the program say. */
export const roomText = {
  botName: 'Trợ lý Khối',
  hints: (): string[] => [
    '/han: xem các hạn sắp tới',
    '/nop_bao_cao: nộp báo cáo, kèm tệp hoặc số văn bản',
    '/cham_diem: tự chấm điểm của đơn vị',
    '/toi: đồng chí là ai, còn việc gì',
  ],
  ready: (url: string): string => `Trợ lý Khối đã sẵn sàng: ${url}`,
  whatToDo: (): string => 'Mở địa chỉ trên bằng trình duyệt: phòng thử có sẵn một khối thi đua mẫu.',
  serving: (): string => 'Trợ lý Khối đang chạy trên cơ sở dữ liệu của máy chủ.',
  howToStop: (dataDir: string | null): string =>
    dataDir ? `Dữ liệu ở ${dataDir}. Nhấn Ctrl-C để dừng.` : 'Nhấn Ctrl-C để dừng.',
};

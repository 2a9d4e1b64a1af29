/** What a plan record says to people about how it came about. */
export const planNotes = {
  someDocument: () => 'Văn bản',
  /** An hour is part of the name: deadlines of a bloc end with its day. */
  until: (title: string, hour: string) => `${title} (trước ${hour.replace(':', ' giờ ')})`,
  via: (office: string) => `qua ${office}`,
  yearAssumed: () => 'Văn bản không ghi năm; tạm lấy năm của kế hoạch.',
  vagueTime: () => 'Chỉ nói đầu, giữa hay trung tuần, không có ngày.',
  noSuchDay: () => 'Ngày ghi trong văn bản không có thật hoặc đọc được nhiều cách.',
  unreadable: {
    blank: 'Ngày, tháng để trống.',
    slip: 'Ngày bị viết hoặc quét sai chữ số.',
    festival: 'Chỉ nói dịp Tết, không ghi ngày.',
  },
  duty: {
    report: 'Báo cáo',
    reporting: 'Chế độ thông tin, báo cáo',
    adHoc: 'Báo cáo đột xuất',
    scoring: 'Tự chấm điểm',
    review: 'Chấm điểm, bình xét',
    registration: 'Đăng ký thi đua',
    dossiers: 'Hồ sơ đề nghị khen thưởng',
    midYear: 'Sơ kết',
    yearEnd: 'Tổng kết',
    bothReviews: 'Sơ kết, tổng kết',
  },
  undated: (elsewhere: boolean) =>
    elsewhere ? 'Không ghi ngày; dẫn đến quy định hoặc văn bản khác.' : 'Không ghi ngày.',
  openStart: () => 'Văn bản chỉ ghi ngày kết thúc.',
  openEnd: () => 'Văn bản không ghi ngày kết thúc.',
  endFromReview: (year: number) => `Năm cuối lấy theo thời gian tổng kết giai đoạn (${year}).`,
  periodFromTitle: () => 'Suy ra từ giai đoạn ghi ở tiêu đề; không có mục thời gian thực hiện.',
  periodFromYear: (year: number) => `Suy ra từ “năm ${year}”; không có mục thời gian thực hiện.`,
  schoolYear: () => 'Kế hoạch theo năm học; văn bản không ghi ngày bắt đầu, kết thúc.',
  reversedRange: () => 'Cận đầu lớn hơn cận cuối; cần kiểm tra lại con số.',
  signedAs: (capacity: string, position: string) =>
    `Người ký là “${[capacity, position].filter(one => one).join(' – ')}”.`,
};

interface Warning {
  severity: 'high' | 'medium' | 'low';
  note: (about: string) => string;
}

const high = (note: Warning['note']): Warning => ({ severity: 'high', note });
const medium = (note: Warning['note']): Warning => ({ severity: 'medium', note });
const low = (note: Warning['note']): Warning => ({ severity: 'low', note });

/** What may be wrong with a plan document, and how grave it is: high must be asked, medium shown, low noted. */
export const planWarnings = {
  blank_number: high(() => 'Số văn bản để trống.'),
  missing_number: high(() => 'Không có số, ký hiệu.'),
  blank_day: high(month => `Ngày ban hành để trống, chỉ biết tháng ${month}.`),
  blank_month: high(() => 'Tháng ban hành để trống.'),
  blank_day_month: high(() => 'Ngày và tháng ban hành để trống.'),
  blank_year: high(() => 'Năm ban hành để trống.'),
  no_place_date: high(() => 'Không có địa danh, ngày tháng ban hành.'),
  impossible_date: high(date => `Ngày “${date}” không có trong lịch.`),
  missing_header: high(() => 'Mất phần tên cơ quan ban hành, quốc hiệu ở đầu văn bản.'),
  missing_header_signature: medium(
    () => 'Thiếu tên cơ quan ban hành, nơi nhận, chữ ký; văn bản có thể bị cắt.',
  ),
  missing_signature: medium(() => 'Không có chức vụ, họ tên người ký.'),
  number_spacing: low(() => 'Số, ký hiệu có khoảng trắng thừa.'),
  signature_style: low(() => 'Viết tắt quyền hạn khác lối thường dùng (Nhà nước: TM., KT.; Đảng: T/M, K/T).'),

  no_member_list: high(() => 'Không liệt kê đơn vị thành viên.'),
  no_lead: high(() => 'Không nêu đơn vị Trưởng khối.'),
  unit_level_not_bloc: high(
    () => 'Kế hoạch của một đơn vị thành viên: không tạo khối, không suy ra thành viên khác hay Trưởng khối.',
  ),
  name_boundary: high(name => `Không rõ tên đơn vị kết thúc ở đâu; hệ thống đọc là “${name}”.`),
  member_count_mismatch: high(counts => `Số đơn vị ghi và số đơn vị liệt kê khác nhau (${counts}).`),
  several_blocs: high(count => `Văn bản chia ${count} khối, cụm; không rõ kế hoạch của khối nào.`),
  two_leads: high(names => `Hai đơn vị cùng được ghi là Trưởng khối: ${names}.`),
  incomplete_member_list: medium(group => `Danh sách chưa đủ: “${group}”.`),
  lead_not_in_list: medium(name => `“${name}” có vai trò nhưng không có trong danh sách thành viên.`),
  two_bloc_names: medium(names => `Khối được gọi bằng nhiều tên: ${names}.`),
  no_bloc: medium(() => 'Không nói đến cụm, khối nào; không tạo khối.'),
  not_a_bloc_plan: low(() => 'Kế hoạch chung cho mọi cụm, khối; không tạo khối mới.'),
  unit_name_slip: medium(names => `Tên đơn vị có lẽ sai chữ, hệ thống đọc là “${names}”.`),
  unusual_unit_name: medium(name => `“${name}” không bắt đầu như tên đơn vị thường gặp; cần xem lại.`),
  unit_name_variant: low(names => `Một đơn vị ghi bằng nhiều cách: ${names}.`),
  member_vs_recipient: low(name => `“${name}” chỉ ở nơi nhận, không phải thành viên.`),

  missing_sections: high(gap => `Số mục nhảy ${gap}; các mục ở giữa bị mất hoặc đánh số sai.`),
  missing_heading: medium(heading => `Thiếu tiêu đề mục ${heading}.`),
  duplicate_number: medium(label => `Mục ${label} xuất hiện hai lần.`),
  duplicate_clause: medium(() => 'Một ý lặp lại hai lần trong cùng đoạn.'),
  duplicate_paragraph: medium(line => `Đoạn này trùng với đoạn ở dòng ${line}.`),
  truncated_text: medium(() => 'Nhiệm kỳ chỉ ghi năm đầu, thiếu năm cuối.'),
  numbering: low(label => `Đánh số không liền mạch ở ${label}.`),
  page_break_split: low(() => 'Câu bị cắt giữa hai trang.'),

  citation_year_conflict: high(() => 'Số hiệu và ngày của văn bản được dẫn khác năm.'),
  citation_after_issue: high(() => 'Văn bản được dẫn có ngày sau ngày ban hành kế hoạch.'),
  citation_conflict: medium(dates => `Cùng một văn bản được dẫn với hai ngày khác nhau: ${dates}.`),
  undated_citations: medium(numbers => `Dẫn văn bản không ghi ngày: ${numbers}.`),
  parent_order: medium(() => 'Kế hoạch của Khối ra trước văn bản của cấp trên mà nó thực hiện.'),
  attached_not_present: medium(what => `Dẫn “${what}” nhưng không kèm theo.`),
  referenced_other_document: low(what => `“${what}” là văn bản khác, có thể chứa hạn báo cáo.`),
  citation_spacing: low(() => 'Số hiệu văn bản được dẫn có khoảng trắng thừa.'),
  same_number_trap: low(number => `Hai văn bản khác loại cùng số ${number}.`),

  before_month: high(
    due => `“Trước tháng” là trước ngày 01 của tháng đó; ngày cuối cùng còn đúng hạn: ${due}.`,
  ),
  blank_due: high(() => 'Hạn để trống ngày hoặc tháng.'),
  misread_day: high(likely => `Ngày viết sai chữ số; có lẽ là “${likely}”.`),
  reversed_dates: high(() => 'Ngày kết thúc trước ngày bắt đầu.'),
  past_deadline: high(due => `Hạn ${due} đã qua khi kế hoạch ban hành.`),
  year_not_said: medium(() => 'Hạn không ghi năm; hệ thống tạm lấy năm của kế hoạch.'),
  retroactive_period: medium(() => 'Thời gian thi đua bắt đầu trước ngày ban hành.'),
  undated_reporting: medium(() => 'Có chế độ báo cáo nhưng không ghi hạn; phải hỏi, không tự đặt.'),
  deadline_before_event: medium(() => 'Báo cáo tổng kết phải gửi trước khi tổng kết, số liệu chưa đủ năm.'),
  multi_year_single_dates: medium(year => `Kế hoạch nhiều năm nhưng hạn báo cáo chỉ có năm ${year}.`),
  numbers_that_are_names: medium(
    () => 'Số “ngày đêm” là tên phong trào, không phải chỉ tiêu hay thời hạn của Khối.',
  ),
  stale_text: medium(() => 'Sự kiện này đã diễn ra trước ngày ban hành.'),
  superseded_standard: medium(() => 'Chuẩn, tiêu chí được dẫn đã hết giai đoạn áp dụng.'),
  anniversaries_not_deadlines: low(() => 'Ngày kỷ niệm, không phải hạn.'),

  blank_figure: high(() => 'Chỉ tiêu để trống con số.'),
  reversed_range: high(() => 'Cận đầu lớn hơn cận cuối.'),
  ambiguous_total: medium(() => 'Không rõ là tổng cả giai đoạn hay mỗi năm.'),
  no_period: medium(() => 'Chỉ tiêu không nêu năm đạt.'),
  missing_verb: medium(() => 'Vế câu không có động từ, không rõ phải làm gì.'),
  unquantified_target: low(() => 'Không đo được bằng con số.'),
  quoted_counts: low(() => 'Số nằm trong tên gọi, không phải chỉ tiêu.'),

  ocr: low(right => `Có lẽ là “${right}”.`),
  meaning_slip: medium(right => `Sai dấu làm đổi nghĩa; có lẽ là “${right}”.`),
  repeated_word: low(() => 'Lặp từ.'),
  double_punct: low(() => 'Thừa dấu câu.'),
  bad_terminator: low(() => 'Dấu kết thúc văn bản phải là “./.”.'),
  quote_mismatch: low(() => 'Mở ngoặc kép một kiểu, đóng một kiểu.'),
  quote_style_mix: low(() => 'Ngoặc kép thẳng và cong lẫn lộn.'),
  orthography: low(words => `Lẫn hai lối bỏ dấu (${words}).`),
  abbreviations: low(words => `Chữ viết tắt không giải thích: ${words}.`),
  org_name_variants: low(names => `Một tổ chức ghi bằng nhiều cách: ${names}.`),
  title_closing_mismatch: low(() => 'Câu kết gọi kế hoạch bằng tên khác với tiêu đề.'),
} as const satisfies Record<string, Warning>;

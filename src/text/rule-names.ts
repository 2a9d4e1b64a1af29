/** How a rule scores, in words. */
const names: Readonly<Record<string, string>> = {
  manual: 'chấm điểm trực tiếp',
  yes_no: 'có hoặc không',
  levels: 'theo mức',
  bands: 'theo khoảng số liệu',
  ratio: 'tỷ lệ thực hiện so với chỉ tiêu',
  ratio_over: 'tỷ lệ thực hiện, tính cả phần vượt',
  relative_to_leader: 'so với đơn vị dẫn đầu khối',
  sample: 'kiểm tra mẫu',
  bonus_per_item: 'cộng theo số lượng',
  penalty_per_occurrence: 'trừ theo số vụ việc',
  late_days: 'theo số ngày nộp chậm',
  missing_reports: 'theo số báo cáo thiếu',
  gate: 'điều kiện của nhóm',
  knockout: 'điểm liệt',
};

export const ruleName = ({ id, version }: { id: string; version: number }): string =>
  `${names[id] ?? id} (bản ${version})`;

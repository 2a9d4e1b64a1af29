import type { LoadMistake, LoadWarning } from '../core/load-mistake.ts';
import { plainText } from './plain-text.ts';
import { tableProblem } from './score-tables.ts';

/** For the operator who loads a bloc's file: the place, what is wrong there, what to write instead. */

const KINDS: Record<string, string> = {
  string: 'chữ trong dấu ngoặc kép',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách trong ngoặc vuông [ ]',
  object: 'nhóm trong ngoặc nhọn { }',
  record: 'nhóm trong ngoặc nhọn { }',
};

export function loadMistakeText(mistake: LoadMistake): string {
  const place = mistake.path === '' ? '' : `${mistake.path}: `;
  return `${place}${sentence(mistake)}`;
}

function sentence(mistake: LoadMistake): string {
  switch (mistake.code) {
    case 'syntax':
      return `dòng ${mistake.params.line}, cột ${mistake.params.column}: không đúng cú pháp JSON từ chỗ này. Thường do thừa hoặc thiếu dấu phẩy, dấu ngoặc.`;
    case 'key_twice':
      return `dòng ${mistake.params.line}, cột ${mistake.params.column}: mục "${mistake.params.key}" đã ghi phía trên trong cùng một nhóm. Giữ lại một mục.`;
    case 'missing':
      return 'chưa ghi. Đây là mục bắt buộc.';
    case 'unknown_key':
      return 'không có mục tên như vậy. Kiểm tra lại chính tả, hoặc bỏ mục này.';
    case 'empty':
      return 'đang để trống. Ghi ít nhất một nội dung.';
    case 'not_whole':
      return 'phải là số nguyên.';
    case 'wrong':
      return 'giá trị không hợp lệ.';
    case 'wrong_type':
      return `phải là ${KINDS[mistake.params.expected] ?? mistake.params.expected}.`;
    case 'not_one_of':
      return `chỉ nhận một trong các giá trị: ${mistake.params.values}.`;
    case 'too_long':
      return `dài quá ${mistake.params.max} ký tự.`;
    case 'too_many':
      return `nhiều quá ${mistake.params.max} mục.`;
    case 'below':
      return `không được nhỏ hơn ${mistake.params.min}.`;
    case 'above':
      return `không được lớn hơn ${mistake.params.max}.`;
    case 'no_such_day':
      return `“${mistake.params.text}” không phải một ngày có thật. Ghi như "2026-06-15" hoặc "15/6/2026".`;
    case 'no_such_month':
      return `“${mistake.params.text}” không phải một tháng. Ghi như "2026-06" hoặc "6/2026".`;
    case 'not_points':
      return `“${mistake.params.text}” không phải số điểm. Ghi số, tối đa hai chữ số thập phân, như 8.5 hoặc "8,5".`;
    case 'points_in_doubt':
      return `“${mistake.params.text}” có hai cách hiểu. Ghi bằng số không có dấu ngoặc kép, như 1.5 hoặc 1500.`;
    case 'no_points':
      return 'điểm tối đa phải lớn hơn 0.';
    case 'not_a_time':
      return 'phải là giờ như "08:00".';
    case 'in_quiet_hours':
      return 'giờ này nằm trong giờ yên lặng (quiet). Chọn giờ khác, hoặc đổi giờ yên lặng.';
    case 'quiet_hours_empty':
      return 'giờ bắt đầu và giờ kết thúc trùng nhau.';
    case 'one_due':
      return 'ghi đúng một cách: on, before_day, before_month, during_month, in_working_days hoặc in_days. Việc chưa định ngày thì bỏ cả mục due và ghi rule_text.';
    case 'rule_text_needed':
      return 'việc chưa định ngày cần ghi quy định đã nêu, như "theo quy chế của khối".';
    case 'season_ends_first':
      return 'ngày kết thúc (ends_on) trước ngày bắt đầu (starts_on).';
    case 'bad_user':
      return `“${mistake.params.text}” không dùng được làm tên trong phòng thử. Chỉ dùng chữ không dấu, số, dấu - và _, tối đa 40 ký tự.`;
    case 'reserved_user':
      return `“${mistake.params.text}” là tên phòng thử tự đặt cho người mới. Chọn tên khác, như "lan".`;
    case 'rule_of_group':
      return 'mục có mục con (children) thì không có cách chấm (rule) riêng. Bỏ một trong hai.';
    case 'not_an_interval':
      return 'không phải một khoảng. Mỗi đầu ghi một cách: ge (từ) hoặc gt (trên), le (đến) hoặc lt (dưới); hoặc chỉ ghi eq (đúng bằng).';
    case 'level_twice':
      return 'hai mức có cùng mã (key).';
    case 'target_zero':
      return 'chỉ tiêu phải lớn hơn 0.';
    case 'over_100':
      return 'không được lớn hơn 100 (phần trăm).';
    case 'kinds_or_deadlines':
      return 'ghi đúng một cách: kinds (loại báo cáo) hoặc deadlines (mã của hạn).';
    case 'each_or_bands':
      return 'ghi đúng một cách: each (mỗi ngày, mỗi lần mất mấy điểm) hoặc bands (các khoảng).';
    case 'one_answer':
      return 'ghi đúng một cách: points, yes, level, number, actual (kèm target), count, skipped hoặc not_assigned.';
    case 'not_an_instant':
      return 'phải là thời điểm như "2026-05-29T16:30:00+07:00", hoặc một ngày như "2026-05-29".';
    case 'unknown_rule':
      return `không có cách chấm “${mistake.params.text}”. Các cách chấm: docs/scores.md.`;
    case 'number_in_doubt':
      return `“${mistake.params.text}” có hai cách hiểu. Ghi bằng số không có dấu ngoặc kép, như 1.5 hoặc 1500.`;
    case 'not_a_number':
      return `“${mistake.params.text}” không phải số không âm có tối đa sáu chữ số thập phân.`;
    case 'unknown_criterion':
      return `bảng điểm không có mục “${mistake.params.text}”. Ghi số mục như trong bảng, ví dụ "II.1.a".`;
    case 'criterion_in_doubt':
      return `nhiều mục mang số “${mistake.params.text}”. Ghi rõ một mục: ${mistake.params.keys}.`;
    case 'entry_twice':
      return `đã ghi cùng đơn vị, mục, bước và lần ghi ở ${mistake.params.first}. Ghi thêm version để phân biệt.`;
    case 'no_lead':
      return 'chưa có Trưởng khối. Ghi "role": "lead" cho đúng một đơn vị.';
    case 'second_lead':
      return `đã có Trưởng khối ở ${mistake.params.first}. Mỗi khối chỉ có một đơn vị "lead".`;
    case 'clerk_not_of_lead':
      return 'thư ký (clerk) là người của đơn vị Trưởng khối. Sửa đơn vị, hoặc ghi "contact" hay "member".';
    case 'only_without_units':
      return 'chỉ dùng khi các đơn vị phải nộp. Bỏ mục này, hoặc ghi "obliged": "units".';
    case 'person_twice':
      return `người này đã ghi với cùng đơn vị và vai trò ở ${mistake.params.first}.`;
    case 'name_twice':
      return `tên “${mistake.params.text}” trùng với ${mistake.params.first} (không phân biệt hoa thường và dấu). Mỗi tên chỉ thuộc một đơn vị.`;
    case 'user_twice':
      return `“${mistake.params.text}” đã dùng ở ${mistake.params.first}. Mỗi người một tên riêng.`;
    case 'title_twice':
      return `tiêu đề “${mistake.params.text}” trùng với ${mistake.params.first}. Ghi thêm cho rõ, như kỳ báo cáo.`;
    case 'number_twice':
      return `số “${mistake.params.text}” trùng với ${mistake.params.first} trong cùng một nhóm.`;
    case 'unknown_unit': {
      const { text, nearest } = mistake.params;
      const offer = nearest === null ? 'Ghi đúng tên một đơn vị trong units.' : `Có phải “${nearest}”?`;
      return `không có đơn vị “${text}”. ${offer}`;
    }
  }
}

export function loadWarningText(warning: LoadWarning): string {
  switch (warning.code) {
    case 'table':
      return `Lưu ý, ${warning.path}: ${plainText(tableProblem(warning.problem))}`;
    case 'no_contact':
      return `Lưu ý, ${warning.path}: ${warning.params.unit} chưa có đầu mối. Trưởng khối cấp mã bằng lệnh /moi.`;
  }
}

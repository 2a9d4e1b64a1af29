import type { Counts } from '../core/rules/rule.ts';

/** What a lead types about a score table under review; all but `title` and `added` without marks. */
export const tableWords = {
  list: /^(?:xem )?(?:ca bang|tat ca|danh sach|toan bo)$/,
  total: /^(?:tong|tong diem|ca bang)(?: la)? ([\d.,]+)(?: diem)?$/,
  title: /^(?:tên bảng|ten bang)(?:\s+(?:là|la))?\s+(\S.*)$/iu,
  drop: /^(?:xoa|bo|xoa bo|bo muc nay|bo di|xoa muc nay)$/,
  max: /^(?:toi da|diem toi da|diem|max)(?: la)? ([\d.,]+)(?: diem)?$/,
  counts: {
    'diem thuong': 'bonus',
    'la diem thuong': 'bonus',
    'diem cong': 'bonus',
    'diem tru': 'penalty',
    'la diem tru': 'penalty',
    'diem chuan': 'base',
    'diem binh thuong': 'base',
  } as Record<string, Counts | undefined>,
  /** Rules that need nothing but their name. */
  rules: {
    'cham tay': 'manual',
    'tu cham': 'manual',
    'co khong': 'yes_no',
    'co/khong': 'yes_no',
    'ty le': 'ratio',
    'ti le': 'ratio',
    'theo ty le': 'ratio',
    'theo ti le': 'ratio',
    'so voi don vi cao nhat': 'relative_to_leader',
    'so voi don vi dan dau': 'relative_to_leader',
    'diem liet': 'knockout',
    'la diem liet': 'knockout',
    'khong xet': 'knockout',
    'dieu kien': 'gate',
    'la dieu kien': 'gate',
  } as Record<string, string | undefined>,
  undo: /^(?:lui|hoan tac|bo sua vua roi|tra lai nhu cu|undo)$/,
  /** `nhóm V Nội dung, 10 điểm`. */
  group: /^(?:nhóm|nhom)\s+/iu,
  into: /^(?:m[uụ]c|v[aà]o)\s+/iu,
  /** `Nội dung, 5 điểm`. */
  added: /^(\S.*?)\s*[,;:–-]\s*(?:tối đa |toi da )?([\d.,]*\d)(?:\s*(?:điểm|diem|đ))?\.?$/iu,
} as const;

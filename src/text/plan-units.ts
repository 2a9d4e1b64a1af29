import { foldLetters } from './fold-letters.ts';

/** Words that a unit's name begins with. */
const HEADS = [
  ...[
    'văn phòng',
    'thanh tra',
    'sở',
    'phòng',
    'ban',
    'ủy ban',
    'ubnd',
    'ubmttq',
    'ubkt',
    'mttq',
    'mặt trận',
    'đảng ủy',
  ],
  ...[
    'trung tâm',
    'ttyt',
    'bệnh viện',
    'trạm',
    'trường',
    'học viện',
    'đại học',
    'cao đẳng',
    'trung cấp',
    'mầm non',
  ],
  ...[
    'mẫu giáo',
    'tiểu học',
    'trung học',
    'thcs',
    'thpt',
    'th&thcs',
    'thcs&thpt',
    'ptdtnt',
    'ptdtbt',
    'phổ thông',
  ],
  ...[
    'công an',
    'công ty',
    'ctcp',
    'tct',
    'mỏ',
    'khách sạn',
    'nông trường',
    'lâm trường',
    'siêu thị',
    'cty',
    'tổng công ty',
    'tập đoàn',
    'xí nghiệp',
    'nhà máy',
    'nhà hát',
    'nhà khách',
  ],
  ...[
    'nhà xuất bản',
    'nhà văn hóa',
    'nhà thiếu nhi',
    'phân xưởng',
    'phân viện',
    'chi nhánh',
    'chi cục',
    'cục',
    'tổng cục',
    'vụ',
    'viện',
    'bộ',
    'bảo tàng',
  ],
  ...[
    'thư viện',
    'tòa án',
    'tand',
    'vksnd',
    'viện kiểm sát',
    'kho bạc',
    'kbnn',
    'bảo hiểm',
    'bhxh',
    'thuế',
    'hải quan',
  ],
  ...[
    'ngân hàng',
    'nhnn',
    'agribank',
    'vietcombank',
    'vietinbank',
    'bidv',
    'quỹ',
    'thi hành án',
    'quản lý thị trường',
  ],
  ...[
    'thống kê',
    'bưu điện',
    'điện lực',
    'viễn thông',
    'vnpt',
    'viettel',
    'mobifone',
    'hội',
    'liên đoàn',
    'liên hiệp',
    'liên minh',
  ],
  ...[
    'công đoàn',
    'cđcs',
    'nghiệp đoàn',
    'tỉnh đoàn',
    'thành đoàn',
    'đoàn',
    'đảng bộ',
    'chi bộ',
    'tỉnh ủy',
    'thành ủy',
    'hạt',
    'đội',
    'tổ',
    'khoa',
    'đồn',
  ],
  ...[
    'đài',
    'báo',
    'tạp chí',
    'hợp tác xã',
    'htx',
    'thôn',
    'khu',
    'cảng',
    'vườn quốc gia',
    'trại',
    'lữ đoàn',
    'đại đội',
    'phân đội',
    'trung đoàn',
  ],
  ...[
    'sư đoàn',
    'tiểu đoàn',
    'hải đội',
    'hải đoàn',
    'cơ quan',
    'bch',
    'học viện',
    'bqlda',
    'bql',
    'ban qlda',
    'khối văn phòng',
  ],
];
/** The name of a place must follow, in capitals. */
const PLACES = [
  'xã',
  'phường',
  'đặc khu',
  'thị trấn',
  'tỉnh',
  'thành phố',
  'tp',
  'tp.',
  'huyện',
  'quận',
  'ấp',
  'bản',
];

const spellings = new Map<string, string[]>();
for (const head of [...HEADS, ...PLACES])
  spellings.set(foldLetters(head), [...(spellings.get(foldLetters(head)) ?? []), head]);
const places = new Set(PLACES);
const ALTERNATIVES = [...spellings.keys()]
  .toSorted((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('.', '\\.');
const HEAD = new RegExp(String.raw`(?<![\p{L}\d])(?:${ALTERNATIVES})(?=$|[\s.,;:()&/-])`, 'yu');

/** Words that only begin alike. */
const NO_NAME =
  /^(?:bao cao|ban hanh|to chuc|hoi nghi|hoi (?:thi|thao|dong(?! y)|hop|y(?! h)|vien)|bo (?:may|phan|sung|tri|luat)|so (?:huu|lieu|ket)|phong(?:,| chong| trao| ngua)|vu viec|cuc bo|tong ket|doan ket|doi (?:ngu|moi|voi|tuong)|khoa hoc|truong hop|quy (?:dinh|che|trinh|thi dua)|khu (?:vuc|dan cu)|thanh tra, kiem tra|hop tac(?! xa)|co quan, don vi|dai (?:hoi|bieu|dien)|vien (?:chuc|tro)|chi bo, dang bo)(?!\p{L})/u;

const OLD_TONES: Record<string, string> = { oà: 'òa', oá: 'óa', uỷ: 'ủy', uý: 'úy' };

/**
 * The length of the word that begins a unit's name at this place, 0 where none does. Accents count, so that "đối
 * tượng" is no "đội"; a word without any is taken for what it could be.
 */
export function unitHeadAt(text: string, folded: string, at: number): number {
  HEAD.lastIndex = at;
  const found = HEAD.exec(folded)?.[0];
  if (!found) return 0;
  const printed = text
    .slice(at, at + found.length)
    .toLowerCase()
    .replace(/(?:oà|oá|uỷ|uý)(?!\p{L})/gu, old => OLD_TONES[old] ?? old)
    // A syllable that Vietnamese has not: the scanner's.
    .replace(/^tr(?:ư[oòô]|u[òôờơ]|ừ[oô])ng/u, 'trường');
  const bare = printed === found;
  const head = spellings.get(found)?.find(one => bare || one === printed);
  if (head === undefined) return 0;
  if (NO_NAME.test(folded.slice(at, at + 24))) return 0;
  const rest = text.slice(at + found.length, at + found.length + 24);
  if (places.has(head)) return /^\.?\s+(?:\p{Lu}|\d)/u.test(rest) ? found.length : 0;
  // A short word is a name's beginning only if a name follows it.
  if (bare && found.length <= 3 && !/^\p{Lu}/u.test(text.slice(at))) return 0;
  return found.length;
}

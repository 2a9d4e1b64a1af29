import { capitalised } from './plan-names.ts';

/** How targets are called where the text gives no word of its own. */
export const targetWords = {
  ratio: 'hệ số',
  household: 'hộ',
  person: 'người',
  letter: 'đơn',
  file: 'hồ sơ',
  house: 'nhà',
  case: 'vụ',
  dong: 'đồng',
  percent: '%',
  work: 'công trình',
  project: 'dự án',
  goal: 'mốc',
  unit: 'đơn vị',
};

/** `xã, phường không có ma túy`, counted in % → `Tỷ lệ xã, phường không có ma túy`. */
export function metricName(words: string, unit: string): string {
  const said = words
    .replace(/\s+/g, ' ')
    .replace(/:\s*(?=\p{Ll})/u, ' ')
    .trim();
  if (unit.startsWith('%') && !OWN_MEASURE.test(said)) return `Tỷ lệ ${said}`;
  return capitalised(said);
}

/** What a percentage of is no share of people or things. */
const OWN_MEASURE =
  /^(?:tỷ|tỉ|tốc độ|mức|chỉ số|tăng|giảm|rút ngắn|tiết kiệm|giải ngân|năng suất|hiệu suất|độ|công suất|sản lượng|doanh thu|thu|nộp|lợi nhuận|giá trị|kim ngạch|số|hệ số|kết quả|nâng|huy động|chỉ đạo|kích hoạt|cấp(?! ủy)|giải quyết|xử lý|hoàn thành|xóa|thực hiện|chi(?! bộ| đoàn| nhánh| hội| cục)|diện tích|điểm)(?!\p{L})/iu;

/** `Tăng`, `số đoàn viên mới` → `Tăng số đoàn viên mới`; "kéo giảm" is giảm. */
export const directionName = (verb: string, thing: string): string =>
  capitalised(`${verb.replace(/^kéo\s+/iu, '').toLowerCase()} ${thing.replace(/\s+/g, ' ')}`);

/** What there shall be none of. */
export type NoneOf = 'household' | 'person' | 'letter' | 'file' | 'unit' | 'house' | 'case';

/** `tai nạn lao động` of which there shall be none → `Số vụ tai nạn lao động`. */
export function noneName(thing: string, kind: NoneOf): string {
  const said = thing.replace(/\s+/g, ' ').replace(/^(?:trường hợp|tình trạng)\s+/iu, '');
  if (kind !== 'case') return `Số ${said.startsWith('nghèo') ? `${targetWords.household} ` : ''}${said}`;
  return /^(?:vụ|cuộc)\s/iu.test(said) ? `Số ${said}` : `Số ${targetWords.case} ${said}`;
}

/** `mô hình ứng dụng công nghệ` → `Số mô hình ứng dụng công nghệ`. */
export const countName = (words: string): string => `Số ${words.replace(/\s+/g, ' ').trim()}`;

export const withoutDirection = (words: string): string =>
  words
    .replace(/\s+từ\s+[\d.,]+\s*\S*(?:\s\S+)?$/iu, '')
    .replace(/^(?:phấn đấu\s+)?(?:kéo\s+)?(?:giảm|tăng|nâng|đưa|hạ)\s+(?=\p{L}+\s)/iu, '');

/** `Kết nạp mới`, `đoàn viên` → `Kết nạp mới đoàn viên`. */
export const thingName = (words: string, thing: string): string =>
  `${words} ${thing}`.replace(/\s+/g, ' ').replace(/\s(?:được|cho|có)\s(?=(?:được|cho|có)\s)/gu, ' ');

/**
 * A figure beside another shares its name: of `Tỷ lệ hài lòng của người bệnh nội trú` and `ngoại trú` the second is `Tỷ
 * lệ hài lòng của người bệnh ngoại trú`; `khá, giỏi` is a share of what was named before.
 */
export function besideName(main: string | null, words: string): string {
  if (main === null) return words;
  if (
    /^(?:khá|giỏi|tốt|xuất sắc|trung bình|đạt loại|loại|nộp trực tuyến|trực tuyến|được|hoàn thành|có việc làm)(?!\p{L})/iu.test(
      words,
    )
  )
    return `${main.replace(/\s(?:đạt|được|hoàn thành|xếp loại)(?!\p{L}).*$/u, '')} ${words}`;
  const [own, all] = [words.split(' '), main.split(' ')];
  const alike =
    own.length < 4 &&
    all.length > own.length + 2 &&
    (own.at(-1) === all.at(-1) || (own.length > 1 && own[0] === all.at(-own.length)));
  return alike ? [...all.slice(0, -own.length), ...own].join(' ') : words;
}

import { clean, fold, sameText } from './fold.ts';

type Way = 'cancel' | 'back' | 'skip' | 'later';

const WAYS: Record<Way, readonly string[]> = {
  cancel: ['hủy', 'hủy bỏ', 'thôi', 'dừng', 'dừng lại', 'thoát'],
  back: ['lùi', 'lùi lại', 'quay lại', 'trở lại'],
  skip: ['bỏ qua'],
  later: ['để sau', 'lúc khác'],
};

const YES = [
  'có',
  'đồng ý',
  'đúng',
  'đúng rồi',
  'đúng vậy',
  'phải',
  'ok',
  'okay',
  'oke',
  'vâng',
  'dạ',
  'ừ',
  'y',
  'yes',
];
const NO = [
  ...['không', 'ko', 'k', 'kg', 'khong', 'không có', 'không phải', 'không đúng', 'không đồng ý', 'đừng'],
  ...['sai', 'sai rồi', 'chưa', 'chưa đúng', 'chưa có', 'n', 'no'],
];

/** Without marks these are several words, of opposite meaning (dừng, đúng, đừng): they count only with them. */
const NEEDS_MARKS = new Set(['dung', 'dung lai', 'dung roi', 'dung vay']);

const PARTICLE = / (?:ạ|nhé|nha|a|nhe|đồng chí)$/iu;

/** Where the person wants to go; only when nothing else is said. */
export function navigation(text: string): Way | null {
  const words = wholeMessage(text);
  if (says(words, WAYS.cancel)) return 'cancel';
  if (says(words, WAYS.back)) return 'back';
  if (says(words, WAYS.skip)) return 'skip';
  return says(words, WAYS.later) ? 'later' : null;
}

/** An answer to a yes-or-no question; null where it is neither, or could be either (`dung`). */
export function yesNo(text: string): boolean | null {
  const words = wholeMessage(text).replace(/^(?:dạ|vâng|da|vang)[, ]+(?=\S)/iu, '');
  if (says(words, NO)) return false;
  return says(words, YES) ? true : null;
}

function wholeMessage(text: string): string {
  const words = clean(text).replace(/^\/+|[\s.,!…]+$/gu, '');
  return words.replace(PARTICLE, '').trim();
}

function says(words: string, list: readonly string[]): boolean {
  return list.some(entry => matches(words.replace(/[_-]/g, ' '), entry));
}

/** Each word with its own accents, or with none at all; `cờ` is not `có`. */
function matches(words: string, entry: string): boolean {
  const said = words.split(' ');
  const wanted = entry.split(' ');
  if (said.length !== wanted.length) return false;
  if (words === fold(words) && words !== entry && NEEDS_MARKS.has(words)) return false;
  return wanted.every((word, i) => {
    const one = said[i] ?? '';
    return sameText(one, word) || one.toLowerCase() === fold(word);
  });
}

import { fold } from './fold.ts';

const ITEM = /^\s*(?:m[uụ]c\s+)?([1-6])(?:\s*\.\s*(\d{1,2}))?(?!\d)\s*[.):-]*\s*(.*)$/isu;

export interface Correction {
  item: number;
  /** `6.3`: the third within the item. */
  sub: number | null;
  words: string;
}

/** `1 Khối thi đua số 3`, `6.3 xóa`, `mục 2: 2027`; null where no item is numbered. */
export function readCorrection(text: string): Correction | null {
  const [, item, sub, words = ''] = ITEM.exec(text) ?? [];
  return item ? { item: Number(item), sub: sub === undefined ? null : Number(sub), words } : null;
}

/** "thêm Trạm Y tế" → "Trạm Y tế". */
export const withoutAdd = (words: string): string => words.replace(/^th[eê]m\s+/iu, '');

/** "từ 01/7" → "01/7". */
export const withoutFrom = (words: string): string => words.replace(/^\s*t[uừ]\s+(?:ngày\s+)?(?=\d)/iu, '');

export interface ListCorrection {
  /** Numbers of the list, as typed. */
  numbers: number[];
  words: string;
}

const NUMBERS = String.raw`(?:dong |muc |so |don vi )?((?:\d{1,2}(?:\s*[,;&+]\s*|\s+va\s+|\s+)?)+)`;
const REMOVE = new RegExp(`^(?:xoa|bo|xoa bo|bo bot|loai) ${NUMBERS}$`);
const NUMBER_THEN =
  /^(?:6\s*\.\s*)?(\d{1,2})\s*[.):-]*\s+(xoa(?: bo)?|bo(?: bot)?|pho|truong|pho truong khoi|truong khoi|cum truong|cum pho|thanh vien)$/;

/** `xóa 7, 8`, `7 xóa`, `2 phó`: about units that are listed already; null where it is something else. */
export function readListCorrection(text: string): ListCorrection | null {
  const said = fold(text.trim());
  const removed = REMOVE.exec(said)?.[1];
  if (removed) return { numbers: (removed.match(/\d+/g) ?? []).map(Number), words: 'xóa' };
  const [, no, words] = NUMBER_THEN.exec(said) ?? [];
  return no && words ? { numbers: [Number(no)], words } : null;
}
/** Behind the number a space or a sign, or nothing: "15/12" and "22.12.2026" are days. */
const NUMBERED = /^\s*(?:m[uụ]c\s+)?(\d{1,3})(?:\s*[.:)](?!\s*\d)\s*|\s+|\s*$)(.*)$/isu;
const SPAN = String.raw`(\d{1,3})\s*(?:-|–|đến|den)\s*(\d{1,3})`;
const GONE = String.raw`(?:xóa|xoá|xoa|bỏ|bo)(?:\s+(?:mục|muc))?`;
const SPAN_GONE = new RegExp(`^\\s*(?:${SPAN}\\s+${GONE}|${GONE}\\s+${SPAN})\\s*$`, 'iu');
const SEVERAL = String.raw`(\d{1,3}(?:(?:\s*[,;]\s*|\s+(?:và|va)\s+|\s+)\d{1,3})*)`;
const SOME_GONE = new RegExp(`^\\s*(?:${SEVERAL}\\s+${GONE}|${GONE}\\s+${SEVERAL})\\s*$`, 'iu');
const ADDITION =
  /^\s*(?:th[eê]m|b[oổ] sung)(?:\s+(?:m[uụ]c|vi[eệ]c|h[aạ]n(?:\s+(?:n[oộ]p|g[uử]i))?))?(?:\s*:\s*|\s+)(.+)$/isu;

/** `12`, `12 trước ngày 15/6`, `mục 12: …`, of a list however long; a date or a figure is no number of a list. */
export function readNumbered(text: string): { no: number; words: string } | null {
  const [, no, words = ''] = NUMBERED.exec(text) ?? [];
  return no === undefined ? null : { no: Number(no), words };
}

/** Numbers of a list that are to go: `5-9 xóa`, `1, 2 và 4 xóa`, `bỏ mục 3`; null where it says something else. */
export function readGone(text: string): number[] | null {
  const [, a, b, c, d] = SPAN_GONE.exec(text) ?? [];
  const [from, to] = [Number(a ?? c), Number(b ?? d)];
  if (from && to) return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
  const [, before, behind] = SOME_GONE.exec(text) ?? [];
  const some = before ?? behind;
  return some === undefined ? null : (some.match(/\d+/g) ?? []).map(Number);
}

/** `thêm Báo cáo quý III, trước ngày 25/9`: what is to be added. */
export const readAddition = (text: string): string | null => ADDITION.exec(text)?.[1] ?? null;

/** "tên là Báo cáo quý" → "Báo cáo quý". */
export const withoutNameWord = (words: string): string => words.replace(/^t[eê]n(?:\s+là)?\s+/iu, '');

/** "chỉ Trạm Y tế" → "Trạm Y tế". */
export const withoutOnly = (words: string): string =>
  words.replace(/^\s*(?:chỉ|chi|riêng|rieng|cho|của|cua)\s+/iu, '');

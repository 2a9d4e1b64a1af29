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

import type { Day } from '../core/day.ts';
import { readDocumentLine } from './document-line.ts';
import { clean, fold } from './fold.ts';

const PLEDGE =
  /^(?:(?:bản|ban)\s+)?(?:giao ước|giao uoc|đăng ký|dang ky)(?:\s+(?:thi đua|thi dua))?(?:\s+(?:đã ký|da ky))?\s*:?\s*(?=(?:số|so)?\s*:?\s*\d)/iu;
const NUMBER_WORD = /^(?:số|so)\s*:?\s*/iu;
const LABEL = /^(?:(?:các|cac)\s+)?(?:danh hiệu|danh hieu|đăng ký|dang ky|phấn đấu|phan dau)\s*:\s*/iu;

export interface RegistrationLine {
  titles: string | null;
  pledgeNumber: string | null;
  pledgedOn: Day | null;
  /** Stood where the pledge's day belongs, and is none. */
  badDay: string | null;
}

/** "Cờ thi đua của tỉnh; Tập thể Lao động xuất sắc; giao ước số 12/GƯ-TYT ngày 10/6". */
export function readRegistration(typed: string, today: Day): RegistrationLine {
  const read: RegistrationLine = { titles: null, pledgeNumber: null, pledgedOn: null, badDay: null };
  const titles: string[] = [];
  for (const part of typed.normalize('NFC').split(/[;\n]/)) {
    const words = clean(part).replace(/[\s,.]+$/, '');
    if (words === '') continue;
    const bare = words.replace(PLEDGE, '').replace(NUMBER_WORD, '');
    const { number, date, badDate, rest } = readDocumentLine(bare, today);
    if (number === null) {
      titles.push(words.replace(LABEL, ''));
      continue;
    }
    read.pledgeNumber = number;
    read.pledgedOn = date;
    read.badDay = badDate;
    if (rest !== '') titles.push(rest);
  }
  return { ...read, titles: titles.length > 0 ? titles.join('; ') : null };
}

/** A deadline by which units register what they aim at; initiatives and exemplars have lists of their own. */
export const isRegistration = (title: string): boolean => {
  const words = fold(title);
  const aims = /\bgiao uoc\b|\bdang ky (?:cac )?(?:thi dua|danh hieu|hinh thuc)\b/.test(words);
  return aims && !/\b(?:sang kien|mo hinh|giai phap|dien hinh)\b/.test(words);
};

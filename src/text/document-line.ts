import { type Day, daysBetween } from '../core/day.ts';
import { parseDay } from './days.ts';
import type { ParsedDay } from './find-day.ts';

/** What a message says about a document: "123/BC-UBND ngày 28/5/2026, kết quả 6 tháng". */
export interface DocumentLine {
  number: string | null;
  date: Day | null;
  /** Stood where the date belongs but is no day: "31/2/2026". */
  badDate: string | null;
  /** As typed. */
  rest: string;
}

/** Characters; longer is no number. */
export const DOCUMENT_NUMBER_MAX = 60;

/** "123/BC-UBND", "22-KH/BTCTU", "45/2026/QĐ-TTg"; two capitals after the number keep "12/Quý" out. */
const NUMBER =
  /(?<![\p{L}\d/])\d{1,6}\p{L}?(?:\/20\d{2})?[/-](?:\p{Lu}{2}|(?:bc|kh|cv|tb|qđ|qd|ttr|bb|nq|ctr|hd)(?![\p{L}\d]))[\p{L}\d]*(?:[-/&.][\p{L}\d]+)*/u;
const DATE =
  /\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\d{1,2}\s+th[áa]ng\s+\d{1,2}(?:\s+n[ăa]m\s+\d{4})?|h[ôo]m nay|h[ôo]m qua/u;
/** With or without accents. */
const DAY_WORD = '(?:k[ýy]\\s+)?(?:ng[àa]y\\s*:?\\s*)?';
/** Words that may stand before the document's own number; anything else speaks of another document. */
const LEAD =
  /^\s*(?:(?:[đd][ãa]\s+)?(?:g[ửu]i|n[ộo]p)\s+)?(?:(?:b[áa]o c[áa]o|c[ôo]ng v[ăa]n|v[ăa]n b[ảa]n|t[ờo] tr[ìi]nh|k[ếe] ho[ạa]ch|bc|cv|vb)\s*)?(?:s[ốo]\s*:?\s*)?$/iu;
const DATE_ONLY = new RegExp(`^\\s*${DAY_WORD}(${DATE.source})\\s*\\.?\\s*$`, 'iu');
const DATE_AFTER = new RegExp(`^\\s*[,;.–-]?\\s*${DAY_WORD}(${DATE.source})(?![\\d/])`, 'iu');
const DATE_BEFORE = new RegExp(`^\\s*${DAY_WORD}(${DATE.source})\\s*[,;–-]?\\s*`, 'iu');
const SEPARATORS = /^[\s,;:.–-]+|[\s,;:–-]+$/gu;

/**
 * Takes a number and a date only where they are the document's own: at the beginning, or alone. Those in
 * the middle of a sentence ("theo Kế hoạch số …", "đạt 5/6 chỉ tiêu") stay in the rest.
 */
export function readDocumentLine(text: string, today: Day): DocumentLine {
  const line = text.normalize('NFC').trim();
  const alone = DATE_ONLY.exec(line)?.[1];
  if (alone !== undefined) return { number: null, ...dateFrom(alone, today), rest: '' };

  const found = NUMBER.exec(line);
  if (!found || found[0].length > DOCUMENT_NUMBER_MAX)
    return { number: null, date: null, badDate: null, rest: line };
  let before = line.slice(0, found.index);
  let rest = line.slice(found.index + found[0].length);

  const dateBefore = DATE_BEFORE.exec(before);
  if (dateBefore) before = before.slice(dateBefore[0].length);
  if (!LEAD.test(before)) return { number: null, date: null, badDate: null, rest: line };
  const dateAfter = dateBefore ? null : DATE_AFTER.exec(rest);
  if (dateAfter) rest = rest.slice(dateAfter[0].length);

  const date = dateBefore?.[1] ?? dateAfter?.[1];
  return {
    number: asPrinted(found[0]),
    ...(date === undefined ? { date: null, badDate: null } : dateFrom(date, today)),
    rest: rest.replace(SEPARATORS, ''),
  };
}

/** Days ahead of today that are sooner a slip, to be asked about, than a date of last year. */
const SLIP_DAYS = 30;

/** The day of a document, which lies behind us: "28/12" in January is last year's, "20/1" on the 19th is tomorrow. */
export function parseDocumentDay(text: string, today: Day): ParsedDay {
  const past = parseDay(text, today, 'past');
  const ahead = parseDay(text, today);
  const yearless = past.kind === 'day' && past.assumed === 'year' && ahead.kind === 'day';
  return yearless && daysBetween(today, ahead.day) <= SLIP_DAYS ? ahead : past;
}

function dateFrom(text: string, today: Day): Pick<DocumentLine, 'date' | 'badDate'> {
  const found = parseDocumentDay(text, today);
  return found.kind === 'day' ? { date: found.day, badDate: null } : { date: null, badDate: text };
}

/** Typed all in small letters on a phone: "123/bc-ubnd". */
function asPrinted(number: string): string {
  return number === number.toLowerCase() ? number.toUpperCase() : number;
}

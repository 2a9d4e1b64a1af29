import type { Day } from '../core/day.ts';
import { parseDay } from './days.ts';

/** Days named in a sentence, and what stood before them. */
export interface DaySpan {
  /** Characters of the text. */
  before: number;
  from: Day;
  to: Day;
}

/** A name may end in "Tú": only before something like a day is it the word "từ". */
const FROM = String.raw`^(.*?)[\s,:]*(?:\btu (?:ngay )?(?=\d|mai|hom|thu|t\d|chu nhat|cn|ngay)|(?=\d))`;
const SPANS = [' den (?:het )?(?:ngay )?', ' ?- ?'].map(to => new RegExp(`${FROM}(.+?)(?:${to})(.+)$`));
const ONE_DAY = /^(.*?)[\s,:]*\b(?:trong )?(?:ngay |hom )(?=\d|nay|mai)(.+)$/;

/** `từ 10/6 đến 20/6`, `10/6 - 20/6`, `ngày 10/6` at the end of words without marks. */
export function readDaySpan(words: string, today: Day): DaySpan | null {
  for (const span of SPANS) {
    const [, before, first, last] = span.exec(words) ?? [];
    const [from, to] = [first && dayIn(first, today), last && dayIn(last, today)];
    if (before !== undefined && from && to) return { before: before.length, from, to };
  }
  const [, before = '', only] = ONE_DAY.exec(words) ?? [];
  const on = only === undefined ? null : dayIn(only, today);
  return on && { before: before.length, from: on, to: on };
}

function dayIn(words: string, today: Day): Day | null {
  const found = parseDay(words.trim(), today);
  return found.kind === 'day' ? found.day : null;
}

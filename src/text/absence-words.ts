import type { Day } from '../core/day.ts';
import { parseDay } from './days.ts';
import { clean, withoutMarks } from './fold.ts';

/** What `Nguyễn Thị B: từ 10/6 đến 20/6, thay: Nguyễn Văn A` says; names as typed, '' where none is given. */
export interface AbsenceWords {
  who: string;
  from: Day | null;
  to: Day | null;
  standIn: string;
}

const STAND_IN = /[\s,;:]*\b(?:nguoi )?thay(?: the)?(?: la)?\s*[:,]?\s*(.*)$/;
/** A name may end in "Tú": only before something like a day is it the word "từ". */
const FROM = String.raw`^(.*?)[\s,:]*(?:\btu (?:ngay )?(?=\d|mai|hom|thu|t\d|chu nhat|cn|ngay)|(?=\d))`;
const SPANS = [' den (?:het )?(?:ngay )?', ' ?- ?'].map(to => new RegExp(`${FROM}(.+?)(?:${to})(.+)$`));
const ONE_DAY = /^(.*?)[\s,:]*\b(?:trong )?(?:ngay |hom )(?=\d|nay|mai)(.+)$/;

export function readAbsence(typed: string, today: Day): AbsenceWords {
  const shown = clean(typed);
  const words = withoutMarks(shown);
  // Letter by letter the same where nothing odd was typed: then names can be echoed as they were written.
  const original = shown.length === words.length ? shown : words;
  const standIn = STAND_IN.exec(words)?.[1]?.length ?? 0;
  const rest = words.replace(STAND_IN, '').replace(/[\s,;:]+$/, '');
  const said = { standIn: standIn > 0 ? original.slice(-standIn) : '' };
  for (const span of SPANS) {
    const [, who, first, last] = span.exec(rest) ?? [];
    const [from, to] = [first && dayIn(first, today), last && dayIn(last, today)];
    if (who !== undefined && from && to) return { who: original.slice(0, who.length), from, to, ...said };
  }
  const [, whose = rest, only] = ONE_DAY.exec(rest) ?? [];
  const on = only === undefined ? null : dayIn(only, today);
  return { who: original.slice(0, whose.length), from: on, to: on, ...said };
}

function dayIn(words: string, today: Day): Day | null {
  const found = parseDay(words.trim(), today);
  return found.kind === 'day' ? found.day : null;
}

import type { Day } from '../core/day.ts';
import { readDaySpan } from './day-span.ts';
import { clean, withoutMarks } from './fold.ts';

/** What `Nguyễn Thị B: từ 10/6 đến 20/6, thay: Nguyễn Văn A` says; names as typed, '' where none is given. */
export interface AbsenceWords {
  who: string;
  from: Day | null;
  to: Day | null;
  standIn: string;
}

const STAND_IN = /[\s,;:]*\b(?:nguoi )?thay(?: the)?(?: la)?\s*[:,]?\s*(.*)$/;
/** "10/6 đến 20/6, Nguyễn Văn A thay": the name before the word. */
const STANDS_IN = /^(.*\d\S*)\s*[,;:]\s*(?:dong chi )?([^,;:\d]+?)\s+(?:lam |nhan )?thay(?: the)?$/;

export function readAbsence(typed: string, today: Day): AbsenceWords {
  const shown = clean(typed).replace(/[\s.,;:!]+$/u, '');
  const words = withoutMarks(shown);
  // Letter by letter the same where nothing odd was typed: then names can be echoed as they were written.
  const original = shown.length === words.length ? shown : words;
  const [, days, name] = STANDS_IN.exec(words) ?? [];
  const found = name ? { rest: days ?? '', at: words.lastIndexOf(name), length: name.length } : behind(words);
  const span = readDaySpan(found.rest, today);
  return {
    who: original.slice(0, span?.before ?? undatedName(found.rest)),
    from: span?.from ?? null,
    to: span?.to ?? null,
    standIn: original.slice(found.at, found.at + found.length),
  };
}

function behind(words: string): { rest: string; at: number; length: number } {
  const length = STAND_IN.exec(words)?.[1]?.length ?? 0;
  return {
    rest: words.replace(STAND_IN, '').replace(/[\s,;:]+$/, ''),
    at: words.length - length,
    length,
  };
}

/** Where a name ends and something begins that was meant as a day. */
const NO_DAY = /^(.*?)[\s,:]*(?:\b(?:tu (?:\d|(?:luc|ngay|hom)\b)|(?:trong|ngay|hom)\b).*|\d.*)?$/;
const undatedName = (rest: string) => NO_DAY.exec(rest)?.[1]?.length ?? 0;

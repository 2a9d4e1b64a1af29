import { type Boundary, dueOf } from '../core/boundary.ts';
import { addDays, type Day, dayIn, daysBetween } from '../core/day.ts';
import type { Every } from '../core/recurrence.ts';
import { parseDay } from './days.ts';
import { dayFrom, monthOf, yearOf } from './find-day.ts';
import { withoutMarks } from './fold.ts';
import { nextTet, tetOf } from './tet.ts';

export type BoundaryWords =
  /** `every`: it comes back. `hour`: an hour was said, which a single deadline has not. */
  | { kind: 'boundary'; boundary: Boundary; every: Every | null; hour: boolean }
  /** Earliest first: to be offered. */
  | { kind: 'ambiguous'; readings: Boundary[]; every: Every | null; hour?: true }
  /** "hằng năm" alone: its first date is to be asked. */
  | { kind: 'recurring'; every: Every }
  | { kind: 'undated' }
  /** It comes back in a way that no deadline can. */
  | { kind: 'weekly' }
  | { kind: 'no_such_day' }
  | { kind: 'none' };

type Found = Exclude<BoundaryWords, { kind: 'recurring' | 'undated' | 'weekly' }>;

const RECURRING: readonly [RegExp, Every][] = [
  [/(?:dinh ky )?(?:hang|moi) thang\b|\bthang nao cung\b|dinh ky thang\b/, 'month'],
  [/(?:dinh ky )?(?:hang|moi) quy\b|dinh ky quy\b/, 'quarter'],
  [/(?:hang|moi|dinh ky) (?:6|sau) thang(?: mot lan)?\b|\b(?:6|sau) thang mot lan\b/, 'half_year'],
  [/(?:dinh ky )?(?:hang|moi) nam\b|\bthuong nien\b|dinh ky nam\b/, 'year'],
];

/** Also "thứ sáu hằng tuần". */
const WEEKLY =
  /\b(?:hang|moi|dinh ky) tuan\b|\btuan nao cung\b|\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat) nao cung\b|\b(?:hang|moi) (?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b/;
const UNDATED =
  /^(?:hien )?(?:chua|khong) (?:co|dinh|ro|xac dinh|an dinh|thong nhat)(?: (?:ngay|han|thoi han|thoi gian))?(?: cu the)?$/;
const LEAD =
  /^(?:(?:thoi )?han(?: (?:nop|gui|cuoi))*(?: la)?|gui|nop|thoi gian(?: la)?|thuc hien|hoan thanh|vao)[ :]+/;
const HOUR =
  /^(truoc |den |cham nhat |vao )?(?:luc )?\d{1,2} ?(?:h|g|gio|:)(?: ?\d{2})?(?: phut)?,? (?=ngay|\d|thu|hom|chu)/;
/** Behind the day: "20/5 lúc 14 giờ", "15/1/2027 14:00". */
const HOUR_AFTER =
  /,? (?:(?:vao )?luc |truoc |vao )?(?:\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?(?: phut)?|\d{1,2}:\d{2})(?: (?:sang|chieu|toi))?$/;
const HOUR_ALONE =
  /^(?:(?:vao )?luc |truoc |vao )?(?:\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?(?: phut)?|\d{1,2}:\d{2})(?: (?:sang|chieu|toi))?$/;
const YEAR = String.raw`(?:(?: ?[/.-] ?|,? nam )(\d{4}|\d{2}|nay|sau|toi))?`;
const BEFORE_MONTH = new RegExp(`^truoc thang (\\d{1,2})${YEAR}$`);
const BEFORE_YEAR = /^truoc nam (\d{4}|sau|toi)$/;
const DURING_MONTH = new RegExp(`^(?:trong )?thang (?:(\\d{1,2})${YEAR}|(nay|sau|toi))$`);
const DURING_QUARTER = new RegExp(`^(?:trong )?quy ([1-4]|i{1,3}|iv)${YEAR}$`);
const DURING_YEAR = /^trong nam (\d{4}|nay)$/;
const BETWEEN = /^tu (?:ngay )?(.+?) (?:den|toi|-)(?: het)? (.+)$/;
const DATE_OF_QUARTER = /^(truoc )?(?:ngay )?(\d{1,2}) (?:cua )?thang cuoi(?: (?:cua )?quy)?$/;

const TET =
  /^(truoc )?(?:ngay )?(?:mung|mong) (\d{1,2}) (?:tet(?: am lich| nguyen dan)?|thang gieng)(?:,? (?:nam )?(\d{4}))?$/;

const ROMAN: Record<string, 1 | 2 | 3 | 4> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

/** Reads how the end of a term is worded. A year that was not said is the next in which the day is still to come. */
export function readBoundary(text: string, today: Day): BoundaryWords {
  const given = withoutMarks(text).replace(/[ .,;!?]+$/, '');
  if (WEEKLY.test(given)) return { kind: 'weekly' };
  const { words, every } = withoutRecurrence(given);
  if (words === '') return every ? { kind: 'recurring', every } : { kind: 'none' };
  if (UNDATED.test(words)) return every ? { kind: 'recurring', every } : { kind: 'undated' };
  const untouched = words === given ? text : words;
  const found = read(words, untouched, today);
  if (found.kind !== 'boundary' && found.kind !== 'ambiguous') return found;
  const wholeMonth =
    every !== null && /^(?:den )?(?:ngay )?(?:cuoi(?: cung)?|het)(?: cua)? thang/.test(words);
  if (found.kind === 'boundary' && wholeMonth)
    return { ...found, boundary: asWholeMonth(found.boundary), every };
  return { ...found, every };
}

function withoutRecurrence(given: string): { words: string; every: Every | null } {
  for (const [pattern, every] of RECURRING) {
    if (!pattern.test(given)) continue;
    const words = given
      .replace(pattern, ' ')
      .replace(/ +/g, ' ')
      .replace(/^[ ,:;-]+|[ ,:;-]+$/g, '');
    return { words, every };
  }
  return { words: given, every: null };
}

function read(words: string, untouched: string, today: Day): Found {
  let rest = words;
  while (LEAD.test(rest)) rest = rest.replace(LEAD, '');
  const timed = HOUR.test(rest);
  if (timed) {
    // Before 17:00 of a day is still that day.
    const inside = rest.replace(HOUR, '');
    return withHour(asDay(inside, inside, today));
  }
  const dated = rest.replace(HOUR_AFTER, '');
  if (dated !== rest) {
    return withHour(readBefore(dated, today) ?? asDay(dated, dated, today));
  }
  return (
    readPeriod(rest, today) ??
    readBetween(rest, today) ??
    readDateOfQuarter(rest, today) ??
    readTet(rest, today) ??
    readBefore(rest, today) ??
    asDay(rest, rest === words ? untouched : rest, today)
  );
}

const withHour = (found: Found): Found =>
  found.kind === 'boundary' || found.kind === 'ambiguous' ? { ...found, hour: true } : found;

const exactly = (boundary: Boundary): Found => ({ kind: 'boundary', boundary, every: null, hour: false });

function readPeriod(words: string, today: Day): Found | null {
  const [before, beforeMonth, beforeYear] = BEFORE_MONTH.exec(words) ?? [];
  if (before) {
    return inYear(beforeYear, today, Number(beforeMonth), year => ({
      kind: 'before_month',
      year,
      month: Number(beforeMonth),
    }));
  }
  const year = BEFORE_YEAR.exec(words)?.[1];
  if (year) return exactly({ kind: 'before_year', year: namedYear(year, today) });
  const [during, month, monthYear, which] = DURING_MONTH.exec(words) ?? [];
  if (which) {
    const first = dayIn(yearOf(today), monthOf(today) + (which === 'nay' ? 0 : 1), 1);
    return exactly({ kind: 'during_month', year: yearOf(first), month: monthOf(first) });
  }
  if (during) {
    return inYear(monthYear, today, Number(month), inIt => ({
      kind: 'during_month',
      year: inIt,
      month: Number(month),
    }));
  }
  const [quarterly, number = '', quarterYear] = DURING_QUARTER.exec(words) ?? [];
  const quarter = ROMAN[number];
  if (quarterly && quarter)
    return inYear(quarterYear, today, 1, inIt => ({ kind: 'during_quarter', year: inIt, quarter }));
  const whole = DURING_YEAR.exec(words)?.[1];
  if (!whole) return null;
  const inIt = namedYear(whole, today);
  return exactly({ kind: 'between', from: dayIn(inIt, 1, 1), to: dayIn(inIt, 12, 31) });
}

function namedYear(word: string, today: Day): number {
  if (word === 'nay') return yearOf(today);
  if (word === 'sau' || word === 'toi') return yearOf(today) + 1;
  return word.length === 2 ? 2000 + Number(word) : Number(word);
}

/** So many days past, a day of this year may still be meant, though its next is to come. */
const RECENT = 92;

function inYear(
  named: string | undefined,
  today: Day,
  month: number,
  make: (year: number) => Boundary,
): Found {
  if (month < 1 || month > 12) return { kind: 'no_such_day' };
  if (named !== undefined) return exactly(make(namedYear(named, today)));
  const soon = make(yearOf(today));
  const due = dueOf(soon);
  if (due.kind !== 'dated' || due.dueOn >= today) return exactly(soon);
  return eitherYear(soon, make(yearOf(today) + 1), daysBetween(due.dueOn, today));
}

const eitherYear = (past: Boundary, ahead: Boundary, daysAgo: number): Found =>
  daysAgo <= RECENT ? { kind: 'ambiguous', readings: [past, ahead], every: null } : exactly(ahead);

/** The first day takes from the last what it does not say itself: "từ ngày 1 đến ngày 15/6". */
function readBetween(words: string, today: Day): Found | null {
  const [, first, last] = BETWEEN.exec(words) ?? [];
  if (!first || !last) return null;
  const to = parseDay(last, today);
  if (to.kind === 'no_such_day') return to;
  if (to.kind !== 'day') return null;
  const dated = /^\d{1,2}$/.test(first) ? `ngay ${first}` : first;
  const from = parseDay(dated, to.day, 'past');
  if (from.kind === 'no_such_day') return from;
  if (from.kind !== 'day' || from.day > to.day) return null;
  return exactly({ kind: 'between', from: from.day, to: to.day });
}

/** "ngày 25 tháng cuối quý": of the quarter that is running, or the next where that is past. */
function readDateOfQuarter(words: string, today: Day): Found | null {
  const [whole, before, date] = DATE_OF_QUARTER.exec(words) ?? [];
  if (!whole) return null;
  if (Number(date) < 1 || Number(date) > 30) return { kind: 'no_such_day' };
  const lastMonth = Math.ceil(monthOf(today) / 3) * 3;
  const days = [lastMonth, lastMonth + 3].map(month =>
    addDays(dayIn(yearOf(today), month, 1), Number(date) - 1),
  );
  const day = days.find(one => one >= today) ?? today;
  return exactly(before ? { kind: 'before_day', day } : { kind: 'by_day', day });
}

/** "mùng 6 Tết", "trước mùng 4 tháng Giêng". */
function readTet(words: string, today: Day): Found | null {
  const [whole, before, date, year] = TET.exec(words) ?? [];
  if (!whole) return null;
  const first = year === undefined ? nextTet(today, Number(date)) : tetOf(Number(year));
  if (first === null || Number(date) < 1 || Number(date) > 29) return { kind: 'no_such_day' };
  const day = addDays(first, Number(date) - 1);
  return exactly(before ? { kind: 'before_day', day } : { kind: 'by_day', day });
}

function readBefore(words: string, today: Day): Found | null {
  const named = /^truoc (?:het )?(.+)$/.exec(words)?.[1];
  if (named === undefined) return null;
  return fromDay(parseDay(named, today), today, day => ({ kind: 'before_day', day }));
}

function asDay(words: string, untouched: string, today: Day): Found {
  const inside = words.replace(/^(?:trong|muon nhat|tre nhat|khong qua) (?=ngay|\d|thu|tuan|hom)/, '');
  const found = parseDay(inside === words ? untouched : inside, today);
  return fromDay(found, today, day => ({ kind: 'by_day', day }));
}

function fromDay(found: ReturnType<typeof parseDay>, today: Day, make: (day: Day) => Boundary): Found {
  if (found.kind === 'ambiguous')
    return { kind: 'ambiguous', readings: found.readings.map(make), every: null };
  if (found.kind !== 'day') return found.kind === 'no_such_day' ? { kind: 'no_such_day' } : { kind: 'none' };
  const lastYear = dayFrom(yearOf(found.day) - 1, monthOf(found.day), Number(found.day.slice(8)));
  if (found.assumed !== 'year' || lastYear === null) return exactly(make(found.day));
  return eitherYear(make(lastYear), make(found.day), daysBetween(lastYear, today));
}

/** The recurrence that a text speaks of, wherever in it. */
export const everyIn = (text: string): Every | null => withoutRecurrence(withoutMarks(text)).every;

/** "Ngày cuối tháng, hằng tháng" is each month's own last day, not the 30th. */
function asWholeMonth(boundary: Boundary): Boundary {
  if (boundary.kind !== 'by_day') return boundary;
  return { kind: 'during_month', year: yearOf(boundary.day), month: monthOf(boundary.day) };
}

/** "14 giờ", "lúc 14:00" and nothing else. */
export const isHour = (text: string): boolean => HOUR_ALONE.test(withoutMarks(text));

/** Whether a text speaks of every week. */
export const saysWeekly = (text: string): boolean => WEEKLY.test(withoutMarks(text));

import { type Boundary, dueOf } from '../../core/boundary.ts';
import { type Day, dayIn } from '../../core/day.ts';
import type { DatedDue } from '../../core/deadline.ts';
import { readBoundary } from '../../text/boundary-words.ts';
import type { TimePhrase } from './phrases.ts';

export interface ReadTime {
  boundary: Boundary;
  due: DatedDue;
  /** The text says no year; the plan's has been taken. */
  yearAssumed: boolean;
}

const YEAR = /20\d\d/;

/** What a phrase means in a plan of `year`; null where it names no day that exists. */
export function readTime(phrase: TimePhrase, year: number): ReadTime | null {
  if (phrase.kind === 'relative' || phrase.vague || phrase.unreadable) return null;
  const yearAssumed = !YEAR.test(phrase.core);
  const words = phrase.kind === 'range' ? rangeWords(phrase, year) : singleWords(phrase, year);
  if (words === null) return null;
  const read = readBoundary(words, dayIn(year, 1, 1));
  if (read.kind !== 'boundary') return null;
  const due = dueOf(read.boundary);
  return due.kind === 'dated' ? { boundary: read.boundary, due, yearAssumed } : null;
}

const withYear = (core: string, year: number) =>
  YEAR.test(core) ? core : `${core.replace(/[\s/.-]+$/, '')}/${year}`;
const asDate = (core: string) => core.replace(/\s*([/.-])\s*/g, '$1').replace(/\s+/g, ' ');

function singleWords(phrase: TimePhrase, year: number): string | null {
  const core = asDate(phrase.core);
  const before = phrase.bound === 'before' ? 'truoc ' : '';
  if (/(?:hang|moi) thang$|thang (?:sau|ke tiep|lien ke)$/.test(core)) return null;
  if (/quy$/.test(core)) return `${before}${core}`;
  if (phrase.kind === 'day') return `${before}${withYear(core.replace(/(\d) thang (\d)/, '$1/$2'), year)}`;
  const period = withYear(core, year);
  if (before) return phrase.kind === 'month' ? `truoc ${period}` : firstOfQuarter(core, year);
  return phrase.bound === 'by' ? `het ${period}` : `trong ${period}`;
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

function firstOfQuarter(core: string, year: number): string | null {
  const [, name = '', said] = /^quy\s+(\d|[iv]+)\D*(20\d\d)?/.exec(core) ?? [];
  const quarter = ROMAN[name] ?? Number(name);
  return quarter >= 1 && quarter <= 4 ? `truoc thang ${quarter * 3 - 2}/${said ?? year}` : null;
}

/** Months as ends are taken whole: from the first of one to the last of the other. */
function rangeWords(phrase: TimePhrase, year: number): string | null {
  const to = asDate(withYear(phrase.core, year));
  const toYear = YEAR.exec(to)?.[0] ?? String(year);
  const given = asDate(phrase.from ?? '');
  const last = /^thang|^quy/.test(to) ? lastOf(to) : to.replace(/(\d) thang (\d)/, '$1/$2');
  const month = /^thang (\d{1,2})/.exec(given)?.[1];
  const quarter = /^quy (\d|[iv]+)/.exec(given)?.[1];
  const fromYear = YEAR.exec(given)?.[0] ?? toYear;
  if (last === null) return null;
  if (month) return `tu 1/${month}/${fromYear} den ${last}`;
  if (quarter) return `tu 1/${(ROMAN[quarter] ?? Number(quarter)) * 3 - 2}/${fromYear} den ${last}`;
  const from = given.replace(/(\d) thang (\d)/, '$1/$2');
  return `tu ${/[/.-]/.test(from) ? withYear(from, Number(fromYear)) : from} den ${last}`;
}

function lastOf(period: string): string | null {
  const [, month, year] = /^thang (\d{1,2})\D+(20\d\d)/.exec(period) ?? [];
  if (month && year)
    return dateText(dayIn(Number(year), Number(month) + 1, 0), Number(month) >= 1 && Number(month) <= 12);
  const [, quarter = '', inYear] = /^quy (\d|[iv]+)\D+(20\d\d)/.exec(period) ?? [];
  const number = ROMAN[quarter] ?? Number(quarter);
  return inYear && number >= 1 && number <= 4
    ? dateText(dayIn(Number(inYear), number * 3 + 1, 0), true)
    : null;
}

function dateText(day: Day, exists: boolean): string | null {
  if (!exists) return null;
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

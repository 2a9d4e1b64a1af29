import type { Day } from '../core/day.ts';
import { dayFrom, lastDayOf, monthOf, nearest, type ParsedDay, type Prefer, yearOf } from './find-day.ts';

const YEAR = String.raw`(?:(?: ?[/.-] ?|,? nam )(\d{4}|\d{2}|nay|sau|toi|ngoai|truoc))?`;
const DATE = new RegExp(String.raw`^(?:ngay ?)?(\d{1,2})(?: ?[/.-] ?| ?thang ?)(\d{1,2})${YEAR}$`);
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const DATE_OF_MONTH = /^(?:ngay ?)?(\d{1,2}) thang (nay|sau|toi|truoc)$/;
const DATE_ALONE = /^ngay ?(\d{1,2})$/;
const END = '(?:cuoi|het|ngay cuoi(?: cung)?(?: cua)?)';
const END_OF_MONTH = new RegExp(`^${END} thang(?: (?:(nay|sau|toi|truoc)|(\\d{1,2})${YEAR}))?$`);
const END_OF_QUARTER = new RegExp(`^${END} quy ([1-4]|i{1,3}|iv)${YEAR}$`);
const END_OF_YEAR = new RegExp(`^${END} nam(?: (\\d{4}|nay|sau|toi|truoc|ngoai))?$`);

const NEIGHBOURS: Record<string, number> = { nay: 0, sau: 1, toi: 1, truoc: -1, ngoai: -1 };
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** A day by its number: `15/6`, `15-6-26`, `ngày 15 tháng 6 năm 2026`, `ngày 15`, `2026-06-15`. Marks removed. */
export function readDate(words: string, today: Day, prefer: Prefer): ParsedDay | null {
  const [full, date, month, year] = DATE.exec(words) ?? [];
  if (full !== undefined) {
    return byYear(year, today, prefer, inYear => dayFrom(inYear, Number(month), Number(date)));
  }
  const [iso, isoYear, isoMonth, isoDate] = YEAR_FIRST.exec(words) ?? [];
  if (iso !== undefined) return said(dayFrom(Number(isoYear), Number(isoMonth), Number(isoDate)));

  const [ofMonth, dateThere, which = 'nay'] = DATE_OF_MONTH.exec(words) ?? [];
  if (ofMonth !== undefined) return said(dateIn(today, NEIGHBOURS[which] ?? 0, Number(dateThere)));

  const alone = DATE_ALONE.exec(words)?.[1];
  if (alone === undefined) return null;
  // February may lack the date and this month's may be over: two months either way suffice.
  const near = [-2, -1, 0, 1, 2].map(months => dateIn(today, months, Number(alone)));
  return said(nearest(near, today, prefer), 'month');
}

/** The last day of a month, quarter or year: `cuối tháng`, `hết tháng 12`, `cuối quý III năm 2026`, `hết năm`. */
export function readEnd(words: string, today: Day, prefer: Prefer): ParsedDay | null {
  const [ofMonth, which, month, year] = END_OF_MONTH.exec(words) ?? [];
  if (month !== undefined) {
    const exists = Number(month) >= 1 && Number(month) <= 12;
    return byYear(year, today, prefer, inYear => (exists ? lastDayOf(inYear, Number(month)) : null));
  }
  const endAfter = (months: number) => lastDayOf(yearOf(today), monthOf(today) + months);
  if (which !== undefined) return said(endAfter(NEIGHBOURS[which] ?? 0));
  if (ofMonth !== undefined) return said(nearest([endAfter(-1), endAfter(0)], today, prefer), 'month');

  const [ofQuarter, quarter = '', ofYear] = END_OF_QUARTER.exec(words) ?? [];
  if (ofQuarter !== undefined) {
    const number = ROMAN[quarter] ?? Number(quarter);
    return byYear(ofYear, today, prefer, inYear => lastDayOf(inYear, 3 * number));
  }
  const [wholeYear, named] = END_OF_YEAR.exec(words) ?? [];
  return wholeYear === undefined ? null : byYear(named, today, prefer, inYear => dayFrom(inYear, 12, 31));
}

/** A year that was not said is this one or its neighbour: 29/2 is not sought in another decade. */
function byYear(
  named: string | undefined,
  today: Day,
  prefer: Prefer,
  dayIn: (year: number) => Day | null,
): ParsedDay {
  const year = yearOf(today);
  if (named === undefined) {
    return said(nearest([dayIn(year - 1), dayIn(year), dayIn(year + 1)], today, prefer), 'year');
  }
  const neighbour = NEIGHBOURS[named];
  if (neighbour !== undefined) return said(dayIn(year + neighbour));
  return said(dayIn(named.length === 2 ? 2000 + Number(named) : Number(named)));
}

function dateIn(today: Day, months: number, date: number): Day | null {
  const month = monthOf(today) - 1 + months;
  return dayFrom(yearOf(today) + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, date);
}

function said(day: Day | null, assumed: 'nothing' | 'year' | 'month' = 'nothing'): ParsedDay {
  return day === null ? { kind: 'no_such_day', asTyped: '' } : { kind: 'day', day, assumed };
}

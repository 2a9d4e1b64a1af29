import type { Day } from '../core/day.ts';
import { lastDayOfSpan } from '../core/milestone.ts';
import { parseDay } from './days.ts';
import { clean, fold } from './fold.ts';

export type MilestoneLine =
  /** Its days were said. */
  | { kind: 'dates'; startsOn: Day; endsOn: Day | null }
  | { kind: 'activity'; body: string; doneOn: Day }
  | { kind: 'no_day' }
  | { kind: 'nothing' };

const SPAN =
  /^(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?(.+?)(?:\s+(?:đến|den|tới|toi)\s+(?:hết\s+|het\s+)?(?:ngày\s+|ngay\s+)?(.+))?$/iu;
const DONE_ON = /[\s,;(]*(?:ngày|ngay)\s+(\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?)\)?\s*$/iu;

/** Days and nights in a campaign's name: "80 ngày đêm cao điểm". */
export function daysInName(name: string): number | null {
  const [, days] = /\b(\d{2,3}) ngay dem\b/.exec(fold(name)) ?? [];
  return days === undefined ? null : Number(days);
}

/** "từ 1/7 đến 18/9" dates it (80 days from the first where its name says so); other words are what was done. */
export function readMilestoneLine(typed: string, name: string, today: Day, year: number): MilestoneLine {
  const words = clean(typed.normalize('NFC'));
  const [span, first = '', last] = SPAN.exec(words) ?? [];
  if (span && /^\d|^hom|^mai/.test(fold(first)))
    return dated(inYear(first, year), last, daysInName(name), today);
  const [found, on = ''] = DONE_ON.exec(words) ?? [];
  const body = (found === undefined ? words : words.slice(0, -found.length)).trim();
  if (!/\p{L}{2}/u.test(body)) return { kind: 'nothing' };
  if (found === undefined) return { kind: 'activity', body, doneOn: today };
  const day = parseDay(on, today, 'past');
  return day.kind === 'day' ? { kind: 'activity', body, doneOn: day.day } : { kind: 'no_day' };
}

/** A day of the season without its year is of the season's, though it may be over. */
const inYear = (words: string, year: number) =>
  /^\d{1,2}\s*[/.-]\s*\d{1,2}$/.test(words) ? `${words}/${year}` : words;

function dated(first: string, last: string | undefined, days: number | null, today: Day): MilestoneLine {
  const from = parseDay(first, today);
  if (from.kind !== 'day') return { kind: 'no_day' };
  if (last === undefined)
    return { kind: 'dates', startsOn: from.day, endsOn: days ? lastDayOfSpan(from.day, days) : null };
  const to = parseDay(last, from.day);
  return to.kind === 'day' && to.day >= from.day
    ? { kind: 'dates', startsOn: from.day, endsOn: to.day }
    : { kind: 'no_day' };
}

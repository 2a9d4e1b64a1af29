import { addDays, type Day, weekdayOf } from '../core/day.ts';
import { inWeek, type ParsedDay, type Prefer } from './find-day.ts';
import { clean, sameText, withoutMarks } from './fold.ts';
import { readDate, readEnd } from './parse-date.ts';

const RELATIVE = new Map([
  ['hom nay', 0],
  ['bua nay', 0],
  ['mai', 1],
  ['ngay mai', 1],
  ['mot', 2],
  ['ngay mot', 2],
  ['ngay kia', 2],
  ['hom qua', -1],
  ['hom kia', -2],
]);

const WEEKDAYS: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };
const WEEKDAY = '(?:(?:thu|t) ?(hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)';
const WEEK = 'tuan (nay|sau|toi|ke tiep|truoc|vua roi)';
const WEEKS: Record<string, number> = { nay: 0, sau: 1, toi: 1, 'ke tiep': 1, truoc: -1, 'vua roi': -1 };
const WEEKDAY_OF_WEEK = new RegExp(`^${WEEKDAY}(?: ${WEEK}| (toi|vua roi|vua qua))?$`);
const WEEK_THEN_WEEKDAY = new RegExp(`^${WEEK},? ${WEEKDAY}$`);
const WEEKDAY_WITH_DATE = new RegExp(`^${WEEKDAY},? (?:ngay )?(\\d.*)$`);

const LEAD = /^(?:han(?: nop)?(?: la)?|vao|ky|cham nhat(?: la)?|den)[ :]+|^het (?=ngay|\d|thu|tuan|hom)/;
const TAIL = /(?: (?:a|nhe|nha))?[.,;!?]*$/;

/**
 * Reads a day as people type it. Never a guess: what has two readings ("thứ sáu" on a Friday, "trước ngày
 * 15/6", a weekday that is not the date's) is `ambiguous`; a whole month or week is no day.
 */
export function parseDay(text: string, today: Day, prefer: Prefer = 'future'): ParsedDay {
  let words = withoutMarks(text).replace(TAIL, '');
  while (LEAD.test(words)) words = words.replace(LEAD, '');
  // Without its accent "mốt" cannot be told from "một", one.
  if (sameText(text, 'một')) return { kind: 'not_a_day' };
  const found = read(words, today, prefer);
  return found.kind === 'no_such_day' ? { kind: 'no_such_day', asTyped: clean(text) } : found;
}

function read(words: string, today: Day, prefer: Prefer): ParsedDay {
  const before = /^truoc (.+)$/.exec(words)?.[1];
  if (before !== undefined) return readBefore(before, today, prefer);
  const offset = RELATIVE.get(words);
  if (offset !== undefined) return { kind: 'day', day: addDays(today, offset), assumed: 'nothing' };
  return (
    readWeekday(words, today, prefer) ??
    readWeekdayWithDate(words, today, prefer) ??
    readDate(words, today, prefer) ??
    readEnd(words, today, prefer) ?? { kind: 'not_a_day' }
  );
}

/** "Trước" excludes the day in official use, not in everyone's: asked. */
function readBefore(words: string, today: Day, prefer: Prefer): ParsedDay {
  const found = read(words, today, prefer);
  if (found.kind === 'day') return { kind: 'ambiguous', readings: [addDays(found.day, -1), found.day] };
  return found.kind === 'ambiguous' ? { kind: 'not_a_day' } : found;
}

const weekdayNamed = (word: string | undefined): number =>
  word === undefined ? 7 : (WEEKDAYS[word] ?? Number(word) - 1);

function readWeekday(words: string, today: Day, prefer: Prefer): ParsedDay | null {
  const [turned, laterWeek, laterWord] = WEEK_THEN_WEEKDAY.exec(words) ?? [];
  const [whole, word = laterWord, week = laterWeek, side] = WEEKDAY_OF_WEEK.exec(words) ?? [];
  if (turned === undefined && whole === undefined) return null;

  const weekday = weekdayNamed(word);
  const weeks = week === undefined ? undefined : WEEKS[week];
  if (weeks !== undefined) return { kind: 'day', day: inWeek(today, weekday, weeks), assumed: 'nothing' };

  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const forward = side === undefined ? prefer === 'future' : side === 'toi';
  if (ahead === 0 && side === undefined) {
    return {
      kind: 'ambiguous',
      readings: forward ? [today, addDays(today, 7)] : [addDays(today, -7), today],
    };
  }
  const distance = forward ? ahead || 7 : ahead - 7;
  return { kind: 'day', day: addDays(today, distance), assumed: 'week' };
}

function readWeekdayWithDate(words: string, today: Day, prefer: Prefer): ParsedDay | null {
  const [whole, word, date = ''] = WEEKDAY_WITH_DATE.exec(words) ?? [];
  if (whole === undefined) return null;
  const found = readDate(date, today, prefer);
  if (found?.kind !== 'day') return found;
  const said = inWeek(found.day, weekdayNamed(word), 0);
  return said === found.day ? found : { kind: 'ambiguous', readings: [said, found.day].toSorted() };
}

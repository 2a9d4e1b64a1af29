import { at, type Day, daysBetween, isTimeOfDay, type TimeOfDay } from '../core/day.ts';
import { parseDay } from './days.ts';

const CLOCK = /(?:lúc\s*|luc\s*)?(\d{1,2})\s*(?::|h|giờ|gio)\s*(\d{2}(?![\d/]))?/iu;

/** The day's words (none: today) and the time; null where it is none. */
function apart(words: string, otherwise: string): { day: string; time: TimeOfDay } | null {
  const clock = CLOCK.exec(words);
  const time = clock ? `${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? '00'}` : otherwise;
  const rest = (clock ? words.replace(clock[0], ' ') : words).replace(/\bngày\b|\bngay\b|,/giu, ' ').trim();
  return isTimeOfDay(time) ? { day: rest === '' ? 'hôm nay' : rest, time } : null;
}

/** `14:00 ngày 20/6`, `20/6`, `8h30 thứ Sáu`: the instant; null where it is none. A day that was not said is today. */
export function readMoment(words: string, today: Day, otherwise: string): Date | null {
  const said = apart(words, otherwise);
  if (!said) return null;
  const found = parseDay(said.day, today, 'future');
  return found.kind === 'day' ? at(found.day, said.time) : null;
}

/**
 * A day without its year that has just been, and would be taken for next year's: which is meant must be asked. Null
 * where nothing is doubtful, as with `5/1` in December.
 */
export function justPast(words: string, today: Day): { day: Day; next: Day } | null {
  const said = apart(words, '00:00');
  const next = said && parseDay(said.day, today, 'future');
  const last = said && parseDay(said.day, today, 'past');
  if (next?.kind !== 'day' || next.assumed !== 'year' || last?.kind !== 'day' || last.day >= today)
    return null;
  return daysBetween(last.day, today) < daysBetween(today, next.day)
    ? { day: last.day, next: next.day }
    : null;
}

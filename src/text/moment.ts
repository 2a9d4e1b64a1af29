import { at, type Day, isTimeOfDay } from '../core/day.ts';
import { parseDay } from './days.ts';

const CLOCK = /(?:lúc\s*|luc\s*)?(\d{1,2})\s*(?::|h|giờ|gio)\s*(\d{2})?/iu;

/** `14:00 ngày 20/6`, `20/6`, `8h30 thứ Sáu`: the instant; null where it is none. A day that was not said is today. */
export function readMoment(words: string, today: Day, time: string): Date | null {
  const clock = CLOCK.exec(words);
  const said = clock ? `${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? '00'}` : time;
  const rest = (clock ? words.replace(clock[0], ' ') : words).replace(/\bngày\b|\bngay\b|,/giu, ' ').trim();
  const found = rest === '' ? ({ kind: 'day', day: today } as const) : parseDay(rest, today, 'future');
  return found.kind === 'day' && isTimeOfDay(said) ? at(found.day, said) : null;
}

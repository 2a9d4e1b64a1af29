import type { Day } from '../core/day.ts';
import type { SeasonPhase } from '../core/season-phase.ts';
import { parseDay } from './days.ts';
import { fold } from './fold.ts';
import { readPhase } from './phase-words.ts';

export type PhaseLine =
  | { kind: 'enter'; phase: SeasonPhase }
  | { kind: 'date'; phase: SeasonPhase; on: Day }
  | { kind: 'open'; year: number }
  | { kind: 'no_phase' | 'no_day' };

const DATE = /\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|ngày mai|ngay mai/iu;
/** "từ thứ tư tuần sau": a day in words. */
const FROM =
  /\s(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?((?:thứ|thu|chủ|chu|tuần|tuan|mai|mốt|hôm|đầu|dau|cuối|cuoi)\s.*)$/iu;
const OPEN = /^mo (?:nam |mua )?(?:thi dua )?(20\d{2})$/;

/** "tự chấm từ 1/11" dates a phase, "chuyển sang tự chấm" enters it, "mở năm 2027" opens a year. */
export function readPhaseLine(typed: string, today: Day): PhaseLine {
  const words = fold(typed);
  const [, year] = OPEN.exec(words) ?? [];
  if (year) return { kind: 'open', year: Number(year) };
  const phase = readPhase(typed);
  if (!phase) return { kind: 'no_phase' };
  const [date] = DATE.exec(typed) ?? FROM.exec(typed)?.slice(1) ?? [];
  if (date === undefined)
    return /\btu (?:ngay )?\d/.test(words) ? { kind: 'no_day' } : { kind: 'enter', phase };
  const found = parseDay(date, today);
  return found.kind === 'day' ? { kind: 'date', phase, on: found.day } : { kind: 'no_day' };
}

import type { Day } from '../core/day.ts';
import type { DayDecision } from '../core/holiday-questions.ts';
import { readDaySpan } from './day-span.ts';
import { parseDay } from './days.ts';
import { withoutMarks } from './fold.ts';

const ENDINGS: readonly [RegExp, DayDecision][] = [
  [/[ :,]*\b(?:rut lai|thu hoi|chua ro|de ngo|bo)$/, 'open'],
  [/[ :,]*\b(?:la )?(?:(?:ngay|van) )?(?:lam viec|di lam|lam bu|lam)$/, 'working'],
  [/[ :,]*\b(?:la )?(?:(?:ngay|duoc|deu) )?nghi(?: le| bu| tet)?$/, 'off'],
];
/** "Nghỉ từ 5/2 đến 10/2". */
const BEGINNINGS: readonly [RegExp, DayDecision][] = [
  [/^(?:lam viec|di lam|lam bu)[ :,]+/, 'working'],
  [/^(?:duoc )?nghi(?: le| bu| tet)?[ :,]+/, 'off'],
];

/** `23/11 nghỉ`, `từ 5/2 đến hết 10/2: nghỉ`, `28/11 làm việc`, `23/11 rút lại`. */
export function readDayDecision(typed: string, today: Day): { from: Day; to: Day; what: DayDecision } | null {
  const words = withoutMarks(typed).replace(/[ .!]+$/, '');
  const found = [...ENDINGS, ...BEGINNINGS].find(([pattern]) => pattern.test(words));
  if (!found) return null;
  const [pattern, what] = found;
  const when = words.replace(pattern, '').replace(/^ngay /, '');
  const one = parseDay(when, today);
  if (one.kind === 'day') return { from: one.day, to: one.day, what };
  const span = readDaySpan(when, today);
  return span?.before === 0 ? { from: span.from, to: span.to, what } : null;
}

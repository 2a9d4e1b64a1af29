import type { Day } from '../core/day.ts';
import { clip } from './fold.ts';
import { formatDate } from './format-day.ts';

/** Of a label on a button, in UTF-16 units: what a phone shows in one row. */
const LABEL = 44;
/** Fewer of a name tell nothing. */
const NAME = 14;

/** "Báo cáo tháng · 05/12": what does not fit is cut from the name, never from what tells it from its like. */
export const fitLabel = (name: string, ...tails: readonly string[]): string => {
  const tail = tails.map(one => ` · ${one}`).join('');
  return `${clip(name, Math.max(NAME, LABEL - tail.length))}${tail}`;
};

export const datedLabel = (title: string, dueOn: Day | null, today: Day): string =>
  fitLabel(title, dueOn === null ? 'chưa định ngày' : formatDate(dueOn, today));

import { addDays, type Day, dayIn } from './day.ts';
import type { DatedDue, Due } from './deadline.ts';

/** How a plan words the end of a term, already read from the Vietnamese. Months are 1–12. */
export type Boundary =
  /** trước ngày X: X itself is too late. */
  | { kind: 'before_day'; day: Day }
  /** trước tháng M: nothing of M is on time. */
  | { kind: 'before_month'; year: number; month: number }
  | { kind: 'before_year'; year: number }
  /** đến ngày X, hết ngày X, chậm nhất ngày X. */
  | { kind: 'by_day'; day: Day }
  /** trong tháng M, vào tháng M. */
  | { kind: 'during_month'; year: number; month: number }
  | { kind: 'during_quarter'; year: number; quarter: 1 | 2 | 3 | 4 }
  /** từ ngày A đến ngày B. */
  | { kind: 'between'; from: Day; to: Day }
  /** theo quy định, định kỳ …: a person is to be asked. */
  | { kind: 'unstated'; ruleText: string };

export function dueOf(boundary: Boundary): Due {
  switch (boundary.kind) {
    case 'before_day':
      return before(boundary.day, 'day');
    case 'before_month':
      return before(dayIn(boundary.year, boundary.month, 1), 'month');
    case 'before_year':
      return before(dayIn(boundary.year, 1, 1), 'month');
    case 'by_day':
      return { kind: 'dated', dueOn: boundary.day, dueBefore: null, precision: 'day', window: null };
    case 'during_month':
      return during(
        dayIn(boundary.year, boundary.month, 1),
        dayIn(boundary.year, boundary.month + 1, 0),
        'month',
      );
    case 'during_quarter': {
      const last = boundary.quarter * 3;
      return during(dayIn(boundary.year, last - 2, 1), dayIn(boundary.year, last + 1, 0), 'quarter');
    }
    case 'between':
      return during(boundary.from, boundary.to, 'day');
    case 'unstated':
      return { kind: 'undated', ruleText: boundary.ruleText };
  }
}

function before(day: Day, precision: DatedDue['precision']): DatedDue {
  return { kind: 'dated', dueOn: addDays(day, -1), dueBefore: day, precision, window: null };
}

function during(from: Day, to: Day, precision: DatedDue['precision']): DatedDue {
  return { kind: 'dated', dueOn: to, dueBefore: null, precision, window: { from, to } };
}

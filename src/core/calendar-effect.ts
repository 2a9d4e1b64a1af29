import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { type CutOffRules, cutOff, practicalDue } from './deadline.ts';
import type { Duty } from './duty.ts';
import { type OpenTerm, openTerms } from './open-terms.ts';

/** A deadline still open whose last working day, or whose end, a change of the calendar moves. */
export interface MovedDeadline extends OpenTerm {
  lastDay: { before: Day; after: Day };
  end: { before: Date; after: Date };
}

export function movedDeadlines(
  duties: readonly Duty[],
  rules: CutOffRules,
  before: Calendar,
  after: Calendar,
): MovedDeadline[] {
  return openTerms(duties).flatMap(term => {
    const { dueOn } = term;
    const lastDay = { before: practicalDue(dueOn, before), after: practicalDue(dueOn, after) };
    const end = { before: cutOff(dueOn, rules, before), after: cutOff(dueOn, rules, after) };
    const moved = lastDay.before !== lastDay.after || end.before.getTime() !== end.after.getTime();
    return moved ? [{ ...term, lastDay, end }] : [];
  });
}

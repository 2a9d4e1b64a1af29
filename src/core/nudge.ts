import type { Calendar } from './calendar.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { isHandedIn } from './deadline.ts';
import type { NudgeItem } from './due-item.ts';
import { byDeadline, type Duty } from './duty.ts';
import { type DueRules, type DueStanding, standingAt } from './progress.ts';
import { decideDue, type Notice } from './reminder-notice.ts';
import type { PlanFacts } from './reminder-slots.ts';

/** Deadlines further ahead are reminded of by name only, never by "all". */
const NEAR_DAYS = 30;

export interface Missing {
  deadlineId: string;
  title: string;
  dueOn: Day;
  standing: DueStanding;
  units: { unitId: string; unitName: string }[];
  /** Overdue, or due within a month. */
  near: boolean;
}

/** Dated deadlines that some unit has not handed in for, the earliest first. */
export function missing(duties: readonly Duty[], at: DueRules): Missing[] {
  const horizon = addDays(dayOf(at.now), NEAR_DAYS);
  return byDeadline(duties.filter(duty => isHandedIn(duty.kind))).flatMap(({ deadlineId, title, duties }) => {
    const open = duties.filter(duty => duty.handedIn === null);
    const units = open.flatMap(({ party }) => (party.kind === 'unit' ? [party] : []));
    const dueOn = open.flatMap(duty => duty.dueOn ?? []).sort()[0];
    if (!dueOn || units.length === 0) return [];
    const standing = standingAt(dueOn, at);
    return [{ deadlineId, title, dueOn, standing, units, near: dueOn <= horizon }];
  });
}

/** What units are told when reminded by hand now, one message each; null where now is no time to speak. */
export function nudgeNotices(
  deadlineIds: readonly string[],
  facts: PlanFacts,
  now: Date,
  calendar: Calendar,
): Extract<Notice, { to: 'unit' }>[] | null {
  const items = deadlineIds.map((deadlineId): NudgeItem => {
    return { kind: 'nudge', key: `nudge:${deadlineId}`, day: dayOf(now), at: now, deadlineId };
  });
  const decision = decideDue(items, facts, now, calendar);
  if (decision.kind === 'postpone') return null;
  return decision.notices.flatMap(notice => (notice.to === 'unit' ? [notice] : []));
}

import { authorityOf, type Post, unitsActedFor } from './bloc.ts';
import type { Calendar } from './calendar.ts';
import { type Day, dayOf, daysBetween } from './day.ts';
import { type CutOffRules, cutOff, isHandedIn, lateness, practicalDue } from './deadline.ts';
import type { Duty, DutyGroup } from './duty.ts';

/** What a person owes himself, for the units he acts for; the bloc's own duties are the lead's. */
export function isMine(duty: Duty, posts: readonly Post[]): boolean {
  if (duty.party.kind === 'bloc') return authorityOf(posts) === 'lead';
  return unitsActedFor(posts).includes(duty.party.unitId);
}

export interface DeadlineView {
  group: DutyGroup;
  /** The reader's own part in it: still open ones first. */
  mine: Duty[];
  /** Calendar days to the due day, negative when past; null = undated. */
  daysLeft: number | null;
  practicalDue: Day | null;
  /** Calendar days by which those who handed in were late; whoever was on time is not in it. */
  late: ReadonlyMap<string, number>;
  /** Past its cut-off, so that who is missing may be named in the group. */
  over: boolean;
}

export function deadlineView(
  group: DutyGroup,
  posts: readonly Post[],
  at: { now: Date; calendar: Calendar; rules: CutOffRules },
): DeadlineView {
  const { dueOn } = group;
  const mine = group.duties.filter(duty => isMine(duty, posts));
  mine.sort((a, b) => Number(a.handedIn !== null) - Number(b.handedIn !== null));
  return {
    group,
    mine,
    daysLeft: dueOn && daysBetween(dayOf(at.now), dueOn),
    practicalDue: dueOn && practicalDue(dueOn, at.calendar),
    late: lateOnes(group.duties, at),
    over: dueOn !== null && at.now > cutOff(dueOn, at.rules, at.calendar),
  };
}

function lateOnes(
  duties: readonly Duty[],
  { rules, calendar }: { rules: CutOffRules; calendar: Calendar },
): Map<string, number> {
  const late = new Map<string, number>();
  for (const duty of duties) {
    const judged = duty.handedIn && dutyLateness(duty, duty.handedIn.sentAt, rules, calendar);
    if (judged?.kind === 'late') late.set(duty.obligationId, judged.calendarDays);
  }
  return late;
}

/** What is still ahead or owed; the reader's own open duties first, then by day, undated ones last. */
export function upcoming(views: readonly DeadlineView[]): DeadlineView[] {
  const open = views.filter(view => view.group.done < view.group.of && isHandedIn(view.group.kind));
  const ahead = views.filter(view => !isHandedIn(view.group.kind) && (view.daysLeft ?? -1) >= 0);
  const rank = (view: DeadlineView) => Number(!view.mine.some(duty => duty.handedIn === null));
  const when = (view: DeadlineView) => view.group.dueOn ?? '9999-12-31';
  return [...open, ...ahead].sort((a, b) => rank(a) - rank(b) || when(a).localeCompare(when(b)));
}

/** How a duty that was handed in stands to its own due day, an extension included. */
export function dutyLateness(duty: Duty, sentAt: Date, rules: CutOffRules, calendar: Calendar) {
  if (duty.dueOn === null) return { kind: 'on_time' as const };
  return lateness({ sentAt, cutOff: cutOff(duty.dueOn, rules, calendar), calendar });
}

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

/** Where a due day stands, in calendar days. */
export type DueStanding =
  | { kind: 'ahead'; daysLeft: number }
  /** Past, but it fell on a day off: what comes in until then is on time. */
  | { kind: 'grace'; until: Day }
  | { kind: 'over'; days: number };

/** A due day as it stands now. */
export interface DueView {
  dueOn: Day;
  dueBefore: Day | null;
  extended: boolean;
  practicalDue: Day;
  standing: DueStanding;
}

export interface DeadlineView {
  group: DutyGroup;
  /** The reader's own part in it: still open ones first. */
  mine: Duty[];
  /** The common day; in `own` the reader's, where an extension gives him another. */
  due: DueView | null;
  own: DueView | null;
  /** Calendar days by which those who handed in were late; whoever was on time is not in it. */
  late: ReadonlyMap<string, number>;
  /** Past its cut-off, so that who is missing may be named in the group. */
  over: boolean;
}

export function deadlineView(group: DutyGroup, posts: readonly Post[], at: DueRules): DeadlineView {
  const mine = group.duties.filter(duty => isMine(duty, posts));
  const due = dueView({ ...group, extended: false }, at);
  mine.sort((a, b) => Number(a.handedIn !== null) - Number(b.handedIn !== null));
  return {
    group,
    mine,
    due,
    own: ownDue(mine, at) ?? due,
    late: lateOnes(group.duties, at),
    over: due?.standing.kind === 'over',
  };
}

/** When it is asked, and by what rules a term ends. */
export interface DueRules {
  now: Date;
  calendar: Calendar;
  rules: CutOffRules;
}

function dueView(
  { dueOn, dueBefore, extended }: Pick<Duty, 'dueOn' | 'dueBefore' | 'extended'>,
  at: DueRules,
): DueView | null {
  if (dueOn === null) return null;
  const standing = standingAt(dueOn, at);
  return { dueOn, dueBefore, extended, practicalDue: practicalDue(dueOn, at.calendar), standing };
}

export function standingAt(dueOn: Day, { now, calendar, rules }: DueRules): DueStanding {
  const end = cutOff(dueOn, rules, calendar);
  const late = lateness({ sentAt: now, cutOff: end, calendar });
  if (late.kind === 'late') return { kind: 'over', days: late.calendarDays };
  const daysLeft = daysBetween(dayOf(now), dueOn);
  return daysLeft >= 0 ? { kind: 'ahead', daysLeft } : { kind: 'grace', until: dayOf(end) };
}

/** The nearest of what the reader still owes. */
function ownDue(mine: readonly Duty[], at: DueRules): DueView | null {
  const [first] = mine
    .filter(duty => duty.handedIn === null && duty.dueOn !== null)
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  return first ? dueView(first, at) : null;
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
  const ahead = views.filter(view => !isHandedIn(view.group.kind) && view.due?.standing.kind === 'ahead');
  const rank = (view: DeadlineView) => Number(!view.mine.some(duty => duty.handedIn === null));
  const when = (view: DeadlineView) => view.own?.dueOn ?? '9999-12-31';
  return [...open, ...ahead].sort((a, b) => rank(a) - rank(b) || when(a).localeCompare(when(b)));
}

/** How a duty that was handed in stands to its own due day, an extension included. */
export function dutyLateness(duty: Duty, sentAt: Date, rules: CutOffRules, calendar: Calendar) {
  if (duty.dueOn === null) return { kind: 'on_time' as const };
  return lateness({ sentAt, cutOff: cutOff(duty.dueOn, rules, calendar), calendar });
}

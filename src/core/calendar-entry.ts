import type { Post } from './bloc.ts';
import type { Day } from './day.ts';
import { asGroup, byDeadline, type Duty, type Happening } from './duty.ts';
import type { Meeting } from './meeting.ts';
import type { Milestone } from './milestone.ts';
import { isMine } from './progress.ts';

/** Something of a bloc's year as it stands in a person's own calendar. */
export type CalendarEntry = { id: string; blocName: string; title: string } & (
  | {
      kind: 'deadline';
      on: Day;
      /** What the person has to do with it: owes it, has handed it in, or only knows of it. */
      mine: 'owed' | 'done' | 'none';
      isEvent: boolean;
    }
  | { kind: 'meeting'; startsAt: Date; place: string | null; agenda: string | null }
  /** `until` is its last day. */
  | { kind: 'milestone'; on: Day; until: Day }
);

export interface CalendarFacts {
  duties: readonly Duty[];
  events: readonly Happening[];
  meetings: readonly Meeting[];
  milestones: readonly Milestone[];
}

/** All that has a day; an extension given to the person's own unit moves it. */
export function calendarEntries(
  blocName: string,
  { duties, events, meetings, milestones }: CalendarFacts,
  posts: readonly Post[],
): CalendarEntry[] {
  const deadlines = [...byDeadline(duties), ...events.map(asGroup)].flatMap(
    ({ deadlineId: id, title, dueOn, duties: all, of }): CalendarEntry[] => {
      const mine = all.filter(duty => isMine(duty, posts));
      const on = mine[0]?.dueOn ?? dueOn;
      if (on === null) return [];
      const owed = mine.some(duty => duty.handedIn === null);
      const part = mine.length === 0 ? 'none' : owed ? 'owed' : 'done';
      return [{ kind: 'deadline', id, blocName, title, on, mine: part, isEvent: of === 0 }];
    },
  );
  const called = meetings
    .filter(one => one.cancelledAt === null)
    .map(({ id, title, startsAt, place, agenda }): CalendarEntry => {
      return { kind: 'meeting', id, blocName, title, startsAt, place, agenda };
    });
  const spans = milestones.flatMap(({ id, name: title, startsOn: on, endsOn }): CalendarEntry[] =>
    on === null ? [] : [{ kind: 'milestone', id, blocName, title, on, until: endsOn ?? on }],
  );
  return [...deadlines, ...called, ...spans];
}

import type { Post } from './bloc.ts';
import type { Day } from './day.ts';
import { asGroup, byDeadline, type Duty, type Happening } from './duty.ts';
import { isMine } from './progress.ts';

/** A deadline or event as it stands in a person's own calendar. */
export interface CalendarEntry {
  deadlineId: string;
  blocName: string;
  title: string;
  on: Day;
  /** What the person has to do with it: owes it, has handed it in, or only knows of it. */
  mine: 'owed' | 'done' | 'none';
  isEvent: boolean;
}

/** All that has a day; an extension given to the person's own unit moves it. */
export function calendarEntries(
  blocName: string,
  { duties, events }: { duties: readonly Duty[]; events: readonly Happening[] },
  posts: readonly Post[],
): CalendarEntry[] {
  return [...byDeadline(duties), ...events.map(asGroup)].flatMap(
    ({ deadlineId, title, dueOn, duties: all, of }) => {
      const mine = all.filter(duty => isMine(duty, posts));
      const on = mine[0]?.dueOn ?? dueOn;
      if (on === null) return [];
      const owed = mine.some(duty => duty.handedIn === null);
      const part = mine.length === 0 ? 'none' : owed ? 'owed' : 'done';
      return [{ deadlineId, blocName, title, on, mine: part, isEvent: of === 0 } as const];
    },
  );
}

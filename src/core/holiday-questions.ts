import { onlyWeekendBetween } from './bloc-calendar.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { addDays, at, type Day, dayOf, daysBetween, isDay } from './day.ts';
import type { CalendarDay } from './holidays.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

/** How long before a doubtful day the lead is asked, in calendar days: as long as he does not answer, again. */
const ASK_AHEAD = [60, 14, 4] as const;
/** A day off and its make-up day lie no further apart. */
const SWAP_DAYS = 31;

/** What a bloc has said of a day: `open` is "not known yet", or a decision taken back. */
export type DayDecision = 'off' | 'working' | 'open';

export interface HolidayFacts {
  days: readonly CalendarDay[];
  decided: ReadonlyMap<Day, DayDecision>;
}

/** Doubtful days that are answered together: a run of them, or a day off with the Saturday that makes up for it. */
export interface HolidayQuestion {
  /** Its earliest day names it. */
  first: Day;
  days: CalendarDay[];
  /** The bloc has said something of one of them already. */
  takenUp: boolean;
}

export interface QuestionItem {
  kind: 'holiday_question';
  key: string;
  day: Day;
  at: Date;
}

const isOfficial = ({ status }: CalendarDay) => status === 'law' || status === 'confirmed';

/** Days after `today` that are still doubtful for everybody, as far as that changes anything. */
export function holidayQuestions({ days, decided }: HolidayFacts, today: Day): HolidayQuestion[] {
  const common = createCalendar(days, new Map());
  const open = days
    .filter(entry => entry.day > today && !isOfficial(entry))
    .filter(({ day, what }) => common.isWorkingDay(day) === (what === 'off'))
    .filter(({ day, what }) => what === 'working' || !common.mayDisturb(day))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const groups: CalendarDay[][] = [];
  for (const entry of open) {
    const group = groups.find(one => belongs(one, entry));
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap(group => {
    const takenUp = group.some(({ day }) => decided.has(day));
    return group[0] ? [{ first: group[0].day, days: group, takenUp }] : [];
  });
}

function belongs(group: readonly CalendarDay[], entry: CalendarDay): boolean {
  const last = group.at(-1);
  if (!last || last.status !== entry.status || last.source !== entry.source) return false;
  const swap = last.what !== entry.what && daysBetween(last.day, entry.day) <= SWAP_DAYS;
  const run = last.what === entry.what && last.name === entry.name && onlyWeekendBetween(last.day, entry.day);
  return swap || run;
}

/**
 * Each question two months ahead or, where that is past, as soon as may be, and again while it is open: times that
 * do not depend on `now`, so that planning again finds the same rows.
 */
export function planQuestions(
  facts: HolidayFacts,
  policy: ReminderPolicy,
  now: Date,
  calendar: Calendar,
): QuestionItem[] {
  return holidayQuestions(facts, dayOf(now))
    .filter(({ takenUp }) => !takenUp)
    .flatMap(({ first }) =>
      ASK_AHEAD.flatMap((ahead, nth) => {
        const day = calendar.mayDisturbOnOrAfter(addDays(first, -ahead));
        const key = `holiday_question:${first}${nth > 0 ? `:${ahead}` : ''}`;
        const item = { kind: 'holiday_question' as const, key, day, at: at(day, policy.morning) };
        return nth === 0 || day >= dayOf(now) ? [item] : [];
      }),
    );
}

/** The question that a due row stands for, whichever time it is asked. */
export const firstIn = (key: string): Day | null => {
  const [, first = ''] = key.split(':');
  return isDay(first) ? first : null;
};

/** What the days of a question become by an answer: as stated, as in an ordinary week, or still open. */
export function answered({ days }: HolidayQuestion, answer: 'yes' | 'no' | 'open'): Map<Day, DayDecision> {
  const other = { off: 'working', working: 'off' } as const;
  return new Map(
    days.map(({ day, what }) => [day, answer === 'open' ? 'open' : answer === 'yes' ? what : other[what]]),
  );
}

import type { EventAttributes } from 'ics';
import type { CalendarEntry } from '../core/calendar-entry.ts';
import { addDays, type Day } from '../core/day.ts';
import { calendarText } from '../text/calendar.ts';

/** At eight in the morning of the day before. */
const HOURS_BEFORE_MIDNIGHT = 16;
const HOURS_BEFORE_MEETING = 2;
/** Nobody says how long one lasts, and a calendar shows what lasts a while. */
const MEETING_HOURS = 1;

/** A calendar file; each entry keeps its identity, so that what moved moves in the reader's calendar too. */
export async function writeIcs(entries: readonly CalendarEntry[], name: string): Promise<string> {
  const { createEvents } = await import('ics');
  const { error, value } = createEvents(entries.map(eventOf), {
    calName: name,
    productId: 'tro-ly-khoi',
    method: 'PUBLISH',
  });
  if (error || !value) throw new Error('calendar not written', { cause: error });
  return value;
}

function eventOf(entry: CalendarEntry): EventAttributes {
  const common = {
    uid: `${entry.id}@tro-ly-khoi`,
    title: calendarText.title(entry),
    description: calendarText.description(entry),
  };
  switch (entry.kind) {
    case 'meeting':
      return {
        ...common,
        start: entry.startsAt.getTime(),
        startInputType: 'utc',
        startOutputType: 'utc',
        duration: { hours: MEETING_HOURS },
        ...(entry.place ? { location: entry.place } : {}),
        alarms: [alarm(common.title, HOURS_BEFORE_MEETING)],
      };
    case 'milestone':
      return { ...common, ...wholeDays(entry.on, entry.until) };
    case 'deadline':
      return {
        ...common,
        ...wholeDays(entry.on, entry.on),
        ...(entry.mine === 'owed' ? { alarms: [alarm(common.title, HOURS_BEFORE_MIDNIGHT)] } : {}),
      };
  }
}

/** As dates alone; the standard's end is the day after. */
const wholeDays = (first: Day, last: Day) => ({
  start: dateOf(first),
  end: dateOf(addDays(last, 1)),
  transp: 'TRANSPARENT' as const,
});

function dateOf(day: Day): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

const alarm = (description: string, hours: number) => ({
  action: 'display' as const,
  description,
  trigger: { hours, before: true },
});

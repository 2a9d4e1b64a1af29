import type { EventAttributes } from 'ics';
import type { CalendarEntry } from '../core/calendar-entry.ts';
import { calendarText } from '../text/calendar.ts';

/** At eight in the morning of the day before. */
const HOURS_BEFORE_MIDNIGHT = 16;

/** A calendar file; each deadline keeps its identity, so that one that moved moves in the reader's calendar too. */
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
  const [year = 0, month = 0, day = 0] = entry.on.split('-').map(Number);
  const title = calendarText.title(entry);
  return {
    uid: `${entry.deadlineId}@tro-ly-khoi`,
    start: [year, month, day],
    duration: { days: 1 },
    title,
    description: calendarText.description(entry),
    transp: 'TRANSPARENT',
    ...(entry.mine === 'owed'
      ? {
          alarms: [
            {
              action: 'display' as const,
              description: title,
              trigger: { hours: HOURS_BEFORE_MIDNIGHT, before: true },
            },
          ],
        }
      : {}),
  };
}

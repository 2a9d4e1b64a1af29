import { calendarOf } from '../src/core/bloc-calendar.ts';
import { type Calendar, createCalendar } from '../src/core/calendar.ts';
import { type CalendarDay, knownCalendarDays } from '../src/core/holidays.ts';
import { decidedDays, knownDays } from './holidays.ts';
import { holiday } from './schema/system.ts';
import type { Tx } from './tx.ts';

/** The days this release knows go into the table; what an operator has entered since stays. */
export async function loadHolidays(tx: Tx): Promise<void> {
  await tx
    .insert(holiday)
    .values([...knownCalendarDays])
    .onConflictDoNothing();
}

/** Calendars without reading the common days for each: those change with a release or by an operator's hand. */
export interface Calendars {
  /** As the entered bloc sees it. */
  of(tx: Tx, blocId: number): Promise<Calendar>;
  /** The common days are read again at the next occasion. */
  refresh(): void;
}

export function createCalendars(db: Tx): Calendars {
  let common: Promise<{ days: CalendarDay[]; calendar: Calendar }> | null = null;
  const read = async () => {
    const days = await knownDays(db);
    return { days, calendar: createCalendar(days, new Map()) };
  };
  const refresh = () => {
    common = null;
  };
  return {
    async of(tx, blocId) {
      common ??= read();
      // Where reading fails, the next one tries again.
      common.catch(refresh);
      const [{ days, calendar }, decided] = await Promise.all([common, decidedDays(tx, blocId)]);
      return decided.size === 0 ? calendar : calendarOf({ days, decided });
    },
    refresh,
  };
}

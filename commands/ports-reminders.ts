import type { Day } from '../src/core/day.ts';
import type { DayDecision, HolidayFacts } from '../src/core/holiday-questions.ts';
import type { PolicyChange, PolicyPatch } from '../src/core/reminder-change.ts';

/** Somebody away from `from` to `to`, both included. */
export interface AbsenceFacts {
  id: string;
  personId: string;
  personName: string;
  standInId: string;
  standInName: string;
  from: Day;
  to: Day;
}

/** When and to whom the bloc's reminders go. */
export interface ReminderPorts {
  change(patch: PolicyPatch): Promise<PolicyChange>;
  hasGroup(): Promise<boolean>;
  /** What the bots that speak to the bloc have sent this month, where their platform counts. */
  spent(): Promise<{ platform: string; sent: number; limit: number }[]>;
  holidays(): Promise<HolidayFacts>;
  decideDay(day: Day, what: DayDecision): Promise<void>;
  /** Not over yet, the next to begin first. */
  absences(): Promise<AbsenceFacts[]>;
  addAbsence(given: { personId: string; standInId: string; from: Day; to: Day }): Promise<string>;
  endAbsence(id: string): Promise<void>;
  /**
   * Takes one of the `most` reminders by hand of a deadline on the day of `at`: said by this turn where `at` is now,
   * else by the tick when it is time. `again`: there is one at that very time already.
   */
  takeNudge(deadlineId: string, at: Date, most: number): Promise<'taken' | 'again' | 'full'>;
}

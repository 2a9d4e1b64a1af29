import type { Day } from './day.ts';
import { dayOf } from './day.ts';
import { CATCH_UP_MS } from './reminder-plan.ts';

/** What any planner makes: a moment with a name under which it happens once. */
export interface Planned {
  key: string;
  /** The day it was meant for. */
  day: Day;
  at: Date;
}

/** What is known of a slot stored earlier. */
export interface StoredDue extends Planned {
  done: boolean;
}

export interface DueDiff<Item extends Planned> {
  insert: Item[];
  /** Not yet done and now at another time. */
  move: Item[];
  /** Keys. */
  remove: string[];
}

/**
 * What to change so that the stored slots are those of a fresh plan. Slots older than the catch-up time are no
 * longer planned, so their absence says nothing: they stay until they are claimed, and `decideDue` drops or folds them.
 */
export function diffDue<Item extends Planned>(
  wanted: readonly Item[],
  stored: readonly StoredDue[],
  now: Date,
  catchUpMs = CATCH_UP_MS,
): DueDiff<Item> {
  const known = new Map(stored.map(row => [row.key, row]));
  const keys = new Set(wanted.map(item => item.key));
  const oldest = dayOf(new Date(now.getTime() - catchUpMs));
  return {
    insert: wanted.filter(item => !known.has(item.key)),
    move: wanted.filter(item => {
      const row = known.get(item.key);
      // A slot whose time has come may have been postponed: its stored time holds.
      return row && !row.done && item.at > now && row.at.getTime() !== item.at.getTime();
    }),
    remove: stored.filter(row => !row.done && !keys.has(row.key) && row.day > oldest).map(row => row.key),
  };
}

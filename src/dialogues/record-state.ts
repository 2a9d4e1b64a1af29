import { z } from 'zod';
import { type Day, isDay } from '../core/day.ts';
import type { Lateness } from '../core/deadline.ts';
import type { ScoreEffect } from '../core/score-effect.ts';
import { DOCUMENT_NUMBER_MAX } from '../text/document-line.ts';
import type { NamedUnit } from '../text/find-units.ts';

/** A unit that owes the report, and what of it came in so far. */
export interface RecordParty {
  obligationId: string;
  unitId: string;
  unitName: string;
  /** 0: nothing yet. */
  version: number;
  /** `handed_in` by the unit itself: nobody writes over that. A record of ours may be put right. */
  state: 'open' | 'sent_back' | 'recorded' | 'handed_in';
  /** Where the unit was given longer than the others. */
  extendedTo?: Day | null;
}

export interface RecordGroup {
  deadlineId: string;
  title: string;
  dueOn: Day | null;
  parties: RecordParty[];
}

export interface RecordFacts {
  today: Day;
  words: string;
  units: readonly NamedUnit[];
  /** Nearest day first. */
  groups: readonly RecordGroup[];
  /** How it would count if it was sent on that day; null where no day is due. */
  judge(obligationId: string, sentOn: Day): Lateness | null;
  /** What it would come to in points, by obligation and day; null: nothing is scored yet. */
  effect(sent: ReadonlyMap<string, Day>): ScoreEffect | null;
}

export type RecordEffect = {
  kind: 'record';
  deadlineId: string;
  entries: { obligationId: string; unitId: string; replaces: number; number: string | null; date: Day }[];
};

const dayValue = z.custom<Day>(value => typeof value === 'string' && isDay(value));

const entrySchema = z.strictObject({
  unitId: z.string(),
  number: z.string().max(DOCUMENT_NUMBER_MAX).nullable(),
  /** Asked about, and there is none. */
  noNumber: z.boolean(),
  date: dayValue.nullable(),
  /** The version that was there when this was shown. */
  replaces: z.int().nonnegative(),
});
export type RecordEntry = z.infer<typeof entrySchema>;

export const recordStateSchema = z.strictObject({
  /** Raised by every change, so that a button under an older preview records nothing. */
  rev: z.int().nonnegative(),
  deadlineId: z.string().nullable(),
  /** What else was typed, by which the deadlines offered are narrowed. */
  words: z.string().max(100),
  entries: z.array(entrySchema).max(100),
  /** More units are being named, though there are some. */
  adding: z.boolean(),
  /** Of the list that is offered. */
  page: z.int().nonnegative(),
});
export type RecordState = z.infer<typeof recordStateSchema>;

export type RecordStep =
  | { at: 'deadline' }
  | { at: 'units' }
  | { at: 'number' | 'date'; entry: RecordEntry }
  | { at: 'confirm' };

/** What is missing, in the order in which it is asked. */
export function stepOf(state: RecordState): RecordStep {
  if (state.deadlineId === null) return { at: 'deadline' };
  if (state.entries.length === 0 || state.adding) return { at: 'units' };
  const nameless = state.entries.find(entry => entry.number === null && !entry.noNumber);
  if (nameless) return { at: 'number', entry: nameless };
  const undated = state.entries.find(entry => entry.date === null);
  return undated ? { at: 'date', entry: undated } : { at: 'confirm' };
}

export const mayRecord = ({ state }: RecordParty): boolean => state !== 'handed_in';

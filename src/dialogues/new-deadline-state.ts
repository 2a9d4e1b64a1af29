import { z } from 'zod';
import type { Boundary } from '../core/boundary.ts';
import type { Day } from '../core/day.ts';
import { type DeadlineKind, deadlineKinds, isHandedIn } from '../core/deadline.ts';
import type { Around } from '../core/deadline-change.ts';
import { boundarySchema, everies } from '../core/recurrence.ts';
import { guessKind } from '../text/deadline-line.ts';
import type { NewDeadlineShown } from '../text/new-deadline.ts';
import type { NamedUnit, Who } from '../text/who-words.ts';

export interface NewDeadlineFacts extends Around {
  today: Day;
  units: readonly NamedUnit[];
  /** Titles there are already. */
  titles: readonly string[];
  /** The last day on which what recurs falls due; null: no year is open to put it in. */
  until: Day | null;
  /** What was typed after the command; empty after the first step. */
  words: string;
}

export interface NewDeadlineEffect {
  kind: 'add';
  shown: NewDeadlineShown;
  /** How the term was worded. */
  ruleText: string;
}

/** Characters. */
export const TITLE_MAX = 200;

const whoSchema: z.ZodType<Who> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'bloc', 'both']) }),
  z.strictObject({ kind: z.literal('units'), unitIds: z.array(z.string()).min(1) }),
]);

const draftSchema = z.strictObject({
  /** Raised by every change, so that a button under an older look ahead does nothing. */
  rev: z.int().nonnegative(),
  title: z.string().max(TITLE_MAX).nullable(),
  kind: z.enum(deadlineKinds).nullable(),
  /** `unstated`: said to have no date yet. */
  boundary: boundarySchema.nullable(),
  every: z.enum(everies).nullable(),
  hour: z.boolean(),
  ruleText: z.string().max(TITLE_MAX),
  who: whoSchema.nullable(),
  recipient: z.string().max(TITLE_MAX).nullable(),
});
export type NewDraft = z.infer<typeof draftSchema>;

export const newDeadlineStateSchema = z.discriminatedUnion('at', [
  z.strictObject({
    at: z.enum(['title', 'kind', 'when', 'who', 'recipient', 'edit', 'review']),
    draft: draftSchema,
  }),
  /** What was typed can be read in several ways. */
  z.strictObject({
    at: z.literal('reading'),
    readings: z.array(boundarySchema).min(1).max(4),
    draft: draftSchema,
  }),
]);
export type NewDeadlineState = z.infer<typeof newDeadlineStateSchema>;
export type Place = NewDeadlineState['at'];

export const emptyNewDraft: NewDraft = {
  rev: 0,
  title: null,
  kind: null,
  boundary: null,
  every: null,
  hour: false,
  ruleText: '',
  who: null,
  recipient: null,
};

const kindOf = ({ kind, title }: NewDraft): DeadlineKind | null =>
  kind ?? (title === null ? null : guessKind(title));

/** The first thing still to be asked. */
export function nextPlace(draft: NewDraft): Exclude<Place, 'reading' | 'recipient' | 'edit'> {
  if (draft.title === null) return 'title';
  const kind = kindOf(draft);
  if (kind === null) return 'kind';
  if (draft.boundary === null) return 'when';
  return isHandedIn(kind) && draft.who === null ? 'who' : 'review';
}

/** Everything that is needed, or null where something is to be asked. */
export function shownOf(draft: NewDraft): NewDeadlineShown | null {
  const { title, boundary, every, hour, recipient } = draft;
  const kind = kindOf(draft);
  if (nextPlace(draft) !== 'review' || title === null || kind === null || boundary === null) return null;
  return { title, kind, boundary, every, hour, who: draft.who ?? { kind: 'all' }, recipient };
}

export const undated = (ruleText: string): Boundary => ({ kind: 'unstated', ruleText });

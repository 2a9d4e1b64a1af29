import { z } from 'zod';
import { dueOf } from '../core/boundary.ts';
import type { Day } from '../core/day.ts';
import {
  type Around,
  type Change,
  isExtendable,
  type LiveDeadline,
  recordsAfter,
} from '../core/deadline-change.ts';
import type { Duty } from '../core/duty.ts';
import { boundarySchema } from '../core/recurrence.ts';
import { type ScoreEffect, scoreEffect } from '../core/score-effect.ts';
import type { TallyInput } from '../core/scoring-tally.ts';
import type { ChangeShown, Op } from '../text/deadline-change.ts';
import type { NamedUnit } from '../text/who-words.ts';

export interface ChangeFacts extends Around {
  today: Day;
  units: readonly NamedUnit[];
  /** In the order of `/han`, so that a number means the same in both. */
  deadlines: readonly LiveDeadline[];
  /** What was typed after the command; empty after the first step. */
  words: string;
  /** Null before the season has a score table. */
  scoring: TallyInput | null;
}

export interface ChangeDone {
  kind: 'change';
  deadline: LiveDeadline;
  shown: ChangeShown;
  change: Change;
  draft: ChangeDraft;
}

/** Characters. */
export const WORDS_MAX = 200;

const draftSchema = z.strictObject({
  /** Raised by every change, so that a button under an older look ahead does nothing. */
  rev: z.int().nonnegative(),
  deadlineId: z.string().nullable(),
  /** The revision that was shown: another by then is shown first. */
  revision: z.int().nonnegative(),
  boundary: boundarySchema.nullable(),
  hour: z.boolean(),
  ruleText: z.string().max(WORDS_MAX),
  title: z.string().max(WORDS_MAX).nullable(),
  /** Obligations that get more time. */
  extended: z.array(z.string()),
  reason: z.string().max(WORDS_MAX).nullable(),
  /** Of a recurring one: whether those to come go too. */
  later: z.boolean().nullable(),
});
export type ChangeDraft = z.infer<typeof draftSchema>;

export const changeStateSchema = z.discriminatedUnion('at', [
  /** `among`: the deadlines that the words could mean; empty for all. */
  z.strictObject({
    at: z.literal('choose'),
    page: z.int().nonnegative(),
    among: z.array(z.string()),
    draft: draftSchema,
  }),
  z.strictObject({ at: z.enum(['units', 'value', 'reason', 'scope', 'review']), draft: draftSchema }),
  z.strictObject({
    at: z.literal('reading'),
    readings: z.array(boundarySchema).min(1).max(4),
    draft: draftSchema,
  }),
]);
export type ChangeState = z.infer<typeof changeStateSchema>;

export const emptyChange: ChangeDraft = {
  rev: 0,
  deadlineId: null,
  revision: 0,
  boundary: null,
  hour: false,
  ruleText: '',
  title: null,
  extended: [],
  reason: null,
  later: null,
};

export const chosenOf = ({ deadlineId }: ChangeDraft, facts: ChangeFacts): LiveDeadline | null =>
  facts.deadlines.find(one => one.deadlineId === deadlineId) ?? null;

/** Those that the command can be used on. */
export const candidates = (op: Op, facts: ChangeFacts): LiveDeadline[] =>
  facts.deadlines.filter(one => op !== 'extend' || isExtendable(one));

/** The first thing still to be asked. */
export function nextPlace(
  op: Op,
  draft: ChangeDraft,
  deadline: LiveDeadline,
): Exclude<ChangeState['at'], 'choose' | 'reading'> {
  if (op === 'extend' && dutiesOf(draft, deadline).length === 0) return 'units';
  if (op !== 'cancel' && draft.boundary === null && draft.title === null) return 'value';
  if (op !== 'move' && draft.reason === null) return 'reason';
  const goesOn = deadline.recurrence !== null && !deadline.recurrence.ended;
  return op === 'cancel' && goesOn && draft.later === null ? 'scope' : 'review';
}

const dayOfDraft = ({ boundary }: ChangeDraft) => {
  const due = boundary && dueOf(boundary);
  return due?.kind === 'dated' ? due : null;
};

export const dutiesOf = ({ extended }: ChangeDraft, deadline: LiveDeadline): Duty[] =>
  deadline.duties.filter(duty => extended.includes(duty.obligationId));

/** The change a complete draft asks for, in the words of the preview and for the arithmetic. */
export function changeOf(
  op: Op,
  draft: ChangeDraft,
  deadline: LiveDeadline,
): { shown: ChangeShown; change: Change } {
  const due = dayOfDraft(draft);
  const reason = draft.reason ?? '';
  switch (op) {
    case 'move': {
      const none = { dueOn: null, dueBefore: null, window: null, precision: null };
      const shown = { op, title: draft.title, term: draft.boundary ? (due ?? none) : null };
      const dueOn = draft.boundary ? (due?.dueOn ?? null) : deadline.dueOn;
      return { shown, change: { kind: 'move', dueOn } };
    }
    case 'extend': {
      const duties = dutiesOf(draft, deadline);
      const dueOn = due?.dueOn ?? deadline.dueOn;
      if (dueOn === null) throw new Error('an extension without a day');
      const obligationIds = duties.map(duty => duty.obligationId);
      return { shown: { op, duties, dueOn, reason }, change: { kind: 'extend', obligationIds, dueOn } };
    }
    case 'cancel':
      return { shown: { op, reason, later: draft.later === true }, change: { kind: 'cancel' } };
  }
}

/** What a change would do to the points. */
export function scoresAfter(deadline: LiveDeadline, change: Change, facts: ChangeFacts): ScoreEffect {
  if (!facts.scoring) return { locked: false, affected: [] };
  return scoreEffect(facts.scoring, recordsAfter(deadline, change, facts.now));
}

import { z } from 'zod';
import { type BlocDraft, MAX_UNITS } from '../core/bloc-sheet.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { blocLabels, blocLevels } from '../core/new-bloc.ts';
import type { Proposal, SeasonFacts } from '../core/plan-diff.ts';
import type { PlanDraft } from '../core/plan-draft.ts';
import { planEditSchema } from '../core/plan-edit.ts';
import { boundarySchema } from '../core/recurrence.ts';
import type { NamedUnit } from '../text/who-words.ts';
import type { ReceivedFile, Step } from './dialogue.ts';
import { setupStateSchema } from './setup-state.ts';

const blocSchema: z.ZodType<BlocDraft> = z.strictObject({
  name: z.string(),
  label: z.enum(blocLabels),
  year: z.int(),
  councilName: z.string(),
  level: z.enum(blocLevels),
  area: z.string(),
  units: z
    .array(
      z.strictObject({
        name: z.string(),
        shortName: z.string().nullable(),
        role: z.enum(['lead', 'deputy', 'member']),
      }),
    )
    .max(MAX_UNITS),
});

/** What was answered so far; the document's own facts are read from its row each time. */
const under = {
  documentId: z.string(),
  /** The bloc to be created; null: it stands. */
  bloc: blocSchema.nullable(),
  edits: z.array(planEditSchema),
};

export const planStateSchema = z.discriminatedUnion('at', [
  /** Waiting for the document: a file, or its text in one or several messages. */
  z.strictObject({ at: z.literal('document'), parts: z.array(z.string()) }),
  /** A new bloc's name, council and units: the questions of `/thiet_lap`, begun with what the plan says. */
  z.strictObject({ at: z.literal('bloc'), documentId: z.string(), setup: setupStateSchema }),
  z.strictObject({ at: z.literal('review'), ...under }),
  /** One item's open question; `readings`: what was typed can be read in several ways. */
  z.strictObject({
    at: z.literal('question'),
    no: z.int(),
    readings: z.array(boundarySchema),
    ...under,
  }),
  /** About to be given up, with corrections already made. */
  z.strictObject({ at: z.literal('leaving'), ...under }),
  /** Another document came meanwhile: `documentId` is the new one, `before` what was under review. */
  z.strictObject({ at: z.literal('replacing'), documentId: z.string(), before: z.strictObject(under) }),
  /** Grave mistakes of the document, to be acknowledged before anything is created. */
  z.strictObject({ at: z.literal('warnings'), ...under }),
]);
export type PlanState = z.infer<typeof planStateSchema>;
export type UnderReview = Extract<PlanState, { at: 'review' | 'question' | 'warnings' | 'leaving' }>;

/** A file of this event as its words were read; `problem` is a code where they could not be. */
export interface ReadDocument {
  file: ReceivedFile;
  words: string | null;
  problem: string | null;
}

export interface PlanFacts {
  today: Day;
  calendar: Calendar;
  /** No bloc stands yet: the plan is to create one. */
  fresh: boolean;
  blocName: string;
  words: string;
  /** Files that came with this very message. */
  documents: readonly ReadDocument[];
  /** The id that a document read now is kept under. */
  newId: string;
  /** Text → what it says; null: no plan of emulation. Always the same for the same text. */
  read(text: string): PlanDraft | null;
  /** The document under review. */
  draft: PlanDraft | null;
  /** The document that was taken over last. */
  previous: PlanDraft | null;
  /** When documents were taken over before, by the SHA-256 of their bytes. */
  applied: ReadonlyMap<string, Day>;
  season: SeasonFacts;
  units: readonly NamedUnit[];
}

export type PlanEffect =
  /** Keeps the document; `text` only of one that was pasted. */
  | { kind: 'keep'; documentId: string; text: string; files: readonly ReceivedFile[] }
  | {
      kind: 'create';
      documentId: string;
      bloc: BlocDraft | null;
      proposals: Proposal[];
    }
  /** The bloc that was being set up is given up. */
  | { kind: 'abandon' };

export type PlanStep = Step<PlanState, PlanEffect>;
export type PlanAsked = Extract<PlanStep, { kind: 'ask' }>;

import { z } from 'zod';
import { type Day, isDay } from '../core/day.ts';
import type { Channel } from '../core/duty.ts';
import { DOCUMENT_NUMBER_MAX } from '../text/document-line.ts';
import type { ReceivedFile } from './dialogue.ts';

export interface OpenObligation {
  id: string;
  title: string;
  /** Null: the bloc itself owes it; `unitName` is then the bloc's. */
  unitId: string | null;
  unitName: string;
  dueOn: Day | null;
  /** 0: not overdue. */
  overdueDays: number;
  /** What was handed in already, by whomever of the unit. */
  submitted: { version: number; receiptNo: number; at: Date; channel?: Channel; mayReplace: boolean } | null;
  /** The newest version was sent back: to be handed in again, with what it held ready to be changed. */
  returned?: ReturnedReport | null;
}

export interface ReturnedReport {
  version: number;
  reason: string;
  files: ReceivedFile[];
  documentNumber: string | null;
  documentDate: Day | null;
  summary: string | null;
}

export interface ReportFacts {
  now: Date;
  today: Day;
  /** All that the person may hand in, for every unit they act for. */
  open: readonly OpenObligation[];
  maxFiles: number;
  /** What was typed after the command, "quý 3"; empty after the first step. */
  words: string;
}

export type ReportEffect = {
  kind: 'submit';
  obligationId: string;
  /** The version the person agreed to replace; null: the first. Another one by then is to be refused. */
  replaces: number | null;
  files: ReceivedFile[];
  documentNumber: string | null;
  documentDate: Day | null;
  summary: string | null;
};

/** Characters. */
export const SUMMARY_MAX = 1000;

const dayValue = z.custom<Day>(value => typeof value === 'string' && isDay(value));

const draftSchema = z.strictObject({
  /** Raised by every change, so that a button under an older review confirms nothing. */
  rev: z.int().nonnegative(),
  files: z.array(
    z.strictObject({ sha256: z.string(), name: z.string(), mime: z.string(), size: z.number() }),
  ),
  number: z.string().max(DOCUMENT_NUMBER_MAX).nullable(),
  date: dayValue.nullable(),
  summary: z.string().max(SUMMARY_MAX),
});
export type Draft = z.infer<typeof draftSchema>;

const forObligation = {
  obligationId: z.string(),
  replaces: z.int().positive().nullable(),
  draft: draftSchema,
};

export const reportStateSchema = z.discriminatedUnion('at', [
  /** `words` narrow the list. */
  z.strictObject({
    at: z.literal('choose'),
    page: z.int().nonnegative(),
    words: z.string().max(60),
    draft: draftSchema,
  }),
  z.strictObject({ at: z.literal('replace'), obligationId: z.string(), draft: draftSchema }),
  z.strictObject({ at: z.literal('collect'), ...forObligation }),
  /** `doubt`: a date that exists but is odd; null: none was understood. */
  z.strictObject({
    at: z.literal('date'),
    ...forObligation,
    doubt: dayValue.nullable(),
    next: z.enum(['collect', 'review']),
  }),
  z.strictObject({ at: z.literal('review'), ...forObligation }),
]);
export type ReportState = z.infer<typeof reportStateSchema>;
export type Chosen = Extract<ReportState, { at: 'collect' | 'date' | 'review' }>;

export const emptyDraft: Draft = { rev: 0, files: [], number: null, date: null, summary: '' };

/** A summary alone proves nothing: a file or a document's number is needed. */
export function isReady(draft: Draft): boolean {
  return draft.files.length > 0 || draft.number !== null;
}

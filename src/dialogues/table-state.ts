import { z } from 'zod';
import type { Day } from '../core/day.ts';
import type { ScoreTable } from '../core/score-table.ts';
import { tableEditSchema } from '../core/table-edit.ts';
import type { TableDraft } from '../core/table-proposal.ts';
import type { ReceivedFile, Step } from './dialogue.ts';

/** What was said so far; what the workbook says is read from its draft each time. */
const under = { draftId: z.string(), edits: z.array(tableEditSchema).max(2000) };

export const tableStateSchema = z.discriminatedUnion('at', [
  /** A workbook is awaited, or the table that holds is to be changed. */
  z.strictObject({ at: z.literal('start') }),
  /** The workbook has several tables. */
  z.strictObject({
    at: z.literal('sheet'),
    drafts: z.array(z.strictObject({ draftId: z.string(), sheet: z.string(), criteria: z.int() })).max(8),
  }),
  z.strictObject({ at: z.literal('review'), ...under }),
  /** One open question, by its id. */
  z.strictObject({ at: z.literal('question'), ask: z.string(), ...under }),
  /** What is left as it is, to be acknowledged before the table holds. */
  z.strictObject({ at: z.literal('warnings'), ...under }),
]);
export type TableState = z.infer<typeof tableStateSchema>;
export type UnderReview = Extract<TableState, { at: 'review' | 'question' | 'warnings' }>;

/** A file of this event; `tables` null where it is none that can be read. */
export interface ReadTable {
  file: ReceivedFile;
  tables: TableDraft[] | null;
  /** Why it could not be read, as a code. */
  problem: string | null;
}

export interface StandingTable {
  version: number;
  table: ScoreTable;
  madeOn: Day;
  /** Null: loaded by the operator. */
  byName: string | null;
  fileName: string | null;
  /** Units that have begun to score themselves by it. */
  begun: number;
  /** Scoring by it has gone so far that it holds for the season. */
  fixed: boolean;
}

export interface TableFacts {
  words: string;
  year: number;
  standing: StandingTable | null;
  /** Files that came with this very message. */
  incoming: readonly ReadTable[];
  /** Those that the conversation is about, by their ids. */
  drafts: ReadonlyMap<string, TableDraft>;
  /** What a rule may look at. */
  deadlines: readonly { id: string; title: string }[];
  /** Enough of them for the drafts that this message may bring. */
  newIds: readonly string[];
}

export type TableEffect =
  | { kind: 'keep'; drafts: { draftId: string; draft: TableDraft; file: ReceivedFile | null }[] }
  | { kind: 'create'; draftId: string; table: ScoreTable }
  | { kind: 'send'; what: 'table_template' | 'score_sheet' };

export type TableStep = Step<TableState, TableEffect>;
export type TableAsked = Extract<TableStep, { kind: 'ask' }>;

import { z } from 'zod';
import type { TableProblem } from './check-table.ts';
import { pointsSchema } from './points-schema.ts';
import { ruleRefSchema, type ScoreTable, scoreTableSchema } from './score-table.ts';

/** Where something was read, and its words. */
const cellSchema = z.strictObject({ sheet: z.string(), cell: z.string(), text: z.string() });
export type CellEvidence = z.infer<typeof cellSchema>;

/** What a sentence leaves unsaid of the rule that it states. */
export const ruleGaps = ['day_kind', 'several', 'reports'] as const;
export type RuleGap = (typeof ruleGaps)[number];

/** A rule that a sentence seems to state. A person takes it or leaves it; `open` is what the sentence leaves unsaid. */
const hint = { rule: ruleRefSchema, open: z.array(z.enum(ruleGaps)) };
export type RuleHint = z.infer<z.ZodObject<typeof hint>>;

const proposalSchema = z.strictObject({ ...hint, key: z.string(), no: z.string(), at: cellSchema });
export type RuleProposal = z.infer<typeof proposalSchema>;

const questionSchema = z.discriminatedUnion('code', [
  /** `proposed`: of a group what its parts come to, which stands until somebody says otherwise. */
  z.strictObject({
    code: z.literal('max_missing'),
    key: z.string(),
    no: z.string(),
    proposed: pointsSchema.nullable(),
    at: cellSchema,
  }),
  z.strictObject({ code: z.literal('max_unclear'), key: z.string(), no: z.string(), at: cellSchema }),
  z.strictObject({ code: z.literal('line_unclear'), at: cellSchema }),
  z.strictObject({
    code: z.literal('total_differs'),
    printed: pointsSchema,
    sum: pointsSchema,
    at: cellSchema,
  }),
  z.strictObject({ code: z.literal('other_sheets'), sheets: z.array(z.string()) }),
]);
export type TableQuestion = z.infer<typeof questionSchema>;

/** A table as it was read: a person looks through it before it is anybody's score table. */
export const tableDraftSchema = z.strictObject({
  /** The workbook's sheet; null: begun from the table that holds. */
  sheet: z.string().nullable(),
  table: scoreTableSchema,
  /** Where each criterion stands, by its key. */
  evidence: z.record(z.string(), cellSchema),
  questions: z.array(questionSchema),
  /** Rules that sentences state: proposed, never assumed. Until one is taken the criterion is scored by hand. */
  rules: z.array(proposalSchema),
});
export type TableDraft = z.infer<typeof tableDraftSchema>;

export interface TableProposal extends TableDraft {
  sheet: string;
  /** What does not add up or is in doubt: told, and left as it is. */
  problems: TableProblem[];
}

/** The table that holds, to be changed. */
export const draftOfTable = (table: ScoreTable): TableDraft => ({
  ...{ sheet: null, table, evidence: {}, questions: [], rules: [] },
});

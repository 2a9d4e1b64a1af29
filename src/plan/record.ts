import { z } from 'zod';
import { blocLevels } from '../core/new-bloc.ts';
import {
  anomaly,
  awardForm,
  campaign,
  confidences,
  day,
  deadline,
  memberUnit,
  milestone,
  namedUnit,
  parentDocument,
  question,
  quota,
  responsibility,
  signer,
  target,
  unresolvedDeadline,
} from './record-parts.ts';

/**
 * Whose plan it is. Only a `bloc_plan` sets up a bloc by itself; a member's own plan names its bloc at most, an
 * authority's plan concerns every bloc below it.
 */
const scopes = [
  'bloc_plan',
  'member_unit_plan',
  'authority_plan',
  /** A plan, but not of emulation. */
  'other_plan',
  'not_a_plan',
] as const;

/** Lines from 1; the words themselves stand in `evidence` under the same name. */
const place = z.object({
  line: z.int().positive(),
  last_line: z.int().positive(),
  confidence: z.enum(confidences),
  because: z.string().optional(),
});

const list = <T extends z.ZodType>(of: T) => z.array(of).default([]);

export const planRecordSchema = z.object({
  document_number: z.string().nullable(),
  document_number_raw: z.string().optional(),
  document_symbol: z.string().nullable(),
  doc_type: z.string().nullable(),
  title: z.string().nullable(),
  /** Only where day, month and year are all printed. */
  issue_date: day.nullable(),
  issue_date_precision: z.enum(['day', 'month', 'year', 'none']),
  /** `YYYY-MM`. */
  issue_month: z.string().optional(),
  /** The latest dated document that is cited. */
  issue_date_lower_bound: day.nullable(),
  issue_place: z.string().nullable(),
  issuing_body: z.string().nullable(),
  signer: signer.nullable(),
  bloc_name: z.string().nullable(),
  bloc_name_raw: z.string().optional(),
  scope: z.enum(scopes).optional(),
  level: z.enum(blocLevels).nullable(),
  parent_area: z.string().optional(),
  year: z.int().nullable(),
  multi_year: z.object({ first: z.int(), last: z.int() }).optional(),
  formation: z
    .object({ number: z.string().nullable(), date: day.nullable(), body: z.string().nullable() })
    .optional(),
  parent_documents: list(parentDocument),
  addressed_to: list(z.string()),
  member_units: list(memberUnit),
  leader: namedUnit.nullable(),
  deputy: namedUnit.nullable(),
  period_start: day.nullable(),
  period_end: day.nullable(),
  period_note: z.string().nullable().default(null),
  deadlines: list(deadline),
  unresolved_deadlines: list(unresolvedDeadline),
  targets: list(target),
  unquantified_targets: list(z.string()),
  quota_requirements: list(quota),
  awards: list(awardForm),
  milestones: list(milestone),
  campaigns: list(campaign),
  responsibilities: list(responsibility),
  evidence: z.record(z.string(), z.string()).default({}),
  evidence_at: z.record(z.string(), place).default({}),
  anomalies: list(anomaly),
  importer_must_ask: list(z.string()),
  questions: list(question),
  source_file: z.string().optional(),
});

/** What a plan document says, each fact with the words it comes from: the result of `readPlan(text: string): PlanRecord`. */
export type PlanRecord = z.infer<typeof planRecordSchema>;

import { z } from 'zod';
import { type Day, isDay } from '../core/day.ts';
import { deadlineKinds } from '../core/deadline.ts';

/** The parts of a plan record (docs/plans.md). Keys as in the JSON that `npm run plan` prints. */

export const day = z.custom<Day>(value => typeof value === 'string' && isDay(value), 'not_a_day');
/** The line of the text, from 1, where the quoted words begin; null for what is not in the text. */
const line = z.int().positive().nullable().default(null);
/** `certain`: said. `likely`: concluded from other words. `doubtful`: to be looked at by a person. */
export const confidences = ['certain', 'likely', 'doubtful'] as const;
const confidence = z.enum(confidences).optional();
/** To be confirmed by a person. */
const needs_review = z.boolean().optional();
const note = z.string().optional();

export const parentDocument = z.object({
  number: z.string().nullable(),
  date: day.nullable(),
  body: z.string().nullable(),
  line,
});

const memberRoles = ['trưởng khối', 'phó trưởng khối', 'thành viên'] as const;

export const memberUnit = z.object({
  name: z.string(),
  role: z.enum(memberRoles),
  inferred: z.boolean().optional(),
  confidence,
  /** Other spellings of the same unit in the text. */
  aliases: z.array(z.string()).optional(),
  line,
});

export const namedUnit = z.object({
  name: z.string(),
  inferred: z.boolean().optional(),
  confidence,
  /** What it was concluded from. */
  because: z.string().optional(),
});

export const signer = z.object({
  name: z.string().nullable(),
  position: z.string().nullable(),
  capacity: z.string().nullable(),
});

const ruleKinds = [
  'before_day',
  'before_month',
  'before_year',
  'by_day',
  'during_month',
  'during_quarter',
  'during_year',
  'window',
  'before_day_yearly',
  'before_month_yearly',
  'by_day_yearly',
  'during_month_yearly',
  'during_quarter_yearly',
  'window_yearly',
  'quarter_next_year',
  'every_month',
  'every_quarter',
  'every_6_months',
  'relative_before_event',
  'relative_after_event',
  'duration_days',
  'duration_working_days',
] as const;

/** `MM-DD`. */
const dayOfYear = z.string().regex(/^\d{2}-\d{2}$/);
const month = z.int().min(1).max(12);

const recurrence = z.object({
  freq: z.enum(['yearly', 'half_yearly', 'quarterly', 'monthly']),
  month: month.optional(),
  /** The last day on time. */
  by_month: month.optional(),
  by_day: z.int().min(1).max(31).optional(),
  /** The first day that is too late. */
  before_month: month.optional(),
  before_day: z.int().min(1).max(31).optional(),
  from_: dayOfYear.optional(),
  to_: dayOfYear.optional(),
});

export const deadline = z.object({
  what: z.string(),
  /** The words of the text that set it. */
  rule_text: z.string(),
  /** The last calendar day that is certainly on time; null for a rule without a date of its own. */
  due_date: day.nullable(),
  kind: z.enum(deadlineKinds),
  rule_kind: z.enum(ruleKinds),
  due_before: day.optional(),
  /** `17:00`: an hour of the last day. */
  due_time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  /** The last working day on or before `due_date`. */
  practical_due: day.optional(),
  window_start: day.optional(),
  window_end: day.optional(),
  precision: z.enum(['day', 'month', 'quarter', 'year']).optional(),
  recurrence: recurrence.optional(),
  example_due_2026: day.optional(),
  offset_days: z.int().optional(),
  offset_kind: z.enum(['calendar', 'working', 'unknown']).optional(),
  who: z.string().optional(),
  /** The only units that owe it, by name. */
  only: z.array(z.string()).optional(),
  /** Everybody owes it but these. */
  except: z.array(z.string()).optional(),
  to: z.string().optional(),
  via: z.string().optional(),
  confidence,
  needs_review,
  note,
  line,
});

export const unresolvedDeadline = z.object({
  what: z.string(),
  rule_text: z.string(),
  why: z.string(),
  kind: z.enum(deadlineKinds).optional(),
  who: z.string().optional(),
  only: z.array(z.string()).optional(),
  except: z.array(z.string()).optional(),
  to: z.string().optional(),
  line,
});

const number = z.number();

export const target = z.object({
  text: z.string(),
  /** The whole sentence, where `text` is a part of it. */
  sentence: z.string().optional(),
  metric: z.string(),
  operator: z.enum(['=', '>=', '<=', '>', '<', 'between', 'approx', 'done']),
  value: z.union([number, z.tuple([number, number])]),
  unit: z.string(),
  /** `2026`, `2026-2030`; null where the text says none. */
  period: z.string().nullable().optional(),
  raw: z.string().optional(),
  due_date: day.nullable().optional(),
  due_before: day.optional(),
  /** A commitment of each: `đơn vị`. */
  per: z.string().optional(),
  direction: z.enum(['lower_is_better', 'higher_is_better']).optional(),
  confidence,
  needs_review,
  note,
  line,
});

export const quota = z.object({
  text: z.string(),
  scope: z.enum(['per_unit', 'per_bloc', 'whole', 'per_person']),
  operator: z.enum(['=', '>=', '<=', 'between']),
  value: z.union([number, z.tuple([number, number])]),
  unit: z.string(),
  /** The award that is counted; absent where it is a minimum of work. */
  award: z.string().optional(),
  bloc_total_min: number.optional(),
  needs_review,
  line,
});

/** Days that are marked, not days by which something is owed. */
export const milestone = z.object({ what: z.string(), date: day.nullable(), quote: z.string(), line });
export const campaign = z.object({ name: z.string(), days: z.int().nullable(), line });
export const awardForm = z.object({ form: z.string(), by: z.string().nullable(), quote: z.string(), line });
export const responsibility = z.object({
  who: z.string(),
  tasks: z.array(z.object({ text: z.string(), line })),
  line,
});

const severities = ['high', 'medium', 'low'] as const;

export const anomaly = z.object({
  /** high: must block or ask; medium: shown; low: normalised and noted. */
  severity: z.enum(severities),
  code: z.string(),
  /** A section as the text numbers it, `II.4`, or a part: header, signature, recipients, whole. */
  where: z.string(),
  /** Null where it is about something absent. */
  quote: z.string().nullable(),
  note: z.string(),
  line,
});

const questionCodes = [
  'number_and_date',
  'number',
  'issue_date',
  'member_list',
  'lead',
  'deputy',
  'confirm_lead',
  'report_dates',
  'reversed_range',
  'missing_sections',
  'later_years',
  'which_blocs',
  'bloc_of_unit',
  'score_table',
  'period',
  'year_of_date',
  'two_names',
  'citation',
] as const;

/** What a person is to be asked before the record is used. */
export const question = z.object({ code: z.enum(questionCodes), ask: z.string(), line });

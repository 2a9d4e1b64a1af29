import type { Day } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import type { Interval } from '../interval.ts';
import type { Points } from '../points.ts';

/** One report that a derived point looked at. */
export interface DutyReason {
  obligationId: string;
  title: string;
  dueOn: Day;
  /** The last instant on time. */
  cutOff: Date;
  /** The version that counts; null: nothing yet, so `daysLate` grows. */
  sentAt: Date | null;
  daysLate: number;
  points: Points;
}

/** What a rule saw and did: the facts that `/vi_sao` shows. The sentences are in src/text/reasons.ts. */
export type Reason =
  | { rule: 'manual'; facts: { points: Points } }
  | { rule: 'yes_no'; facts: { yes: boolean } }
  | { rule: 'levels'; facts: { level: string; name: string } }
  /** `band` null: the value lies outside all of them, and the table says what that gives. */
  | { rule: 'bands'; facts: { value: Decimal; band: Interval | null } }
  | { rule: 'ratio'; facts: { actual: Decimal; target: Decimal } }
  | { rule: 'ratio_over'; facts: { actual: Decimal; target: Decimal; cap: Points | null; capped: boolean } }
  | { rule: 'relative_to_leader'; facts: LeaderFacts }
  | { rule: 'sample'; facts: { count: number; of: number; each: Points } }
  | { rule: 'bonus_per_item'; facts: { count: number; each: Points; cap: Points; capped: boolean } }
  | { rule: 'penalty_per_occurrence'; facts: { count: number; each: Points; from: Points; stopped: boolean } }
  | { rule: 'late_days'; facts: { days: 'calendar' | 'working'; reports: DutyReason[]; waiting: number } }
  | { rule: 'missing_reports'; facts: { missing: string[]; of: number; waiting: number } }
  | { rule: 'gate'; facts: { open: boolean } }
  | { rule: 'knockout'; facts: { happened: boolean } };

export interface LeaderFacts {
  actual: Decimal;
  target: Decimal | null;
  /** Units of the largest excess over the target (or largest result, without one); none: nobody exceeds it. */
  leaders: string[];
  /** The leader's own numbers. */
  best: { actual: Decimal; target: Decimal | null } | null;
  /** Units that have not answered: until then the leader may change. */
  missing: string[];
}

/** Why a criterion has its points. */
export type Because = Reason & {
  version: number;
  /** Of the regulation, as the table names it. */
  clause: string | null;
  /** Who entered what the rule looked at; null: the bot's own records. */
  entered: { stage: string; version: number; by: string; byName: string; at: Date } | null;
  /** The gate that makes them 0 whatever was reached. */
  closedBy: { key: string; no: string; name: string } | null;
};

/** Why a criterion has no points yet. */
export type OpenReason =
  /** Nobody has answered. */
  | { code: 'no_answer' }
  /** The table leaves in doubt what this gives; a person must decide first. */
  | { code: 'undecided' }
  /** What stands in the sheet cannot stand there. */
  | { code: 'faulty' }
  /** No report that this looks at is due yet. */
  | { code: 'not_due' }
  /** The unit owes nothing that this looks at. */
  | { code: 'no_duties' };

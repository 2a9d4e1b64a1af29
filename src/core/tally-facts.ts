import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { CutOffRules, DeadlineKind } from './deadline.ts';
import type { Decimal } from './decimal.ts';
import type { Entry } from './sheet-value.ts';

/** An answer given in one stage of scoring: the unit's own, a verifier's, the final one. */
export interface StagedEntry extends Entry {
  unitId: string;
  stage: string;
}

/** An obligation of a unit as far as punctuality goes; the bot's own records, never typed in. */
export interface ScoredDuty {
  obligationId: string;
  deadlineId: string;
  kind: DeadlineKind;
  title: string;
  unitId: string;
  /** With the extension that holds; null: undated, so nothing is ever late. */
  dueOn: Day | null;
  /** Of the first version, whatever became of it. */
  firstSentAt: Date | null;
  /** Of the version that stands; null: none, or the newest was sent back and it is owed again. */
  sentAt: Date | null;
}

/** A number that only ranking looks at: an indicator, the votes of a ballot, the place that the lead gave. */
export interface Indicator {
  unitId: string;
  key: string;
  value: Decimal;
}

/** A reason not to consider a unit at all, whatever its points. */
export interface Knockout {
  unitId: string;
  reason: string;
  /** Who says so, by which document. */
  source: string;
}

/** Something that limits a unit's class, by the table's list: discipline of its head, say. */
export interface ClassEvent {
  unitId: string;
  event: string;
  /** Null: known from the sheet itself. */
  source: string | null;
}

/** All that a tally is made of. Nothing else is looked at, and no order in here makes a difference. */
export interface TallyFacts {
  /** First to last, up to the one that is tallied: where a later one has an entry, it holds. */
  stages: readonly string[];
  /** No unit can hand in its first stage any more: one without an entry never will. */
  selfScoreClosed: boolean;
  units: readonly { id: string; name: string }[];
  /** They handed in no first stage, and it is closed: not placed. */
  unsent?: readonly string[];
  entries: readonly StagedEntry[];
  duties: readonly ScoredDuty[];
  cutOff: { rules: CutOffRules; calendar: Calendar };
  indicators: readonly Indicator[];
  knockouts: readonly Knockout[];
  classEvents: readonly ClassEvent[];
}

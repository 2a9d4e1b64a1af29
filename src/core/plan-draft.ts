import type { UnitRole } from './bloc.ts';
import type { BlocLabel, BlocLevel } from './bloc-sheet.ts';
import { type Boundary, dueOf } from './boundary.ts';
import type { Day } from './day.ts';
import type { DeadlineKind } from './deadline.ts';
import type { obligedParties } from './new-bloc.ts';
import type { Among } from './plan-owing.ts';
import type { Every } from './recurrence.ts';

/** The words of a document that a fact comes from. */
export interface Evidence {
  /** From 1; null where the document's lines are unknown. */
  line: number | null;
  quote: string;
}

/** Why a person is to look at a fact again; null where it is plain. */
export type Doubt = string | null;

interface PlanFact {
  /** The item's number in the review, which it keeps whatever is dropped or added. */
  no: number;
  from: Evidence | null;
  doubt: Doubt;
}

export interface PlannedDeadline extends PlanFact {
  kind: 'deadline';
  title: string;
  deadlineKind: DeadlineKind;
  /** `unstated`: the document names no day, and none is made up. */
  boundary: Boundary;
  every: Every | null;
  obliged: (typeof obligedParties)[number];
  /** Of the units only these, or all but these; null: all of them. */
  among: Among | null;
  recipient: string | null;
  ruleText: string;
}

export const operators = ['=', '>=', '<=', '>', '<', 'between', 'approx', 'done'] as const;

/** One figure or a range, low first. */
export interface Figure {
  operator: (typeof operators)[number];
  low: number | null;
  high: number | null;
}

export interface PlannedTarget extends PlanFact, Figure {
  kind: 'target';
  /** Of `each_unit` it is a commitment. */
  scope: 'bloc' | 'each_unit';
  metric: string;
  measure: string | null;
  period: string | null;
  dueOn: Day | null;
  raw: string;
}

export interface PlannedMilestone extends PlanFact {
  kind: 'milestone';
  milestoneKind: 'anniversary' | 'event' | 'campaign';
  name: string;
  startsOn: Day | null;
  endsOn: Day | null;
}

export interface PlannedQuota extends PlanFact {
  kind: 'quota';
  award: string;
  scope: 'per_unit' | 'per_bloc' | 'whole' | 'per_person';
  operator: '=' | '>=' | '<=' | 'between';
  low: number;
  high: number | null;
  measure: string;
}

export type PlanItem = PlannedDeadline | PlannedTarget | PlannedMilestone | PlannedQuota;

/** What is wrong with the document itself; `high` ones are to be acknowledged before anything is created. */
export interface PlanWarning {
  severity: 'high' | 'medium';
  note: string;
  line: number | null;
  quote: string | null;
}

export interface PlannedUnit {
  name: string;
  role: UnitRole;
}

/** A plan document as the bot understood it: what a lead reviews before it becomes a season. */
export interface PlanDraft {
  /** As it is called: "Kế hoạch số 12/KH-KTĐ ngày 28/5/2026". */
  document: {
    kind: string;
    title: string | null;
    number: string | null;
    symbol: string | null;
    issuedOn: Day | null;
  };
  /** `bloc`: the plan of a bloc. `other`: of an authority or of a single unit; it sets up no bloc by itself. */
  scope: 'bloc' | 'other';
  sheet: {
    name: string | null;
    label: BlocLabel;
    year: number | null;
    level: BlocLevel | null;
    councilName: string | null;
    area: string | null;
  };
  units: PlannedUnit[];
  /** Words behind the bloc's own facts. */
  evidence: { name: Evidence | null; units: Evidence | null; lead: Evidence | null };
  items: PlanItem[];
  warnings: PlanWarning[];
}

/** Duties and events without a day, which the lead is asked about one by one. */
export const isUndated = (item: PlanItem): item is PlannedDeadline =>
  item.kind === 'deadline' && item.boundary.kind === 'unstated';

/** Its day has gone by. */
export function isPast(item: PlanItem, today: Day): boolean {
  const due = item.kind === 'deadline' ? dueOf(item.boundary) : null;
  return due?.kind === 'dated' && due.dueOn < today;
}

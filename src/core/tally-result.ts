import type { TableProblem } from './check-table.ts';
import type { Points } from './points.ts';
import type { Because, OpenReason } from './rules/reason.ts';
import type { Counts } from './rules/rule.ts';
import type { ValueFault } from './sheet-value.ts';
import type { ClassEvent, StagedEntry } from './tally-facts.ts';

export type LeafState = 'scored' | 'skipped' | 'open' | 'not_assigned';

export interface Sums {
  points: Points;
  /** Of the base that is assigned to the unit: what it could reach without bonuses. */
  max: Points;
  /** Of the base that is scored so far: what `points` is out of. */
  maxScored: Points;
  counts: { scored: number; skipped: number; open: number; notAssigned: number };
  /** Nothing is waiting for points any more. */
  complete: boolean;
  /** Something waits for points, or has points that other facts to come may still change. */
  provisional: boolean;
  /** Where the sum of the parts was limited, in the order it was done. */
  limits: Limit[];
}

/** `from` is what the parts came to. */
export interface Limit {
  by: 'bonus_cap' | 'penalty_cap' | 'total_cap' | 'floor';
  from: Points;
  to: Points;
}

interface Shown {
  key: string;
  no: string;
  name: string;
  /** By itself and by the groups above it. */
  countsAs: Counts;
}

export interface LeafTally extends Shown {
  kind: 'leaf';
  max: Points;
  state: LeafState;
  points: Points | null;
  /** Other facts to come may still change the points. */
  provisional: boolean;
  /** Null where there are no points. */
  because: Because | null;
  /** Null where there are points, or none are to come. */
  why: OpenReason | null;
  fault: ValueFault | null;
  /** The entry that holds, null where nobody has touched the criterion. */
  entry: StagedEntry | null;
}

export interface GroupTally extends Shown, Sums {
  kind: 'group';
  /** As printed; what of it is assigned to the unit is `max`. */
  printedMax: Points;
  children: NodeTally[];
}

export type NodeTally = GroupTally | LeafTally;

export interface UnitTally extends Sums {
  unitId: string;
  unitName: string;
  children: NodeTally[];
  /** Of what is assigned to the unit, in hundredths of a per cent; null where nothing is. */
  percent: Points | null;
  class: ClassVerdict;
  /** Why the unit is not considered; empty: it is. */
  knockouts: KnockoutVerdict[];
  /** Null: not considered. */
  rank: number | null;
}

export type ClassVerdict =
  /** `caps`: what of the unit's events kept it from a better one. */
  | { kind: 'class'; name: string; caps: (Pick<ClassEvent, 'event' | 'source'> & { name: string })[] }
  /** No class fits, or a zero keeps the unit out of the one that does: a person must say. */
  | { kind: 'none'; zeros: { key: string; no: string; name: string }[] }
  /** The table has no classes, or they overlap or leave gaps. */
  | { kind: 'no_classes' | 'undecided' };

export type KnockoutVerdict =
  | { kind: 'fact'; reason: string; source: string }
  /** It handed in no self score: not placed, which is no judgement on it. */
  | { kind: 'unsent' }
  /** A criterion of its own says that it happened. */
  | { kind: 'criterion'; key: string; no: string; name: string }
  /** Fewer points than this criterion or group asks for. */
  | { kind: 'below'; key: string; no: string; name: string; points: Points; atLeast: Points };

/** Units that stand on one place. */
export interface RankedPlace {
  rank: number;
  unitIds: string[];
  /** What put them behind the place before although their points are equal; null: their points are not. */
  decidedBy: string | null;
  /** Several on one place: the key of the chain that lacks a fact, or that there is none left. */
  tie: { kind: 'needs'; key: string; unitIds: string[] } | { kind: 'chain_ends' } | null;
}

export interface Tally {
  table: { name: string; version: number };
  /** The last of the stages that were looked at. */
  stage: string;
  /** Of some unit something is still open or may change. */
  provisional: boolean;
  /** What is wrong or undecided with the table itself. */
  problems: TableProblem[];
  /** In the order of the facts. */
  units: UnitTally[];
  /** First place first; units not considered are in none. */
  ranking: RankedPlace[];
}

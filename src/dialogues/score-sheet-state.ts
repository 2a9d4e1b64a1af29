import { z } from 'zod';
import { ownSheet } from '../core/own-sheet.ts';
import type { Points } from '../core/points.ts';
import { pointsSchema } from '../core/points-schema.ts';
import { leaves, type PlacedLeaf, type ScoreTable } from '../core/score-table.ts';
import type { Entry, SheetValue } from '../core/sheet-value.ts';
import { tallyLeaves } from '../core/tally-leaves.ts';
import type { LeafTally, UnitTally } from '../core/tally-result.ts';

export interface ScoreFacts {
  unitName: string;
  table: ScoreTable;
  /** Of this sheet, by whomever; older versions may be among them. */
  entries: readonly Entry[];
  /** Person id. */
  me: string;
  sheet: { state: 'draft' } | { state: 'submitted'; byName: string; at: Date };
  now: Date;
}

export type ScoreEffect =
  /** `expectVersion` 0: nobody has answered yet. To be refused where another version stands by then. */
  | { kind: 'enter'; criterionKey: string; expectVersion: number; value: SheetValue }
  | { kind: 'submit_sheet' };

/** Which criteria the way leads through: those without an answer, those passed over, or each one again. */
const walkSchema = z.enum(['open', 'skipped', 'all']);
export type Walk = z.infer<typeof walkSchema>;

const place = {
  key: z.string().max(64),
  /** The entry version that the question showed, 0 = none: what an answer is an answer to. */
  shown: z.int().nonnegative(),
  walk: walkSchema,
};

export const scoreStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('criterion'), ...place }),
  /** What was typed can be read in several ways. */
  z.strictObject({ at: z.literal('reading'), ...place, readings: z.array(pointsSchema).min(1).max(4) }),
  /** Someone else answered meanwhile: `shown` is theirs, `mine` what was typed. */
  z.strictObject({ at: z.literal('conflict'), ...place, mine: pointsSchema }),
  /** `revision`: of the sheet as the summary showed it. */
  z.strictObject({ at: z.literal('summary'), revision: z.int().nonnegative() }),
]);
export type ScoreState = z.infer<typeof scoreStateSchema>;
export type AtCriterion = Exclude<ScoreState, { at: 'summary' }>;

/** Where the sheet stands, worked out once per step. `rows` and `tallied` run alongside. */
export interface ScoreView {
  facts: ScoreFacts;
  rows: PlacedLeaf[];
  tally: UnitTally;
  tallied: LeafTally[];
}

export function viewOf(facts: ScoreFacts): ScoreView {
  const tally = ownSheet(facts.table, facts.entries, facts.now);
  return { facts, rows: leaves(facts.table), tally, tallied: tallyLeaves(tally.children) };
}

export function indexOf(view: ScoreView, key: string): number {
  return view.rows.findIndex(row => row.key === key);
}

/** Grows with every entry that anybody writes, so that a summary out of date is recognised. */
export function revisionOf(view: ScoreView): number {
  return view.tallied.reduce((sum, leaf) => sum + versionAt(leaf), 0);
}

export const versionAt = (leaf: LeafTally | undefined): number => leaf?.entry?.version ?? 0;

export interface Standing {
  points: Points;
  /** Null: the reader. */
  byName: string | null;
  at: Date;
}

/** The points that hold at present, and whose they are. */
export function standingAt(view: ScoreView, index: number): Standing | null {
  const entry = view.tallied[index]?.entry;
  if (entry?.value.kind !== 'points') return null;
  return {
    points: entry.value.points,
    byName: entry.by === view.facts.me ? null : entry.byName,
    at: entry.at,
  };
}

import { boundLeaves, levelsOf } from '../src/core/asked.ts';
import type { BoundLeaf } from '../src/core/bound-table.ts';
import { type Day, day } from '../src/core/day.ts';
import type { Duty } from '../src/core/duty.ts';
import { leafNumbers } from '../src/core/find-criterion.ts';
import { leaves } from '../src/core/score-table.ts';
import {
  actsFor,
  heldVerdicts,
  type ScoredSheet,
  stageOf,
  type Verdict,
  verifierOf,
} from '../src/core/scoring.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import { tallyAt } from '../src/core/scoring-tally.ts';
import type { SheetValue } from '../src/core/sheet-value.ts';
import { tallyLeaves } from '../src/core/tally-leaves.ts';
import type { LeafTally, Tally } from '../src/core/tally-result.ts';
import type { Asked } from '../src/text/answer-value.ts';
import type { ResultState } from '../src/text/ranking.ts';
import type { Call } from './command.ts';

/** The unit that verifies another, as assigned or by its role. */
export function verifierUnit(scoring: Scoring, unitId: string) {
  const assigned = new Map(
    [...scoring.assigned].flatMap(([id, { verifierUnitId }]) =>
      verifierUnitId ? [[id, verifierUnitId]] : [],
    ),
  );
  return verifierOf(unitId, scoring.units, assigned);
}

/** The unit for which the person may verify another's sheet; null: he may not. */
export function verifiesFor(call: Call, scoring: Scoring, unitId: string) {
  const verifier = verifierUnit(scoring, unitId);
  return verifier && actsFor(call.actor?.posts ?? [], verifier.id) ? verifier : null;
}

export const unitName = (scoring: Scoring, unitId: string): string =>
  scoring.units.find(unit => unit.id === unitId)?.name ?? '';

export const sheetOfUnit = (scoring: Scoring, unitId: string): ScoredSheet | null =>
  scoring.sheets.find(sheet => sheet.unitId === unitId) ?? null;

/** What stands for a self score is a sheet that was sent: it is sent back criterion by criterion, not as a report. */
export const isSentSheet = ({ kind, party }: Duty, scoring: Scoring | null): boolean =>
  kind === 'self_score' &&
  party.kind === 'unit' &&
  scoring !== null &&
  (sheetOfUnit(scoring, party.unitId)?.moves.length ?? 0) > 0;

export const stageOfUnit = (scoring: Scoring, unitId: string) => stageOf(sheetOfUnit(scoring, unitId));

/** What a leaf asks for; null: nobody enters it. */
export function askedOf(bound: BoundLeaf): Asked | null {
  const { leaf, rule } = bound;
  return rule.asks === null ? null : { kind: rule.asks, max: leaf.max, levels: levelsOf(bound) };
}

/** The same where an appeal is answered: the points themselves may stand in place of what the records give. */
export function correctedOf(bound: BoundLeaf): Asked | null {
  const { leaf, rule } = bound;
  const points = rule.effect === 'points' ? ({ kind: 'points', max: leaf.max, levels: [] } as const) : null;
  return askedOf(bound) ?? points;
}

export const leavesOf = (scoring: Scoring) => boundLeaves(scoring.table);

export const resultState = ({ standing }: Scoring, now: Date): ResultState =>
  standing.published ? { kind: 'published', at: standing.published.at } : { kind: 'provisional', now };

/** The best that is known of each unit now. */
export const tallyNow = (scoring: Scoring): Tally => tallyAt(scoring, 'appeal');

/** What each leaf is called, so that no two are called the same. */
export const numbersIn = ({ table }: Scoring) => leafNumbers(table.children);

/** The groups above a leaf, from the top. */
export const pathOf = ({ table }: Scoring, key: string) =>
  leaves(table).find(leaf => leaf.key === key)?.path ?? [];

/** A unit's leaves in a tally, by key. */
export function leavesBy(tally: Tally, unitId: string): Map<string, LeafTally> {
  const unit = tally.units.find(one => one.unitId === unitId);
  return new Map(tallyLeaves(unit?.children ?? []).map(leaf => [leaf.key, leaf]));
}

export const appealDay = (scoring: Scoring): Day | null => {
  const until = scoring.standing.published?.appealUntil;
  return until ? day(until) : null;
};

export const newestVersion = (sheet: ScoredSheet, key: string): number =>
  Math.max(0, ...sheet.verdicts.filter(one => one.criterionKey === key).map(one => one.version));

const answerOf = (sheet: ScoredSheet, key: string) => sheet.entries.find(entry => entry.criterionKey === key);
const changedTo = (verdict: Verdict | undefined): SheetValue | null =>
  verdict?.ruling.kind === 'changed' ? verdict.ruling.value : null;

/** The unit's own answer, what holds of it, and what it said to what. */
export function judgedAt(sheet: ScoredSheet, key: string) {
  const entry = answerOf(sheet, key);
  const held = heldVerdicts(sheet, 'final').get(key);
  const newest = sheet.verdicts.filter(one => one.criterionKey === key).at(-1);
  return { entry, held, newest, value: changedTo(held) };
}

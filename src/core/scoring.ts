import type { Post, UnitRole } from './bloc.ts';
import type { Entry, SheetValue } from './sheet-value.ts';
import { type SheetMove, type SheetStage, sheetStage } from './stage.ts';
import type { StagedEntry } from './tally-facts.ts';

/** Whose word on a criterion: the unit's, the verifier's, the final one, that on an appeal. */
export const scoreStages = ['self', 'verified', 'final', 'appeal'] as const;
export type ScoreStage = (typeof scoreStages)[number];

/** The stages up to one: what a tally of it looks at. */
export const stagesUpTo = (stage: ScoreStage) => scoreStages.slice(0, scoreStages.indexOf(stage) + 1);

export interface Verdict {
  criterionKey: string;
  /** The highest holds. */
  version: number;
  stage: Exclude<ScoreStage, 'self'>;
  ruling: { kind: 'agreed' } | { kind: 'changed'; value: SheetValue } | { kind: 'returned' };
  /** The unit's entry that was judged, 0 for none: answered anew since, the verdict no longer holds. */
  entryVersion: number;
  reason: string | null;
  /** For which unit, by whom. */
  unitId: string;
  by: string;
  byName: string;
  at: Date;
  /** What the unit says to it; `text` null: it takes it as it is. */
  explanation: { text: string | null; at: Date } | null;
}

export interface ScoredSheet {
  id: string;
  unitId: string;
  /** The unit's own answers that hold. */
  entries: readonly Entry[];
  moves: readonly SheetMove[];
  verdicts: readonly Verdict[];
}

export const stageOf = (sheet: Pick<ScoredSheet, 'moves'> | null): SheetStage =>
  sheet ? sheetStage(sheet.moves) : 'self';

/** The verdicts that hold at a stage: of each criterion the newest up to it, where the unit has not answered anew since. */
export function heldVerdicts(
  sheet: Pick<ScoredSheet, 'entries' | 'verdicts'>,
  stage: ScoreStage,
): Map<string, Verdict> {
  const upTo = stagesUpTo(stage);
  const newest = new Map<string, Verdict>();
  for (const verdict of sheet.verdicts) {
    const before = newest.get(verdict.criterionKey);
    if (upTo.includes(verdict.stage) && (!before || verdict.version > before.version))
      newest.set(verdict.criterionKey, verdict);
  }
  const answered = new Map(sheet.entries.map(entry => [entry.criterionKey, entry.version]));
  return new Map([...newest].filter(([key, one]) => (answered.get(key) ?? 0) === one.entryVersion));
}

/** A sheet's entries as a tally of `stage` takes them: the unit's own, and over them what others changed. */
export function entriesAt(sheet: ScoredSheet, stage: ScoreStage): StagedEntry[] {
  const { unitId } = sheet;
  const own = sheet.entries.map(entry => ({ ...entry, unitId, stage: 'self' }));
  const changed = [...heldVerdicts(sheet, stage).values()].flatMap(one => {
    if (one.ruling.kind !== 'changed') return [];
    const { criterionKey, version, by, byName, at } = one;
    return [{ criterionKey, version, by, byName, at, unitId, stage: one.stage, value: one.ruling.value }];
  });
  return [...own, ...changed];
}

export interface UnitInBloc {
  id: string;
  name: string;
  role: UnitRole;
}

/**
 * Who verifies a unit's sheet: whom the lead has assigned (chấm chéo), else the lead, and the lead's own the
 * deputy. Null: nobody may, until one is assigned. Never the unit itself.
 */
export function verifierOf(
  unitId: string,
  units: readonly UnitInBloc[],
  assigned: ReadonlyMap<string, string>,
): UnitInBloc | null {
  const named = assigned.get(unitId);
  const byRole = (role: UnitRole) => units.find(unit => unit.role === role && unit.id !== unitId);
  const chosen = named === undefined ? null : units.find(unit => unit.id === named && unit.id !== unitId);
  return chosen ?? byRole('lead') ?? byRole('deputy') ?? null;
}

/** Whether a person acts for the unit. */
export const actsFor = (posts: readonly Post[], unitId: string): boolean =>
  posts.some(post => post.unitId === unitId && post.role !== 'member');

import type { StagedEntry } from './tally-facts.ts';

/** The entry that holds for a unit's criterion: the newest of the latest stage that has one. */
export interface HeldEntries {
  of(unitId: string, criterionKey: string): StagedEntry | null;
  /** Whether the unit entered anything in the first stage. */
  beganBy(unitId: string): boolean;
}

/** @param stages first to last; entries of others are not looked at */
export function heldEntries(stages: readonly string[], entries: readonly StagedEntry[]): HeldEntries {
  const rank = new Map(stages.map((stage, index) => [stage, index]));
  const held = new Map<string, Map<string, StagedEntry>>();
  const began = new Set<string>();
  const outranks = (entry: StagedEntry, other: StagedEntry) => {
    const [mine = -1, theirs = -1] = [rank.get(entry.stage), rank.get(other.stage)];
    return mine > theirs || (mine === theirs && entry.version > other.version);
  };
  for (const entry of entries) {
    const stage = rank.get(entry.stage);
    if (stage === undefined) continue;
    if (stage === 0) began.add(entry.unitId);
    const ofUnit = held.get(entry.unitId) ?? new Map<string, StagedEntry>();
    held.set(entry.unitId, ofUnit);
    const other = ofUnit.get(entry.criterionKey);
    if (!other || outranks(entry, other)) ofUnit.set(entry.criterionKey, entry);
  }
  return {
    of: (unitId, criterionKey) => held.get(unitId)?.get(criterionKey) ?? null,
    beganBy: unitId => began.has(unitId),
  };
}

/** A sheet's way: sent by the unit, returned for some criteria, verified, explained by the unit, settled. */
export type MoveKind = 'sent' | 'returned' | 'verified' | 'explained' | 'settled';

export interface SheetMove {
  /** From 1 on, without gaps. */
  seq: number;
  kind: MoveKind;
  /** For which unit, by whom. */
  unitId: string;
  by: string;
  byName: string;
  at: Date;
}

/** Whose turn it is: `self` and `returned` the unit's, `verifying` and `reverifying` the verifier's, … */
export type SheetStage = 'self' | 'returned' | 'verifying' | 'explaining' | 'reverifying' | 'final';

/** Where a sheet stands; nothing but its moves says so. */
export function sheetStage(moves: readonly Pick<SheetMove, 'kind'>[]): SheetStage {
  const last = moves.at(-1)?.kind;
  switch (last) {
    case undefined:
      return 'self';
    case 'sent':
      return moves.some(move => move.kind === 'explained') ? 'reverifying' : 'verifying';
    case 'returned':
      return 'returned';
    case 'verified':
      return 'explaining';
    case 'explained':
      return 'reverifying';
    case 'settled':
      return 'final';
  }
}

export const actKinds = [
  'self_closed',
  'self_reopened',
  'opened',
  'shut',
  'proposed',
  'withdrawn',
  // One person alone is to publish from now on: asked for, taken back, agreed to by another.
  'lone_asked',
  'lone_withdrawn',
  'lone_agreed',
  'published',
] as const;
export type ActKind = (typeof actKinds)[number];

export interface ScoringAct {
  seq: number;
  kind: ActKind;
  unitId: string;
  by: string;
  byName: string;
  at: Date;
  /** Of `published`. */
  appealUntil: string | null;
  /** Of `proposed`: the result as it was then; null where it was not kept. */
  seen: SeenPlace[] | null;
}

export interface SeenPlace {
  unitId: string;
  points: number;
  rank: number | null;
}

export interface ScoringStanding {
  selfClosed: boolean;
  /** Units see each other's scores. */
  open: boolean;
  proposed: ScoringAct | null;
  /** That a single person publishes, and nobody else has agreed yet. */
  loneAsked: ScoringAct | null;
  published: ScoringAct | null;
}

const lastOf = (acts: readonly ScoringAct[], ...kinds: ActKind[]) =>
  acts.findLast(act => kinds.includes(act.kind)) ?? null;

/** Where a table's scoring stands as a whole, from what was done in the order it was done. */
export function scoringStanding(acts: readonly ScoringAct[]): ScoringStanding {
  const proposed = lastOf(acts, 'proposed', 'withdrawn');
  const lone = lastOf(acts, 'lone_asked', 'lone_withdrawn', 'lone_agreed');
  const published = lastOf(acts, 'published');
  return {
    selfClosed: lastOf(acts, 'self_closed', 'self_reopened')?.kind === 'self_closed',
    open: published !== null || lastOf(acts, 'opened', 'shut')?.kind === 'opened',
    proposed: proposed?.kind === 'proposed' ? proposed : null,
    loneAsked: lone?.kind === 'lone_asked' ? lone : null,
    published,
  };
}

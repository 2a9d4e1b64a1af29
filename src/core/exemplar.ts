import type { BoardFile } from './board.ts';
import type { Day } from './day.ts';

/** Found, nurtured, summed up, spread: the four stages of the plans; or taken back. */
export const exemplarStages = ['found', 'nurtured', 'summed_up', 'spread', 'withdrawn'] as const;
export type ExemplarStage = (typeof exemplarStages)[number];

export interface ExemplarFacts {
  /** Whom or what it is, as typed. */
  name: string;
  /** What is exemplary. */
  merit: string | null;
  /** Who looks after it, as typed. */
  caretaker: string | null;
  /** By when the stage is to be done. */
  dueOn: Day | null;
}

export interface Exemplar extends ExemplarFacts {
  id: string;
  /** What people call it by. */
  number: number;
  unitId: string;
  unitName: string;
  stage: ExemplarStage;
  file: BoardFile | null;
  byName: string;
  changedAt: Date;
}

/** The stage after it; null after the last. */
export function nextStage(stage: ExemplarStage): ExemplarStage | null {
  if (stage === 'withdrawn' || stage === 'spread') return null;
  return exemplarStages[exemplarStages.indexOf(stage) + 1] ?? null;
}

/** No stage is skipped; it is taken back as long as it has not been spread. */
export function mayEnterStage({ stage }: Pick<Exemplar, 'stage'>, to: ExemplarStage): boolean {
  return to === 'withdrawn' ? nextStage(stage) !== null : nextStage(stage) === to;
}

/** Its stage should have been done by now. */
export const isLate = ({ stage, dueOn }: Pick<Exemplar, 'stage' | 'dueOn'>, today: Day): boolean =>
  nextStage(stage) !== null && dueOn !== null && dueOn < today;

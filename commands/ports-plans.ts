import type { Day } from '../src/core/day.ts';
import type { Proposal, SeasonFacts } from '../src/core/plan-diff.ts';
import type { PlanDraft } from '../src/core/plan-draft.ts';
import type { DatedPhase } from '../src/core/plan-phases.ts';
import type { ReceivedFile } from '../src/dialogues/dialogue.ts';
import type { ReadDocument } from '../src/dialogues/plan-state.ts';

export interface PlanSheet extends Omit<SeasonFacts, 'deadlines'> {
  /** Documents that were taken over, newest first. */
  documents: { id: string; name: string; sha256: string; mime: string; appliedOn: Day }[];
}

/** Reading plan documents, and what of them is the season's. */
export interface PlanPorts {
  /** This event's files, their words read before the turn. */
  incoming(): Promise<ReadDocument[]>;
  newId(): string;
  /** Pure; null: no plan of emulation. */
  read(text: string): PlanDraft | null;
  keep(given: { documentId: string; text: string; files: readonly ReceivedFile[] }): Promise<void>;
  /** Null where the bloc has no such document. */
  draft(documentId: string): Promise<PlanDraft | null>;
  /** The season's facts; empty before there is a season. */
  season(): Promise<PlanSheet>;
  /**
   * Takes proposals over into the season that runs, which may have been made in this very turn. Returns the phases
   * of the year that got their day by it.
   */
  apply(
    documentId: string,
    proposals: readonly Proposal[],
  ): Promise<{ undoId: string; phases: DatedPhase[] }>;
}

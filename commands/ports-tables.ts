import type { SheetRead } from '../src/core/filled-sheet.ts';
import type { ScoreTable } from '../src/core/score-table.ts';
import type { TableDraft } from '../src/core/table-proposal.ts';
import type { ReceivedFile } from '../src/dialogues/dialogue.ts';
import type { ReadTable, StandingTable } from '../src/dialogues/table-state.ts';

/** A unit whose answers went over to a table's next version. */
export interface CarriedSheet {
  unitId: string;
  /** Answers that stand, and those that have to be given again. */
  kept: number;
  again: number;
}

/** Score tables on their way from a workbook to the season. */
export interface TablePorts {
  standing(): Promise<StandingTable | null>;
  /** This event's files, as score tables; read before the turn. */
  incoming(): Promise<ReadTable[]>;
  /** This event's files, as sheets filled in for a table. */
  filled(table: ScoreTable): Promise<{ file: ReceivedFile; read: SheetRead }[]>;
  newIds(count: number): string[];
  drafts(ids: readonly string[]): Promise<Map<string, TableDraft>>;
  keep(drafts: readonly { draftId: string; draft: TableDraft; file: ReceivedFile | null }[]): Promise<void>;
  /**
   * The season's next version, unless scoring has gone too far meanwhile (null). Answers to criteria that ask for the
   * same go over.
   */
  create(
    draftId: string,
    table: ScoreTable,
  ): Promise<{ tableId: string; version: number; carried: CarriedSheet[] } | null>;
}

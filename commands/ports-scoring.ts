import type { ChatAddress } from '../src/chat/port.ts';
import type { ScoreExport } from '../src/core/export-item.ts';
import type { Verdict } from '../src/core/scoring.ts';
import type { Evidence, OwnScoring, Scoring, UnitFact } from '../src/core/scoring-facts.ts';
import type { ScoringSettings } from '../src/core/scoring-settings.ts';
import type { ActKind, MoveKind } from '../src/core/stage.ts';

export interface SheetRef {
  id: string;
  tableId: string;
}

export type NewVerdict = Pick<
  Verdict,
  'criterionKey' | 'version' | 'stage' | 'ruling' | 'entryVersion' | 'reason'
> & { appealId: string | null };

export interface NewAct {
  tableId: string;
  seq: number;
  kind: ActKind;
  appealUntil: string | null;
  facts: unknown;
}

/** Scores on their way from the units to publication. `unitId`: the unit for which the person acts. */
export interface ScoringPorts {
  settings: ScoringSettings;
  /**
   * Null before the season has a table. `shared`: until the turn ends nobody closes or publishes; `alone`: nobody
   * writes any scores.
   */
  load(hold?: 'shared' | 'alone'): Promise<Scoring | null>;
  /** The unit's own, held until the turn ends: nobody else writes in it, nobody closes or publishes. */
  own(unitId: string): Promise<OwnScoring | null>;
  move(sheet: SheetRef, move: { seq: number; kind: MoveKind }, unitId: string): Promise<void>;
  /** The sheet is the unit's to answer again. */
  reopen(sheetId: string): Promise<void>;
  judge(sheet: SheetRef, verdicts: readonly NewVerdict[], unitId: string): Promise<void>;
  explain(
    sheet: SheetRef,
    given: { criterionKey: string; verdictVersion: number; text: string | null },
    unitId: string,
  ): Promise<void>;
  act(act: NewAct, unitId: string): Promise<void>;
  /** Obligations that nobody can fulfil any more are owed no longer. */
  release(obligationIds: readonly string[]): Promise<void>;
  assign(
    given: { tableId: string; scoredUnitId: string; seq: number; verifierUnitId: string | null },
    unitId: string,
  ): Promise<void>;
  tellFact(fact: UnitFact & { tableId: string }, unitId: string): Promise<void>;
  appeal(sheet: SheetRef, given: { criterionKey: string; text: string }, unitId: string): Promise<string>;
  decideAppeal(
    given: { appealId: string; kind: 'accepted' | 'rejected'; reason: string },
    unitId: string,
  ): Promise<void>;
  /** Of all sheets of the table. */
  evidence(tableId: string): Promise<Evidence[]>;
  addEvidence(
    sheet: SheetRef,
    given: Omit<Evidence, 'sheetId' | 'by' | 'byName' | 'at'>,
    unitId: string,
  ): Promise<void>;
  takeBackEvidence(id: string): Promise<void>;
  change(settings: ScoringSettings): Promise<void>;
  /** Made after this turn and sent to this chat. */
  export(what: ScoreExport, chat: ChatAddress): Promise<void>;
}

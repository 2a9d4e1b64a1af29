import type { RecordFacts } from './frozen-facts.ts';
import type { ScoreTable } from './score-table.ts';
import type { ScoredSheet, UnitInBloc } from './scoring.ts';
import type { ScoringAct, ScoringStanding } from './stage.ts';
import type { TallyFacts } from './tally-facts.ts';

/** A unit asked, after publication, that one line be looked at again. */
export interface Appeal {
  id: string;
  sheetId: string;
  criterionKey: string;
  text: string;
  unitId: string;
  by: string;
  byName: string;
  at: Date;
  decision: {
    kind: 'accepted' | 'rejected';
    reason: string;
    byName: string;
    unitId: string;
    at: Date;
  } | null;
}

/** Why a unit is not considered, by number; `reason` null: taken back. */
export interface Veto {
  unitId: string;
  no: number;
  seq: number;
  reason: string | null;
  source: string;
}

/** What ranking must know beside points, as it was told; `value` null: taken back. */
export interface UnitFact {
  scoredUnitId: string;
  kind: 'class_event' | 'indicator';
  key: string;
  seq: number;
  value: string | null;
  source: string;
}

/** All that is known of a season's scores. */
export interface Scoring {
  tableId: string;
  table: ScoreTable;
  acts: ScoringAct[];
  standing: ScoringStanding;
  units: UnitInBloc[];
  sheets: ScoredSheet[];
  /** Scored unit → the unit that was assigned to it. */
  assigned: Map<string, { verifierUnitId: string | null; seq: number }>;
  appeals: Appeal[];
  unitFacts: UnitFact[];
  /** As they are, or as they were at publication. */
  records: RecordFacts;
  told: Pick<TallyFacts, 'indicators' | 'knockouts' | 'classEvents'>;
}

/** What shows that the points of a criterion are due. */
export interface Evidence {
  id: string;
  sheetId: string;
  criterionKey: string;
  kind: 'file' | 'link' | 'document';
  text: string;
  sha256: string | null;
  mime: string | null;
  by: string;
  byName: string;
  at: Date;
}

/** A unit's sheet as its own people go on with it. */
export interface OwnSheet extends ScoredSheet {
  /** Null: it is not handed in. */
  submittedAt: Date | null;
  submittedByName: string | null;
  evidence: readonly Evidence[];
}

/** What is known of one unit's sheet, for its own answers. */
export interface OwnScoring {
  tableId: string;
  table: ScoreTable;
  standing: ScoringStanding;
  /** Null before it has one. */
  sheet: OwnSheet | null;
}

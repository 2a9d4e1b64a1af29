import type { RecordFacts } from './frozen-facts.ts';
import type { ScoreTable } from './score-table.ts';
import { entriesAt, type ScoredSheet, type ScoreStage, stagesUpTo } from './scoring.ts';
import type { ScoringStanding } from './stage.ts';
import { tally } from './tally.ts';
import type { StagedEntry, TallyFacts } from './tally-facts.ts';
import type { Tally } from './tally-result.ts';

/** What a bloc's scores at a stage are made of. */
export interface TallyInput {
  table: ScoreTable;
  sheets: readonly ScoredSheet[];
  standing: Pick<ScoringStanding, 'selfClosed' | 'published'>;
  records: RecordFacts;
  told: Pick<TallyFacts, 'indicators' | 'knockouts' | 'classEvents'>;
}

export function tallyAt({ table, sheets, standing, records, told }: TallyInput, stage: ScoreStage): Tally {
  const { now, units, unsent, duties, cutOff } = records;
  const isDraft = ({ unitId, stage: of }: StagedEntry) => of === 'self' && unsent.includes(unitId);
  const facts: TallyFacts = {
    ...told,
    stages: stagesUpTo(stage),
    selfScoreClosed: standing.selfClosed || standing.published !== null,
    units,
    entries: sheets.flatMap(sheet => entriesAt(sheet, stage)).filter(entry => !isDraft(entry)),
    unsent,
    duties,
    cutOff,
  };
  return tally(table, facts, now);
}

import { type TallyInput, tallyAt } from './scoring-tally.ts';
import { type Affected, affected } from './tally-diff.ts';
import type { ScoredDuty } from './tally-facts.ts';

/** What changes of reports, by obligation; null: it is owed no longer. */
export type RecordChanges = ReadonlyMap<string, Partial<Pick<ScoredDuty, 'dueOn' | 'sentAt'>> | null>;

/** What a change of the bot's own records comes to in points, before it is made. */
export interface ScoreEffect {
  /** The scores are published: what is in `affected` would be so, and will not. */
  locked: boolean;
  affected: Affected[];
}

export function scoreEffect(input: TallyInput, changes: RecordChanges): ScoreEffect {
  const { records, standing } = input;
  const duties = records.duties.flatMap((duty): ScoredDuty[] => {
    const change = changes.get(duty.obligationId);
    if (change === null) return [];
    return [{ ...duty, ...change }];
  });
  const changed = { ...input, records: { ...records, duties } };
  return {
    locked: standing.published !== null,
    affected: placedAffected(input, affected(tallyAt(input, 'appeal'), tallyAt(changed, 'appeal'))),
  };
}

/** Places mean nothing before somebody has scored himself: then only points count. */
export function placedAffected({ sheets }: Pick<TallyInput, 'sheets'>, all: readonly Affected[]): Affected[] {
  if (sheets.some(sheet => sheet.entries.length > 0)) return [...all];
  return all.filter(hasMoved).map(one => ({ ...one, rank: { from: one.rank.to, to: one.rank.to } }));
}

/** Whose points differ, not only their place. */
export const hasMoved = ({ points, criteria }: Affected): boolean =>
  points.from !== points.to || criteria.length > 0;

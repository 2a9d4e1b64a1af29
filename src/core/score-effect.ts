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
    affected: affected(tallyAt(input, 'appeal'), tallyAt(changed, 'appeal')),
  };
}

/** Whose points differ, not only their place. */
export const hasMoved = ({ points, criteria }: Affected): boolean =>
  points.from !== points.to || criteria.length > 0;

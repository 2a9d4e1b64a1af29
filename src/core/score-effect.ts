import type { Calendar } from './calendar.ts';
import type { RecordFacts } from './frozen-facts.ts';
import { type TallyInput, tallyAt } from './scoring-tally.ts';
import { type Affected, affected } from './tally-diff.ts';
import type { Indicator, Knockout, ScoredDuty } from './tally-facts.ts';

/** What changes of reports, by obligation; null: it is owed no longer. */
export type RecordChanges = ReadonlyMap<
  string,
  Partial<Pick<ScoredDuty, 'dueOn' | 'sentAt' | 'firstSentAt'>> | null
>;

/** What a change of the bot's own records comes to in points, before it is made. */
export interface ScoreEffect {
  /** The scores are published: what is in `affected` would be so, and will not. */
  locked: boolean;
  affected: Affected[];
}

export function scoreEffect(input: TallyInput, changes: RecordChanges): ScoreEffect {
  const duties = input.records.duties.flatMap((duty): ScoredDuty[] => {
    const change = changes.get(duty.obligationId);
    if (change === null) return [];
    return [{ ...duty, ...change }];
  });
  return effectOf(input, { duties });
}

/** Of days off that move where terms end and how many working days something is late by. */
export const calendarEffect = (input: TallyInput, calendar: Calendar): ScoreEffect =>
  effectOf(input, { cutOff: { ...input.records.cutOff, calendar } });

/** Of a unit that leaves, with what it owes no more. */
export const leavingEffect = (input: TallyInput, unitId: string): ScoreEffect =>
  effectOf(input, {
    units: input.records.units.filter(unit => unit.id !== unitId),
    duties: input.records.duties.filter(duty => duty.unitId !== unitId),
  });

/** Of who is not considered any more, or again. */
export const vetoEffect = (input: TallyInput, knockouts: readonly Knockout[]): ScoreEffect =>
  between(input, { ...input, told: { ...input.told, knockouts } });

/** Of what parts units of equal points. */
export const partingEffect = (input: TallyInput, indicators: readonly Indicator[]): ScoreEffect =>
  between(input, { ...input, told: { ...input.told, indicators } });

export const effectOf = (input: TallyInput, change: Partial<RecordFacts>): ScoreEffect =>
  between(input, { ...input, records: { ...input.records, ...change } });

function between(input: TallyInput, changed: TallyInput): ScoreEffect {
  return {
    locked: input.standing.published !== null,
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

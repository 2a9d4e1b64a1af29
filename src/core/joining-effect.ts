import { leafNumbers } from './find-criterion.ts';
import { effectOf, type ScoreEffect } from './score-effect.ts';
import { type TallyInput, tallyAt } from './scoring-tally.ts';
import type { ScoredDuty } from './tally-facts.ts';
import { tallyLeaves } from './tally-leaves.ts';
import type { Tally } from './tally-result.ts';

/** What a unit that comes in while others are scored means for all of them. */
export interface JoiningEffect extends ScoreEffect {
  /** Numbers of criteria whose points were settled and hang on the new unit's answer now. */
  waiting: string[];
  /** It cannot score itself, unless self scores are opened again. */
  shut: boolean;
}

const NEW = 'new';

/** @param owed what it is to hand in */
export function joiningEffect(
  input: TallyInput,
  owed: readonly Pick<ScoredDuty, 'deadlineId' | 'kind' | 'title' | 'dueOn'>[],
): JoiningEffect {
  const { units, duties } = input.records;
  const nothingYet = { unitId: NEW, firstSentAt: null, sentAt: null };
  const change = {
    units: [...units, { id: NEW, name: '' }],
    duties: [...duties, ...owed.map(duty => ({ ...duty, ...nothingYet, obligationId: duty.deadlineId }))],
  };
  const { standing, records, table } = input;
  const [before, after] = [input, { ...input, records: { ...records, ...change } }].map(one =>
    unsettled(tallyAt(one, 'appeal')),
  );
  const waits = (key: string) => after?.has(key) === true && !before?.has(key);
  return {
    ...effectOf(input, change),
    waiting: [...leafNumbers(table.children)].flatMap(([key, no]) => (waits(key) ? [no] : [])),
    shut: standing.selfClosed,
  };
}

/** Criteria with points of some unit that may still change. */
const unsettled = ({ units }: Tally): Set<string> =>
  new Set(
    units.flatMap(({ unitId, children }) =>
      unitId === NEW ? [] : tallyLeaves(children).flatMap(leaf => (leaf.provisional ? [leaf.key] : [])),
    ),
  );

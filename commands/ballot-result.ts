import type { Ballot } from '../src/core/ballot/ballot.ts';
import { outcomeOf } from '../src/core/ballot/outcome.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { ballotText } from '../src/text/ballots.ts';

/** What can be done with a result, for the lead's side. */
export function resultChoices(one: Ballot): Choice[][] {
  const outcome = one.counts && outcomeOf(one.counts, one.rules, one.round);
  if (!outcome) return [];
  const goOn: Choice[] = [
    ...(outcome.kind === 'next_round' && !one.followed ? [ballotText.nextRound(one)] : []),
    ...(outcome.kind === 'tie' && !one.decision ? [ballotText.decide(one)] : []),
  ];
  const papers = one.mode === 'chat' ? [ballotText.export(one)] : [];
  return [[...goOn, ballotText.publish(one)], papers].filter(row => row.length > 0);
}

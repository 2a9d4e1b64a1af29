import type { Ballot } from '../src/core/ballot/ballot.ts';
import { hasResult, leftToPeople, toldAt } from '../src/core/ballot/decision.ts';
import { outcomeOf } from '../src/core/ballot/outcome.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { ballotText } from '../src/text/ballots.ts';

/** What can be done with a result, for the lead's side. */
export function resultChoices(one: Ballot): Choice[][] {
  const outcome = one.counts && outcomeOf(one.counts, one.rules, one.round);
  const goOn: Choice[] = [
    ...(outcome?.kind === 'next_round' && !one.followed ? [ballotText.nextRound(one)] : []),
    ...(leftToPeople(one) && !one.decision ? [ballotText.decide(one)] : []),
    ...(hasResult(one) && !toldAt(one) ? [ballotText.publish(one)] : []),
  ];
  const papers = one.counts && one.mode === 'chat' ? [ballotText.export(one)] : [];
  return [goOn, papers].filter(row => row.length > 0);
}

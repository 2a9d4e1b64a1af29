import type { Ballot } from '../src/core/ballot/ballot.ts';
import { leftToPeople } from '../src/core/ballot/decision.ts';
import type { ComposeFacts } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { decisionText } from '../src/text/ballot-decision.ts';
import { namedOptions } from '../src/text/ballot-options.ts';
import { labelsOf } from '../src/text/ballot-result.ts';
import { readDecision } from '../src/text/ballot-words.ts';
import { ballotText } from '../src/text/ballots.ts';
import { resultChoices } from './ballot-result.ts';
import type { BallotTalk } from './ballot-talk.ts';
import type { Call } from './command.ts';
import { excludedUnits } from './merits.ts';

/** The lead records what people decided where the votes did not, for the tied or eligible alone. */
export async function deciding(call: Call, about: Ballot, target: string): Promise<BallotTalk | Say> {
  const { ports } = call;
  const left = leftToPeople(about);
  if (!left) return { lines: decisionText.nothingLeft(about) };
  if (about.decision) return { lines: decisionText.decidedBefore(about) };
  const options = namedOptions(about.options, await ports.deadlines.units());
  const excluded = await excludedUnits(call);
  const read = (text: string) => {
    const found = readDecision(
      text,
      options.filter(one => left.among.includes(one.id)),
    );
    return found && found.chosen.length <= left.seats ? found : null;
  };
  const preview: ComposeFacts['preview'] = ({ text }) => {
    const decided = read(text);
    if (!decided) return { lines: [decisionText.unclear(about, left.seats)], ways: [] };
    const chosen = labelsOf(about, decided.chosen);
    const notes = excluded.filter(one => chosen.includes(one.name)).map(ballotText.excluded);
    const lines = [...notes, ...decisionText.preview(about, decided.chosen, decided.reason)];
    return { lines, ways: [{ id: 'record', label: decisionText.record }] };
  };
  return {
    ...{ words: '', target, question: () => decisionText.ask(about, left), preview },
    carryOut: async ({ text }) => {
      const decided = read(text);
      if (!decided) throw new Error('a decision that was not shown');
      const after = await ports.ballots.decide(about.id, decided.chosen, decided.reason);
      if (!after) return { lines: decisionText.decidedBefore(about), undone: true };
      const detail = { no: about.no, why: left.why, chosen: decided.chosen.length };
      ports.audit({ action: 'ballot.decided', subject: 'ballot', subjectId: about.id, detail });
      return { lines: ballotText.result(call.bloc?.name ?? '', after), choices: resultChoices(after) };
    },
  };
}

import { z } from 'zod';
import type { Answer } from '../core/ballot/counts.ts';
import { paperText } from '../text/ballot-paper.ts';
import { apart, type Choice, type Dialogue, type Input, type Say, type Step } from './dialogue.ts';

export interface PaperFacts {
  ballotId: string;
  no: number;
  title: string;
  labels: readonly string[];
  /** Just one may be chosen: one question for all. */
  once: boolean;
  /** Whose vote it is. */
  voter: { key: string; name: string };
}

export interface PaperEffect {
  ballotId: string;
  voter: string;
  /** An answer to each option, in their order. */
  paper: string;
}

const stateSchema = z.strictObject({ ballotId: z.string(), answers: z.string().regex(/^[ynb]*$/) });
type PaperState = z.infer<typeof stateSchema>;
type PaperStep = Step<PaperState, PaperEffect>;

const ANSWER: Record<string, Answer> = { y: 'y', n: 'n', b: 'b' };

/**
 * A ballot paper, filled in by buttons alone. What it says is the same whatever was chosen, and what was put off or
 * left is forgotten: a choice lies nowhere but in the urn.
 */
export const paperDialogue: Dialogue<PaperState, PaperFacts, PaperEffect> = {
  kind: 'bo_phieu',
  version: 1,
  state: stateSchema,
  migrate: () => null,
  start: facts => askAt({ ballotId: facts.ballotId, answers: '' }, facts),
  step,
  ask,
};

const askAt = (state: PaperState, facts: PaperFacts, notes: Say['lines'] = []): PaperStep => {
  const say = ask(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
};

function ask({ answers }: PaperState, { title, no, labels, once, voter }: PaperFacts): Say {
  const later: Choice = { id: 'later', label: paperText.later };
  if (answers.length >= labels.length) {
    const cast: Choice = { id: 'cast', label: paperText.cast, tone: 'primary' };
    return {
      lines: paperText.confirm(title, no, voter.name),
      choices: [[cast, { id: 'again', label: paperText.again }], [later]],
    };
  }
  if (once) {
    const each = labels.map((label, n): Choice[] => [{ id: `o${n}`, label }]);
    return {
      lines: paperText.choose(title, no, labels),
      choices: [...each, [{ id: 'none', label: paperText.nobody }, later]],
    };
  }
  const label = labels[answers.length] ?? title;
  const given: Choice[] = [
    { id: 'y', label: paperText.yes },
    { id: 'n', label: paperText.no },
  ];
  return {
    lines: paperText.one(title, no, label, answers.length + 1, labels.length),
    choices: [given, [{ id: 'b', label: paperText.blank }, later]],
  };
}

function step(state: PaperState, input: Input, facts: PaperFacts): PaperStep {
  const { ballotId } = facts;
  const empty = { ballotId, answers: '' };
  const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
  if (press === 'cancel') return { kind: 'end', say: { lines: paperText.cancelled() }, effects: [] };
  if (press === 'later')
    return { kind: 'ask', state: empty, say: { lines: paperText.parked() }, effects: [] };
  if (press === 'again') return askAt(empty, facts);
  if (press === 'back')
    return askAt({ ballotId, answers: state.answers.slice(0, facts.once ? 0 : -1) }, facts);
  const { labels, once, voter } = facts;
  if (state.answers.length >= labels.length)
    return press === 'cast'
      ? { kind: 'end', say: null, effects: [{ ballotId, voter: voter.key, paper: state.answers }] }
      : askAt(state, facts, [paperText.buttonsOnly()]);
  if (once) {
    const chosen = labels.findIndex((_, n) => press === `o${n}`);
    if (chosen < 0 && press !== 'none') return askAt(state, facts, [paperText.buttonsOnly()]);
    const answers = labels.map((_, n) => (chosen < 0 ? 'b' : n === chosen ? 'y' : 'n')).join('');
    return askAt({ ballotId, answers }, facts);
  }
  const answer = ANSWER[press ?? ''];
  if (!answer) return askAt(state, facts, [paperText.buttonsOnly()]);
  return askAt({ ballotId, answers: state.answers + answer }, facts);
}

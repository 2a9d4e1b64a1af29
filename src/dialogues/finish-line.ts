import { z } from 'zod';
import type { Line } from '../core/message.ts';
import { lineText } from '../text/finish-line.ts';
import { cleanText } from '../text/fold.ts';
import type { Choice, Dialogue, Say, Step } from './dialogue.ts';

/** Options' ids are what pressing them types, with underscores. */
export interface Lacking {
  lines: Line[];
  options?: Choice[];
}

export interface LineFacts {
  words: string;
  /** What the words still lack; `ready` where they can be carried out, `odd` where more words will not help. */
  lacks(words: string): Lacking | 'ready' | 'odd';
}

/** The whole line behind the command, as if it had been typed at once. */
export interface WholeLine {
  words: string;
}

const stateSchema = z.strictObject({ words: z.string() });
type State = z.infer<typeof stateSchema>;

/** Characters of a line that is typed bit by bit. */
const MOST = 500;

/** For commands of one line: what was typed without its most needed part is kept, and the next message completes it. */
export function lineDialogue(kind: string): Dialogue<State, LineFacts, WholeLine> {
  const question = ({ words }: State, facts: LineFacts): Say => {
    const lacking = facts.lacks(words);
    const { lines, options = [] } = typeof lacking === 'string' ? { lines: [] } : lacking;
    const cancel: Choice = { id: 'cancel', label: lineText.cancel };
    return { lines, choices: [...options.map(option => [option]), [cancel]] };
  };
  const go = (state: State, facts: LineFacts): Step<State, WholeLine> =>
    facts.lacks(state.words) === 'ready'
      ? { kind: 'end', say: null, effects: [state] }
      : { kind: 'ask', state, say: question(state, facts), effects: [] };

  return {
    kind,
    version: 1,
    state: stateSchema,
    migrate: () => null,
    start: facts => go({ words: facts.words }, facts),
    step: (state, input, facts) => {
      const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
      if (press === 'cancel') return { kind: 'end', say: { lines: lineText.cancelled() }, effects: [] };
      if (press === 'later')
        return { kind: 'ask', state, say: { lines: lineText.parked(kind) }, effects: [] };
      const typed =
        input.kind === 'text'
          ? cleanText(input.text)
          : input.kind === 'option'
            ? input.id.replaceAll('_', ' ')
            : '';
      if (typed === '') return { kind: 'ask', state, say: question(state, facts), effects: [] };
      const words = `${state.words} ${typed}`.trim().slice(-MOST);
      return go(facts.lacks(words) === 'odd' ? state : { words }, facts);
    },
    ask: question,
  };
}

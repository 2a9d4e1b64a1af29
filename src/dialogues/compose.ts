import { z } from 'zod';
import type { Line } from '../core/message.ts';
import { yesNo } from '../text/answers.ts';
import { composeText } from '../text/compose.ts';
import { cleanText, fold } from '../text/fold.ts';
import { apart, type Choice, type Dialogue, type Input, type ReceivedFile, type Step } from './dialogue.ts';

export interface Composed {
  text: string;
  file: ReceivedFile | null;
}

/** How it can be carried out; the first is what “đồng ý” means where there is no other. */
export interface ComposeWay {
  id: string;
  label: string;
}

export interface ComposeFacts {
  /** Typed behind the command; '' for none. */
  words: string;
  /** What an answer answers; null for something new. */
  target: string | null;
  /** What is still wanted. */
  question(composed: Composed): Line[];
  /** What would come of it, and how it may be carried out; no ways: something is wrong, as the lines say. */
  preview(composed: Composed): { lines: Line[]; ways: ComposeWay[] };
  /** It only adds to what is done already: taken as soon as it is typed, or left out. */
  aside?: { way: string; leave: string; left: Line[] };
}

export interface ComposeEffect extends Composed {
  target: string | null;
  way: string;
}

const stateSchema = z.strictObject({
  target: z.string().nullable(),
  text: z.string(),
  file: z
    .strictObject({ sha256: z.string(), name: z.string(), mime: z.string(), size: z.number() })
    .nullable(),
  /** Typed where a longer text was ready, and too short to put in its place unasked. */
  instead: z.string().nullable().default(null),
});
type ComposeState = z.infer<typeof stateSchema>;
type ComposeStep = Step<ComposeState, ComposeEffect>;

/** A file alone is enough, or may go along, under that title where it is sent by a link; or it has no place here. */
type FilePlace = { file: 'needed' | 'optional'; fileTitle: string } | { file: 'none' };
export type ComposeKind = {
  kind: string;
  /** Characters. */
  most: number;
} & FilePlace;

/** Characters: so short beside what is ready, and without a number, it may have been meant for a command. */
const SHORT = 12;

const isSlip = (typed: string, ready: string) =>
  typed.length <= SHORT && typed.length * 2 <= ready.length && !/\d/.test(typed);

/** Something written, looked at and only then sent: what was typed last replaces what was typed before. */
export function composeDialogue(given: ComposeKind): Dialogue<ComposeState, ComposeFacts, ComposeEffect> {
  const complete = ({ text, file }: ComposeState) => (given.file === 'needed' ? file !== null : text !== '');

  const ask = (state: ComposeState, facts: ComposeFacts) => {
    const cancel: Choice = { id: 'cancel', label: facts.aside?.leave ?? composeText.cancel };
    const wanted = given.file !== 'none' && !facts.aside && state.file === null;
    const files = wanted ? { takesFiles: { topic: given.kind, title: given.fileTitle } } : {};
    if (state.instead !== null) {
      const choices = [
        [
          { id: 'replace', label: composeText.replace },
          { id: 'keep', label: composeText.keep },
        ],
      ];
      return { lines: composeText.replaceBy(state.instead), choices };
    }
    if (!complete(state)) return { lines: facts.question(state), choices: [[cancel]], ...files };
    const { lines, ways } = facts.preview(state);
    const [first, ...others] = ways;
    const main: Choice[][] = first ? [[{ ...first, tone: 'primary' }], ...others.map(way => [way])] : [];
    const without: Choice[] =
      state.file && given.file === 'optional' ? [{ id: 'no_file', label: composeText.noFile }] : [];
    const last = [{ id: 'again', label: composeText.again }, ...without, cancel];
    return { lines, choices: [...main, last], ...files };
  };
  const askAt = (state: ComposeState, facts: ComposeFacts, notes: Line[] = []): ComposeStep => {
    const say = ask(state, facts);
    return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
  };
  const over = (lines: Line[]): ComposeStep => ({ kind: 'end', say: { lines }, effects: [] });

  const carryOut = (state: ComposeState, way: string): ComposeStep => ({
    kind: 'end',
    say: null,
    effects: [{ target: state.target, text: state.text, file: state.file, way }],
  });

  const write = (state: ComposeState, typed: string, facts: ComposeFacts): ComposeStep => {
    const text = cleanText(typed);
    if (text.length > given.most) return askAt(state, facts, [composeText.tooLong(given.most, text.length)]);
    if (!/\p{L}{2}|\d/u.test(text)) return askAt(state, facts, [composeText.empty()]);
    if (facts.aside) return carryOut({ ...state, text }, facts.aside.way);
    // While the file is still to come, what is typed adds up.
    if (!complete(state) && state.text !== '')
      return askAt({ ...state, text: `${state.text}, ${text}` }, facts);
    const ready = state.text !== '' && facts.preview(state).ways.length > 0;
    if (ready && isSlip(text, state.text)) return askAt({ ...state, instead: text }, facts);
    return askAt({ ...state, text }, facts, state.text === '' ? [] : [composeText.replaced()]);
  };

  /** To what stands in the question whether the ready text is to be replaced; what is typed at length goes in its place. */
  const chooseText = (state: ComposeState, input: Input, facts: ComposeFacts): ComposeStep | null => {
    const { instead } = state;
    if (instead === null) return null;
    const ready = { ...state, instead: null };
    const typed = input.kind === 'text' ? yesNo(input.text) : null;
    const press = input.kind === 'option' ? input.id : null;
    if (press === 'replace' || typed === true)
      return askAt({ ...ready, text: instead }, facts, [composeText.replaced()]);
    if (press === 'keep' || typed === false) return askAt(ready, facts);
    if (input.kind === 'text') return write(ready, input.text, facts);
    // What would send it was not in that question.
    return press === null || press === 'again' ? null : askAt(ready, facts, [composeText.stale()]);
  };

  const attach = (state: ComposeState, input: Extract<Input, { kind: 'files' }>, facts: ComposeFacts) => {
    const [file, ...more] = input.files;
    const caption = cleanText(input.caption);
    if (given.file === 'none' || facts.aside || !file)
      return caption === '' ? askAt(state, facts, [composeText.noFilesHere()]) : write(state, caption, facts);
    const notes = more.length > 0 ? [composeText.oneFile(file.name)] : [];
    const { sha256, name, mime, size } = file;
    const next = { ...state, file: { sha256, name, mime, size } };
    return caption === '' ? askAt(next, facts, notes) : write(next, caption, facts);
  };

  const answer = (state: ComposeState, input: Input, facts: ComposeFacts): ComposeStep => {
    const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
    const ways = complete(state) ? facts.preview(state).ways : [];
    if (input.kind === 'files') return attach(state, input, facts);
    if (input.kind === 'text') {
      const meant = ways.find(way => fold(way.label) === fold(input.text));
      if (meant) return carryOut(state, meant.id);
      const [only, other] = ways;
      if (only && composeText.agrees(input.text))
        return other ? askAt(state, facts, [composeText.whichWay()]) : carryOut(state, only.id);
      return write(state, input.text, facts);
    }
    if (press === 'no_file') return askAt({ ...state, file: null }, facts);
    if (press === 'again' || press === 'back')
      return askAt({ ...state, text: '', file: null }, facts, [composeText.anew()]);
    const way = ways.find(one => one.id === press);
    return way ? carryOut(state, way.id) : askAt(state, facts, press ? [composeText.stale()] : []);
  };

  return {
    kind: given.kind,
    ...(given.file === 'none' && { takesNoFiles: true }),
    takesThanks: true,
    version: 1,
    state: stateSchema,
    migrate: () => null,
    start: facts => {
      const state = { target: facts.target, text: '', file: null, instead: null };
      return facts.words === '' ? askAt(state, facts) : write(state, facts.words, facts);
    },
    step: (state, input, facts) => {
      const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
      if (press === 'cancel' || (facts.aside && input.kind === 'text' && composeText.declines(input.text)))
        return over(facts.aside?.left ?? composeText.cancelled());
      if (press === 'later')
        return { kind: 'ask', state, say: { lines: composeText.parked(given.kind) }, effects: [] };
      return chooseText(state, input, facts) ?? answer({ ...state, instead: null }, input, facts);
    },
    ask,
  };
}

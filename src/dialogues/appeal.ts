import { z } from 'zod';
import { byNumber } from '../core/find-criterion.ts';
import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import { type SheetValue, sheetValueSchema } from '../core/sheet-value.ts';
import { answerProblem } from '../text/answer-problem.ts';
import { type Asked, parseAnswer } from '../text/answer-value.ts';
import { appealText } from '../text/appeal.ts';
import { criterionWords, withoutPointWord } from '../text/criterion-words.ts';
import { clean, fold } from '../text/fold.ts';
import { apart, type Dialogue, type Input, type Say, type Step } from './dialogue.ts';

export interface AppealLine {
  key: string;
  no: string;
  /** Its number alone, as the table has it. */
  printed: string;
  name: string;
  groups: { no: string }[];
  /** Null: nobody enters it. */
  asked: Asked | null;
  points: Points | null;
  /** An appeal about it waits for its answer. */
  pending: boolean;
}

export interface OpenAppeal extends Omit<AppealLine, 'printed' | 'groups' | 'pending'> {
  id: string;
  /** `asked` is then the points themselves, in place of what the records give. */
  derived: boolean;
  unitName: string;
  text: string;
}

export interface AppealFacts {
  words: string;
  /** Lines of the unit's own sheet; null: it may not appeal, for `refusal`. */
  lines: readonly AppealLine[] | null;
  refusal: Line[] | null;
  until: string;
  /** Appeals that are the person's to decide. */
  open: readonly OpenAppeal[];
  /** What accepting would change of points and places, of all units. */
  effect(appealId: string, value: SheetValue): Line[];
}

export type AppealEffect =
  | { kind: 'appeal'; key: string; text: string }
  /** `value` null: rejected. */
  | { kind: 'decide'; appealId: string; value: SheetValue | null; reason: string };

const appealStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('which') }),
  z.strictObject({ at: z.literal('text'), key: z.string() }),
  z.strictObject({ at: z.literal('confirm'), key: z.string(), text: z.string() }),
  z.strictObject({ at: z.literal('choose') }),
  z.strictObject({ at: z.literal('decide'), appealId: z.string() }),
  z.strictObject({ at: z.literal('reason'), appealId: z.string(), value: sheetValueSchema.nullable() }),
  z.strictObject({
    at: z.literal('accept'),
    appealId: z.string(),
    value: sheetValueSchema,
    reason: z.string(),
  }),
]);
type AppealState = z.infer<typeof appealStateSchema>;
type AppealStep = Step<AppealState, AppealEffect>;

/** Characters. */
const TEXT_MAX = 1000;
const { labels } = appealText;
const cancel = { id: 'cancel', label: labels.cancel };
const later = { id: 'later', label: labels.later };

/** `/kien_nghi`: after publication a unit asks about one line; whoever verified it answers, with a reason. */
export const appealDialogue: Dialogue<AppealState, AppealFacts, AppealEffect> = {
  kind: 'kien_nghi',
  version: 1,
  state: appealStateSchema,
  migrate: () => null,
  start,
  step,
  ask: promptFor,
};

const over = (lines: Line[], effects: AppealEffect[] = []): AppealStep => ({
  kind: 'end',
  say: lines.length > 0 ? { lines } : null,
  effects,
});
function askAt(state: AppealState, facts: AppealFacts, notes: Line[] = []): AppealStep {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

function start(facts: AppealFacts): AppealStep {
  const [first, another] = facts.open;
  const words = clean(facts.words);
  if (first && words === '') {
    return askAt(another ? { at: 'choose' } : { at: 'decide', appealId: first.id }, facts);
  }
  const wanted = facts.open.find(one => one.id.endsWith(words.replace(/^k_/, '')) && words.startsWith('k_'));
  if (wanted) return askAt({ at: 'decide', appealId: wanted.id }, facts);
  if (!facts.lines) return over(facts.refusal ?? appealText.none());
  return words === '' ? askAt({ at: 'which' }, facts) : named(words, facts);
}

/** `3.2`, `tiêu chí 3.2`, `II.1.g: nội dung`. */
function named(words: string, facts: AppealFacts): AppealStep {
  const { no: typed, behind } = criterionWords(words);
  const numbered = ({ printed, groups }: AppealLine) => ({
    no: printed,
    groups: groups.map(group => group.no),
  });
  const [only, another] = byNumber(facts.lines ?? [], typed, numbered, fold);
  if (!only) return askAt({ at: 'which' }, facts, [appealText.unknown(typed)]);
  if (another) return askAt({ at: 'which' }, facts, [appealText.several(only.no)]);
  if (only.pending) return over([appealText.pending(only.no)]);
  const notes = only.asked ? [] : [appealText.derived(only.no)];
  return behind === ''
    ? askAt({ at: 'text', key: only.key }, facts, notes)
    : withText(only.key, behind, facts);
}

function withText(key: string, typed: string, facts: AppealFacts): AppealStep {
  const text = clean(typed);
  if (!/\p{L}{2}/u.test(text)) return askAt({ at: 'text', key }, facts, [appealText.short()]);
  if (text.length > TEXT_MAX) return askAt({ at: 'text', key }, facts, [appealText.long(TEXT_MAX)]);
  return askAt({ at: 'confirm', key, text }, facts);
}

function promptFor(state: AppealState, facts: AppealFacts): Say {
  switch (state.at) {
    case 'which':
      return { lines: [appealText.which(facts.until)], choices: [[cancel]] };
    case 'choose':
      return {
        lines: [appealText.choose(facts.open.length)],
        choices: [
          ...facts.open.map((one, n) => [{ id: `open_${n}`, label: labels.line(one.unitName, one.no) }]),
          [later],
        ],
      };
    case 'text':
    case 'confirm': {
      const line = facts.lines?.find(one => one.key === state.key);
      if (!line) return { lines: facts.refusal ?? appealText.none() };
      if (state.at === 'text')
        return { lines: [appealText.text(line.no, line.name, line.points)], choices: [[cancel]] };
      const send = { id: 'send', label: labels.send, tone: 'primary' as const };
      return {
        lines: appealText.confirm(line.no, line.name, state.text),
        choices: [[send, { id: 'edit', label: labels.edit }], [cancel]],
      };
    }
    case 'decide':
    case 'reason':
    case 'accept': {
      const one = facts.open.find(open => open.id === state.appealId);
      if (!one) return { lines: appealText.gone() };
      if (state.at === 'reason')
        return { lines: [appealText.why(state.value, one.asked)], choices: [[later]] };
      if (state.at === 'accept') {
        const { appealId, value, reason } = state;
        const accept = { id: 'accept', label: labels.accept, tone: 'primary' as const };
        return {
          lines: appealText.preview(one.unitName, one.no, reason, facts.effect(appealId, value)),
          choices: [[accept, { id: 'back', label: labels.back }], [later]],
        };
      }
      const { unitName: unit, no, name, points, text, asked, derived } = one;
      return {
        lines: appealText.ask({ unit, no, name, points, text, asked, derived }),
        choices: [[{ id: 'reject', label: labels.reject }, later]],
      };
    }
  }
}

function step(state: AppealState, input: Input, facts: AppealFacts): AppealStep {
  const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
  const text = input.kind === 'text' ? input.text : null;
  if (press === 'cancel') return over(appealText.cancelled());
  if (press === 'later') return { kind: 'ask', state, say: { lines: appealText.later() }, effects: [] };
  switch (state.at) {
    case 'which':
      if (!facts.lines) return over(facts.refusal ?? appealText.none());
      return text === null ? askAt(state, facts) : named(clean(text), facts);
    case 'text':
    case 'confirm':
      return onText(state, press, text, facts);
    case 'choose': {
      const one = facts.open[Number(/^open_(\d+)$/.exec(press ?? '')?.[1] ?? Number.NaN)];
      return one ? askAt({ at: 'decide', appealId: one.id }, facts) : askAt(state, facts);
    }
    case 'decide':
    case 'reason':
    case 'accept':
      return onDecision(state, press, text, facts);
  }
}

function onText(
  state: Extract<AppealState, { at: 'text' | 'confirm' }>,
  press: string | null,
  text: string | null,
  facts: AppealFacts,
): AppealStep {
  const { key } = state;
  if (!facts.lines?.some(line => line.key === key)) return over(facts.refusal ?? appealText.none());
  const sends = press === 'send' || (text !== null && ['gui', 'dong y', 'ok'].includes(fold(text).trim()));
  if (state.at === 'confirm' && sends) return over([], [{ kind: 'appeal', key, text: state.text }]);
  if (press === 'edit' || press === 'back') return askAt({ at: 'text', key }, facts);
  return text === null ? askAt(state, facts) : withText(key, text, facts);
}

function onDecision(
  state: Extract<AppealState, { at: 'decide' | 'reason' | 'accept' }>,
  press: string | null,
  text: string | null,
  facts: AppealFacts,
): AppealStep {
  const { appealId } = state;
  const one = facts.open.find(open => open.id === appealId);
  if (!one) return over(appealText.gone());
  if (state.at === 'accept') {
    const { value, reason } = state;
    if (press === 'back') return askAt({ at: 'reason', appealId, value }, facts);
    const agrees = press === 'accept' || (text !== null && appealText.accepts(text));
    return agrees ? over([], [{ kind: 'decide', appealId, value, reason }]) : askAt(state, facts);
  }
  if (state.at === 'reason') {
    if (press === 'back') return askAt({ at: 'decide', appealId }, facts);
    const reason = clean(text ?? '');
    if (!/\p{L}{2}/u.test(reason)) return askAt(state, facts, [appealText.short()]);
    if (reason.length > TEXT_MAX) return askAt(state, facts, [appealText.long(TEXT_MAX)]);
    const { value } = state;
    if (value !== null) return askAt({ at: 'accept', appealId, value, reason }, facts);
    return over([], [{ kind: 'decide', appealId, value, reason }]);
  }
  const keeps = press === 'reject' || (text !== null && fold(text).trim() === 'giu nguyen');
  if (keeps) return askAt({ at: 'reason', appealId, value: null }, facts);
  if (text === null || !one.asked) return askAt(state, facts);
  const ratio = one.asked.kind === 'ratio' && text.includes('/') ? parseAnswer(text, one.asked) : null;
  const read = ratio ?? parseAnswer(withoutPointWord(text), { ...one.asked, kind: 'points' });
  if (read.kind === 'unclear' && read.why !== 'not_understood')
    return askAt(state, facts, [answerProblem(read.why, one.asked)]);
  if (read.kind !== 'value') return askAt(state, facts, [appealText.unclear()]);
  return askAt({ at: 'reason', appealId, value: read.value }, facts);
}

import type { LiveDeadline } from '../core/deadline-change.ts';
import type { Line } from '../core/message.ts';
import { readBoundary } from '../text/boundary-words.ts';
import { deadlineChangeText, type Op } from '../text/deadline-change.ts';
import { changeLabels, changeText } from '../text/deadlines.ts';
import { clean, fold } from '../text/fold.ts';
import { yesNo } from '../text/words.ts';
import {
  change,
  choose,
  onwards,
  type Taken,
  takeText,
  takeWhen,
  takeWords,
} from './deadline-change-draft.ts';
import { deadlineChoiceId, pagesOf, promptFor } from './deadline-change-prompts.ts';
import {
  type ChangeDone,
  type ChangeFacts,
  type ChangeState,
  candidates,
  changeOf,
  changeStateSchema,
  chosenOf,
  emptyChange,
} from './deadline-change-state.ts';
import { apart, type Dialogue, type Input, type Step } from './dialogue.ts';
import { obligationChoiceId } from './report-choices.ts';

type ChangeStep = Step<ChangeState, ChangeDone>;
type Chosen = Exclude<ChangeState, { at: 'choose' }>;

/** `/doi_han`, `/gia_han`, `/huy_han`: which deadline, what of it, a look at what that does, and only then it is done. */
export function changeDialogue(op: Op, kind: string): Dialogue<ChangeState, ChangeFacts, ChangeDone> {
  return {
    kind,
    version: 1,
    state: changeStateSchema,
    migrate: (version, state) => (version === 1 ? (changeStateSchema.safeParse(state).data ?? null) : null),
    start: facts => {
      if (candidates(op, facts).length === 0) return over(deadlineChangeText.none(op));
      return asked(op, takeWords(op, emptyChange, facts.words, facts), facts);
    },
    step: (state, input, facts) => step(op, state, input, facts),
    ask: (state, facts) => promptFor(op, state, facts),
  };
}

const over = (lines: Line[]): ChangeStep => ({ kind: 'end', say: { lines }, effects: [] });

function asked(op: Op, { state, notes }: Taken, facts: ChangeFacts): ChangeStep {
  const say = promptFor(op, state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

function step(op: Op, state: ChangeState, input: Input, facts: ChangeFacts): ChangeStep {
  const press = pressed(state, input);
  if (press === 'cancel') return over(changeText.stopped());
  if (press === 'later') return park(state);
  if (input.kind === 'files') return asked(op, { state, notes: [changeText.noFiles()] }, facts);
  if (state.at === 'choose') return asked(op, onChoose(op, state, press, input, facts), facts);
  const deadline = chosenOf(state.draft, facts);
  if (!deadline || !candidates(op, facts).includes(deadline)) return over(deadlineChangeText.goneMeanwhile());
  const { draft } = state;
  if (deadline.revision !== draft.revision) {
    const fresh = change(draft, { revision: deadline.revision });
    return asked(op, onwards(op, fresh, deadline, [deadlineChangeText.changedMeanwhile()]), facts);
  }
  if (press === `do_${draft.rev}` && state.at === 'review') {
    const effect: ChangeDone = { kind: 'change', deadline, draft, ...changeOf(op, draft, deadline) };
    return { kind: 'end', say: null, effects: [effect] };
  }
  if (press !== null) return asked(op, onPress(op, state, deadline, press), facts);
  if (input.kind !== 'text' || clean(input.text) === '') return asked(op, { state, notes: [] }, facts);
  return asked(op, onText(op, state, deadline, input.text, facts), facts);
}

/** A day alone is read whole first, so that no word of it is taken for something else. */
function onText(op: Op, state: Chosen, deadline: LiveDeadline, text: string, facts: ChangeFacts): Taken {
  const dated = op !== 'cancel' && state.at !== 'reason' && state.at !== 'units';
  const when = dated ? readBoundary(text, facts.today) : { kind: 'none' as const };
  if (when.kind !== 'none') return takeWhen(op, state.draft, deadline, when, clean(text));
  return takeText(op, state, deadline, text, facts);
}

function pressed(state: ChangeState, input: Input): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files' || state.at !== 'review') return null;
  const said = fold(input.text);
  if (yesNo(input.text) || said === fold(changeLabels.do)) return `do_${state.draft.rev}`;
  return said === fold(changeLabels.edit) ? 'edit' : null;
}

function onChoose(
  op: Op,
  state: Extract<ChangeState, { at: 'choose' }>,
  press: string | null,
  input: Input,
  facts: ChangeFacts,
): Taken {
  const { draft } = state;
  if (press === null) {
    return input.kind === 'text' ? takeWords(op, draft, input.text, facts) : { state, notes: [] };
  }
  const one = candidates(op, facts).find(deadline => deadlineChoiceId(deadline) === press);
  if (one) return choose(op, draft, one);
  if (press === `more_${state.page}` && state.page + 1 < pagesOf(op, state, facts))
    return { state: { ...state, page: state.page + 1 }, notes: [] };
  if (press === 'resume') return { state, notes: [] };
  if (press !== 'back') return { state, notes: [changeText.stale()] };
  if (state.page > 0) return { state: { ...state, page: state.page - 1 }, notes: [] };
  return { state: { ...state, among: [] }, notes: state.among.length > 0 ? [] : [changeText.first()] };
}

function onPress(op: Op, state: Chosen, deadline: LiveDeadline, press: string): Taken {
  const { draft } = state;
  if (state.at === 'units') {
    const duty = deadline.duties.find(one => obligationChoiceId(one.obligationId) === press);
    if (duty) return onwards(op, change(draft, { extended: [duty.obligationId] }), deadline);
  }
  if (state.at === 'reading') {
    const boundary = state.readings.find((_, at) => press === `r${at}_${draft.rev}`);
    if (boundary) return onwards(op, change(draft, { boundary }), deadline);
  }
  if (state.at === 'scope' && (press === 'this_one' || press === 'all_later'))
    return onwards(op, change(draft, { later: press === 'all_later' }), deadline);
  switch (press) {
    case 'edit':
    case 'back':
      return back(op, state, deadline);
    case 'skip':
      return { state, notes: [changeText.cannotSkip()] };
    case 'resume':
      return { state, notes: [] };
    default:
      return { state, notes: [changeText.stale()] };
  }
}

/** One question back; what was answered before it stays. */
function back(op: Op, state: Chosen, deadline: LiveDeadline): Taken {
  const { draft } = state;
  const { at } = state;
  const undone =
    at === 'review' && op === 'cancel'
      ? change(draft, { reason: null, later: null })
      : at === 'review' || at === 'reason' || at === 'reading'
        ? change(draft, { boundary: null, title: null, reason: op === 'move' ? null : draft.reason })
        : at === 'value' && op === 'extend' && deadline.duties.length > 1
          ? change(draft, { extended: [] })
          : null;
  if (undone === null || (at === 'reason' && op === 'cancel'))
    return { state: { at: 'choose', page: 0, among: [], draft: emptyChange }, notes: [] };
  return onwards(op, undone, deadline);
}

function park(state: ChangeState): ChangeStep {
  const choices = [
    [
      { id: 'resume', label: changeLabels.resume },
      { id: 'cancel', label: changeLabels.cancel },
    ],
  ];
  return { kind: 'ask', state, say: { lines: changeText.parked(), choices }, effects: [] };
}

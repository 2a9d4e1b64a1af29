import { deadlineKinds } from '../core/deadline.ts';
import type { Line } from '../core/message.ts';
import { readDeadlineLine } from '../text/deadline-line.ts';
import { changeLabels, changeText, kindLabels } from '../text/deadlines.ts';
import { clean, fold } from '../text/fold.ts';
import { newDeadlineText } from '../text/new-deadline.ts';
import { yesNo } from '../text/words.ts';
import { apart, type Dialogue, type Input, type Step } from './dialogue.ts';
import { change, onwards, type Taken, takeLine, takeText } from './new-deadline-draft.ts';
import { promptFor } from './new-deadline-prompts.ts';
import {
  emptyNewDraft,
  type NewDeadlineEffect,
  type NewDeadlineFacts,
  type NewDeadlineState,
  newDeadlineStateSchema,
  shownOf,
  undated,
} from './new-deadline-state.ts';

type NewStep = Step<NewDeadlineState, NewDeadlineEffect>;

/** `/them_han`: title, term and who, in one line or asked for; shown before it is done. */
export const newDeadlineDialogue: Dialogue<NewDeadlineState, NewDeadlineFacts, NewDeadlineEffect> = {
  kind: 'them_han',
  version: 1,
  state: newDeadlineStateSchema,
  migrate: (version, state) =>
    version === 1 ? (newDeadlineStateSchema.safeParse(state).data ?? null) : null,
  start,
  step,
  ask: promptFor,
};

function start(facts: NewDeadlineFacts): NewStep {
  if (facts.until === null) return { kind: 'end', say: { lines: changeText.noSeason() }, effects: [] };
  if (facts.words.trim() === '') return asked(onwards(emptyNewDraft), facts);
  return asked(
    takeLine(emptyNewDraft, readDeadlineLine(facts.words, facts.units, facts.today), facts),
    facts,
  );
}

function asked({ state, notes }: Taken, facts: NewDeadlineFacts): NewStep {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

function step(state: NewDeadlineState, input: Input, facts: NewDeadlineFacts): NewStep {
  const press = pressed(state, input);
  if (press === null) {
    if (input.kind === 'files') return asked({ state, notes: [changeText.noFiles()] }, facts);
    const said = input.kind === 'text' && clean(input.text) !== '';
    return asked(said ? takeText(state, input.text, facts) : { state, notes: [] }, facts);
  }
  if (press === 'cancel') return { kind: 'end', say: { lines: changeText.stopped() }, effects: [] };
  if (press === 'later') return park(state);
  if (press === `do_${state.draft.rev}`) return perform(state, facts);
  return asked(onPress(state, press), facts);
}

function pressed(state: NewDeadlineState, input: Input): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files') return null;
  const said = fold(input.text);
  if (state.at === 'review' && (yesNo(input.text) || said === fold(changeLabels.do)))
    return `do_${state.draft.rev}`;
  if (state.at === 'review' && said === fold(changeLabels.edit)) return 'edit';
  const kind = deadlineKinds.find(one => fold(kindLabels[one]).split(', ').includes(said));
  return state.at === 'kind' && kind ? `k_${kind}` : null;
}

function perform(state: NewDeadlineState, facts: NewDeadlineFacts): NewStep {
  const shown = shownOf(state.draft);
  if (!shown || state.at !== 'review') return asked(onwards(state.draft), facts);
  const { ruleText } = state.draft;
  return { kind: 'end', say: null, effects: [{ kind: 'add', shown, ruleText }] };
}

function onPress(state: NewDeadlineState, press: string): Taken {
  const { draft } = state;
  const kind = deadlineKinds.find(one => press === `k_${one}`);
  if (kind) return onwards(change(draft, { kind }));
  const who = (['all', 'bloc', 'both'] as const).find(one => press === `who_${one}`);
  if (who) return onwards(change(draft, { who: { kind: who } }));
  const part = (['title', 'when', 'who', 'kind', 'recipient'] as const).find(one => press === `e_${one}`);
  if (part) return { state: { at: part, draft }, notes: [] };
  const place =
    state.at === 'reading' ? state.readings.findIndex((_, at) => press === `r${at}_${draft.rev}`) : -1;
  const boundary = state.at === 'reading' ? state.readings[place] : undefined;
  if (boundary) return onwards(change(draft, { boundary }));
  switch (press) {
    case 'edit':
      return { state: { at: 'edit', draft }, notes: [] };
    case 'once':
      return onwards(change(draft, { every: null }));
    case 'undated':
      return onwards(change(draft, { boundary: undated(draft.ruleText), hour: false }));
    case 'skip':
      return skip(state);
    case 'resume':
      return { state, notes: [] };
    case 'back':
      return back(state);
    default:
      return { state, notes: [changeText.stale()] };
  }
}

function skip(state: NewDeadlineState): Taken {
  if (state.at === 'when') return onwards(change(state.draft, { boundary: undated(state.draft.ruleText) }));
  return state.at === 'recipient' ? onwards(state.draft) : { state, notes: [changeText.cannotSkip()] };
}

/** To the look ahead where all is there, else to what was said before this question. */
function back(state: NewDeadlineState): Taken {
  const { draft } = state;
  if (state.at === 'review') return { state: { at: 'edit', draft }, notes: [] };
  if (shownOf(draft)) return onwards(draft);
  if (state.at === 'title') return { state, notes: [changeText.first()] };
  if (state.at === 'who') return { state: { at: 'when', draft }, notes: [] };
  return { state: { at: 'title', draft }, notes: [] };
}

function park(state: NewDeadlineState): NewStep {
  const choices = [
    [
      { id: 'resume', label: changeLabels.resume },
      { id: 'cancel', label: changeLabels.cancel },
    ],
  ];
  const lines: Line[] = [
    ...newDeadlineText.kept({ title: state.draft.title, boundary: state.draft.boundary, who: null }),
    ...changeText.parked(),
  ];
  return { kind: 'ask', state, say: { lines, choices }, effects: [] };
}

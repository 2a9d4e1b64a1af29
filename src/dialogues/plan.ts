import type { PlanDraft } from '../core/plan-draft.ts';
import { formatDay } from '../text/days.ts';
import { fold } from '../text/fold.ts';
import { planChangeText } from '../text/plan-changes.ts';
import { planLabels, planText } from '../text/plan-talk.ts';
import { apart, type Dialogue, type Input } from './dialogue.ts';
import { promptPlan, setupFacts } from './plan-prompts.ts';
import { askPlan, briefly, kept, onReviewPress, onReviewText } from './plan-review.ts';
import {
  type PlanAsked,
  type PlanEffect,
  type PlanFacts,
  type PlanState,
  type PlanStep,
  planStateSchema,
  type ReadDocument,
  type UnderReview,
} from './plan-state.ts';
import { goneFrom, unitsBesides, unitsBeyond } from './plan-versions.ts';
import { setupDialogue } from './setup.ts';
import { onwards } from './setup-moves.ts';
import { emptyDraft, type SetupAsked } from './setup-state.ts';

/** UTF-16 units of pasted text; a plan of forty pages has a third of it. */
const MAX_TEXT = 300_000;

/** `/nap_ke_hoach`: a document is read, gone through with the lead, and only then becomes a season. */
export const planDialogue: Dialogue<PlanState, PlanFacts, PlanEffect> = {
  kind: 'nap_ke_hoach',
  version: 1,
  state: planStateSchema,
  migrate: () => null,
  start: facts => askPlan({ at: 'document', parts: [] }, facts),
  step,
  ask: promptPlan,
};

function step(state: PlanState, input: Input, facts: PlanFacts): PlanStep {
  const press = pressed(state, input, facts);
  if (
    press === 'cancel' &&
    'edits' in state &&
    state.at !== 'leaving' &&
    (state.edits.length > 0 || state.bloc)
  )
    return askPlan({ ...kept(state), at: 'leaving' }, facts);
  if (press === 'cancel') {
    const effects: PlanEffect[] = facts.fresh ? [{ kind: 'abandon' }] : [];
    return { kind: 'end', say: { lines: planText.cancelled() }, effects };
  }
  if (press === 'later') return { kind: 'ask', state, say: { lines: planText.parked() }, effects: [] };
  const text = input.kind === 'text' ? input.text : '';
  switch (state.at) {
    case 'document':
      return onDocument(state, input, press, facts);
    case 'bloc':
      return onBloc(state, press === 'create' ? { kind: 'option', id: press } : input, facts);
    case 'replacing':
      return onReplacing(state, press, facts);
    default:
      if (input.kind === 'files') return onOtherFile(state, facts);
      return press === null ? onReviewText(state, text, facts) : onReviewPress(state, press, facts);
  }
}

/** A button, or its label typed; null: something else. */
function pressed(state: PlanState, input: Input, facts: PlanFacts): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files') return null;
  const choices = promptPlan(state, facts).choices?.flat() ?? [];
  return choices.find(({ label }) => fold(label) === fold(input.text))?.id ?? null;
}

/** A file while another is under review: read, and offered in its place. */
function onOtherFile(state: UnderReview, facts: PlanFacts): PlanStep {
  const { documents, newId: documentId } = facts;
  const unread = documents.filter(one => one.words === null);
  const text = documents.map(one => one.words ?? '').join('\n\n');
  const draft = unread.length > 0 || documents.length === 0 ? null : facts.read(text);
  if (!draft) {
    const notes = unread.map(({ file, problem }) => planText.unreadable(file.name, problem ?? ''));
    return briefly(state, facts, notes.length > 0 ? notes : planText.notAPlan());
  }
  const next: PlanState = { at: 'replacing', documentId, before: kept(state) };
  const files = documents.map(one => one.file);
  return { ...askPlan(next, { ...facts, draft }), effects: [{ kind: 'keep', documentId, text, files }] };
}

function onReplacing(
  { documentId, before }: Extract<PlanState, { at: 'replacing' }>,
  press: string | null,
  facts: PlanFacts,
): PlanStep {
  if (press === 'replace' && facts.draft) return begin(documentId, facts.draft, facts);
  const back: PlanState = { at: 'review', ...before };
  const choices = [[{ id: 'review', label: planLabels.wholeList }]];
  return { kind: 'ask', state: back, say: { lines: planChangeText.goesOn(), choices }, effects: [] };
}

type AtDocument = Extract<PlanState, { at: 'document' }>;

function onDocument(state: AtDocument, input: Input, press: string | null, facts: PlanFacts): PlanStep {
  if (input.kind === 'files') return onFiles(state, facts);
  if (press === 'enough' && state.parts.length > 0) return understand(state.parts.join('\n'), [], facts);
  if (input.kind !== 'text') return askPlan(state, facts);
  const parts = [...state.parts, input.text];
  const characters = parts.reduce((sum, part) => sum + part.length, 0);
  if (characters > MAX_TEXT) return askPlan(state, facts, [planText.tooMuch()]);
  const lines = planText.partTaken(parts.length, characters);
  const choices = [[{ id: 'enough', label: planLabels.enough, tone: 'primary' as const }]];
  return { kind: 'ask', state: { at: 'document', parts }, say: { lines, choices }, effects: [] };
}

/** Plan and annexes sent together are read as one text, in the order sent. */
function onFiles(state: AtDocument, facts: PlanFacts): PlanStep {
  const { documents } = facts;
  const unread = documents.filter(one => one.words === null);
  if (unread.length > 0 || documents.length === 0) {
    const notes = unread.map(({ file, problem }) => planText.unreadable(file.name, problem ?? ''));
    return askPlan(state, facts, notes);
  }
  return understand(documents.map(one => one.words).join('\n\n'), documents, facts);
}

function understand(text: string, documents: readonly ReadDocument[], facts: PlanFacts): PlanStep {
  const draft = facts.read(text);
  if (!draft) return askPlan({ at: 'document', parts: [] }, facts, planText.notAPlan());
  const documentId = facts.newId;
  const files = documents.map(one => one.file);
  const appliedOn = files.map(file => facts.applied.get(file.sha256)).find(one => one !== undefined);
  const notes = [
    ...planText.understood(draft, appliedOn ? formatDay(appliedOn) : null),
    ...planChangeText.membersDiffer(unitsBeyond(draft, facts), unitsBesides(draft, facts)),
    ...planChangeText.gone(goneFrom(draft, facts)),
  ];
  const next = begin(documentId, draft, facts);
  const say = { ...next.say, lines: apart(notes, next.say.lines) };
  return { ...next, say, effects: [{ kind: 'keep', documentId, text, files }] };
}

/** The first step after a document: the bloc's own facts where there is none yet, else its items. */
function begin(documentId: string, draft: PlanDraft, facts: PlanFacts): PlanAsked {
  const known = { ...facts, draft };
  return facts.fresh
    ? askBloc(documentId, draft, known)
    : askPlan({ at: 'review', documentId, bloc: null, edits: [] }, known);
}

/** What the plan says of the bloc goes first through the questions of `/thiet_lap`, which know what is missing. */
function askBloc(documentId: string, { sheet, units }: PlanDraft, facts: PlanFacts): PlanAsked {
  const draft = { ...emptyDraft, ...sheet, units: units.map(unit => ({ ...unit, shortName: null })) };
  return wrapped(documentId, onwards(draft, setupFacts(facts)), facts);
}

function onBloc(state: Extract<PlanState, { at: 'bloc' }>, input: Input, facts: PlanFacts): PlanStep {
  const step = setupDialogue.step(state.setup, input, setupFacts(facts));
  if (step.kind === 'ask') return wrapped(state.documentId, step, facts);
  const made = step.effects.find(effect => effect.kind === 'create');
  if (!made) return { kind: 'end', say: { lines: planText.cancelled() }, effects: [{ kind: 'abandon' }] };
  return askPlan({ at: 'review', documentId: state.documentId, bloc: made.bloc, edits: [] }, facts);
}

/** The set-up's question with our buttons: nothing is created by it yet. */
function wrapped(documentId: string, { state: setup, say }: SetupAsked, facts: PlanFacts): PlanAsked {
  const state: PlanState = { at: 'bloc', documentId, setup };
  const { choices } = promptPlan(state, facts);
  return { kind: 'ask', state, say: { ...say, ...(choices ? { choices } : {}) }, effects: [] };
}

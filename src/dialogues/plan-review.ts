import type { Line } from '../core/message.ts';
import type { PlanEdit } from '../core/plan-edit.ts';
import { changeText } from '../text/deadlines.ts';
import { clean } from '../text/fold.ts';
import { itemDetail, itemLine } from '../text/plan-items.ts';
import { planLabels, planText } from '../text/plan-talk.ts';
import { apart } from './dialogue.ts';
import { type Correction, readReviewText } from './plan-corrections.ts';
import { promptPlan } from './plan-prompts.ts';
import type { PlanAsked, PlanFacts, PlanState, PlanStep, UnderReview } from './plan-state.ts';
import { graveWarnings, namedUnits, underReview } from './under-review.ts';

type Question = Extract<PlanState, { at: 'question' }>;

export function askPlan(state: PlanState, facts: PlanFacts, notes: Line[] = []): PlanAsked {
  const say = promptPlan(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

/** The same items under review, elsewhere in the conversation. */
export const kept = ({ documentId, bloc, edits }: UnderReview) => ({ documentId, bloc, edits });
/** Only what changed: the list was shown, and is a button away. */
export function briefly(state: UnderReview, facts: PlanFacts, notes: Line[]): PlanAsked {
  const at = review(state);
  const { choices = [] } = promptPlan(at, facts);
  const [first, ...rest] = choices;
  const list = [{ id: 'review', label: planLabels.wholeList }];
  return {
    kind: 'ask',
    state: at,
    say: { lines: notes, choices: first ? [first, list, ...rest] : [list] },
    effects: [],
  };
}

const review = (state: UnderReview): UnderReview => ({ at: 'review', ...kept(state) });
const withEdits = (state: UnderReview, ...edits: PlanEdit[]): UnderReview => ({
  ...state,
  edits: [...state.edits, ...edits],
});

export function onReviewPress(state: UnderReview, press: string, facts: PlanFacts): PlanStep {
  switch (press) {
    case 'create':
      return create(state, facts, false);
    case 'acknowledge':
      return state.at === 'warnings' ? create(state, facts, true) : askPlan(review(state), facts);
    case 'drop_past': {
      const edits = underReview(state, facts).past.map((no): PlanEdit => ({ kind: 'drop', no }));
      return briefly(withEdits(review(state), ...edits), facts, [planText.dropped(edits.length)]);
    }
    case 'answer':
      return nextQuestion(review(state), facts, 0);
    case 'warnings':
      return briefly(state, facts, planText.warnings(facts.draft?.warnings ?? []));
    case 'review':
    case 'back':
      return askPlan(review(state), facts);
  }
  if (state.at !== 'question') return briefly(state, facts, [planText.notUnderstood()]);
  return onQuestionPress(state, press, facts);
}

function onQuestionPress(state: Question, press: string, facts: PlanFacts): PlanStep {
  const { no } = state;
  if (press === 'skip') return nextQuestion(review(state), facts, no);
  if (press === 'settle' || press === 'drop')
    return nextQuestion(withEdits(review(state), { kind: press, no }), facts, no);
  const reading = state.readings[Number(/^reading_(\d)$/.exec(press)?.[1] ?? Number.NaN)];
  if (!reading) return askPlan(state, facts, [planText.notUnderstood()]);
  const edit: PlanEdit = { kind: 'term', no, boundary: reading, every: null, ruleText: '' };
  return nextQuestion(withEdits(review(state), edit), facts, no);
}

/** The first open question after item `after`, else the first of all; none left: the review. */
function nextQuestion(state: UnderReview, facts: PlanFacts, after: number, notes: Line[] = []): PlanStep {
  const { open } = underReview(state, facts);
  const no = open.find(one => one > after);
  if (no === undefined) return answered(review(state), facts, notes);
  return askPlan({ at: 'question', no, readings: [], ...kept(state) }, facts, notes);
}

const answered = (state: UnderReview, facts: PlanFacts, notes: Line[]): PlanAsked =>
  briefly(state, facts, apart(notes, planText.allAnswered(underReview(state, facts).shown.length)));

export function onReviewText(state: UnderReview, text: string, facts: PlanFacts): PlanStep {
  if (clean(text) === '') return askPlan(state, facts);
  const { items } = underReview(state, facts);
  const around = {
    today: facts.today,
    year: facts.draft?.sheet.year ?? null,
    units: namedUnits(state, facts),
  };
  const asked = state.at === 'question' ? items.find(item => item.no === state.no) : undefined;
  return carryOut(state, readReviewText(text, items, asked, around), facts);
}

function carryOut(state: UnderReview, correction: Correction, facts: PlanFacts): PlanStep {
  switch (correction.kind) {
    case 'show':
      return state.at === 'question'
        ? askPlan(state, facts, itemDetail(correction.item, facts.calendar))
        : briefly(state, facts, itemDetail(correction.item, facts.calendar));
    case 'which': {
      const { readings, item } = correction;
      return askPlan({ at: 'question', no: item.no, readings, ...kept(state) }, facts);
    }
    case 'edit': {
      const next = withEdits(review(state), ...correction.edits);
      const note = noteOf(correction.edits, next, facts);
      return state.at === 'question'
        ? nextQuestion(next, facts, state.no, [note])
        : briefly(next, facts, [note]);
    }
    case 'no_such_day':
      return again(state, facts, changeText.noSuchDay());
    case 'no_such_item':
      return again(state, facts, planText.noSuchItem());
    case 'not_understood':
      return again(state, facts, planText.notUnderstood());
  }
}

/** An open question is asked once more, the list is not. */
const again = (state: UnderReview, facts: PlanFacts, note: Line): PlanAsked =>
  state.at === 'question' ? askPlan(state, facts, [note]) : briefly(state, facts, [note]);

/** What became of it, by its number and name: an answer that was taken for another shows at once. */
function noteOf(edits: readonly PlanEdit[], after: UnderReview, facts: PlanFacts): Line {
  const dropped = edits.filter(edit => edit.kind === 'drop').length;
  if (dropped > 0) return planText.dropped(dropped);
  const [edit] = edits;
  const { items } = underReview(after, facts);
  const item = edit && 'no' in edit ? items.find(one => one.no === edit.no) : items.at(-1);
  if (!item || !edit) return planText.corrected();
  return planText.changed(edit.kind, itemLine({ kind: 'new', item }, facts.today));
}

/** Doubtful figures are confirmed, and grave mistakes of the document acknowledged, before anything is made. */
function create(state: UnderReview, facts: PlanFacts, acknowledged: boolean): PlanStep {
  const { items, shown, open, past } = underReview(state, facts);
  const doubtful = items.filter(
    item => open.includes(item.no) && (item.doubt !== null || past.includes(item.no)),
  );
  const [first] = doubtful;
  if (first) {
    const next: PlanState = { at: 'question', no: first.no, readings: [], ...kept(state) };
    return askPlan(next, facts, [planText.doubtsFirst()]);
  }
  if (graveWarnings(facts).length > 0 && !acknowledged)
    return askPlan({ at: 'warnings', ...kept(state) }, facts);
  if (shown.length === 0 && state.bloc === null) return askPlan(review(state), facts);
  const { documentId, bloc } = state;
  return { kind: 'end', say: null, effects: [{ kind: 'create', documentId, bloc, proposals: shown }] };
}

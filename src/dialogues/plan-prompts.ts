import { type Proposal, proposals } from '../core/plan-diff.ts';
import type { PlanItem, PlanWarning } from '../core/plan-draft.ts';
import { edited, openQuestions } from '../core/plan-edit.ts';
import { readingLabel } from '../text/deadlines.ts';
import { fold } from '../text/fold.ts';
import { planLabels, planText } from '../text/plan-talk.ts';
import type { Choice, Say } from './dialogue.ts';
import type { PlanFacts, PlanState, UnderReview } from './plan-state.ts';
import { promptNew } from './setup-prompts.ts';

/** Readings of a term that are offered. */
const MAX_READINGS = 4;

export const setupFacts = ({ today }: PlanFacts) => ({ today, sheet: null, yearHolds: false, words: '' });

/** The items as they stand, and what taking them over would do. */
export function underReview(state: UnderReview, facts: PlanFacts) {
  const items = edited(facts.draft?.items ?? [], state.edits);
  const all = proposals(items, facts.season, (a, b) => fold(a) === fold(b));
  const shown = all.filter((one): one is Exclude<Proposal, { kind: 'same' }> => one.kind !== 'same');
  const asked = new Set(shown.map(one => one.item.no));
  const open = openQuestions(items, state.edits).filter(no => asked.has(no));
  return { items, shown, same: all.length - shown.length, open };
}

export const graveWarnings = ({ draft }: PlanFacts): PlanWarning[] =>
  (draft?.warnings ?? []).filter(one => one.severity === 'high');

export function promptPlan(state: PlanState, facts: PlanFacts): Say {
  switch (state.at) {
    case 'document':
      return {
        lines: planText.askDocument(facts.fresh),
        ...(state.parts.length > 0 ? { choices: [[choice('enough', planLabels.enough, 'primary')]] } : {}),
      };
    case 'bloc': {
      const say = 'draft' in state.setup ? promptNew(state.setup, setupFacts(facts)) : { lines: [] };
      return 'choices' in say && say.choices
        ? { ...say, choices: say.choices.map(row => row.map(asBloc)) }
        : say;
    }
    case 'review':
      return promptReview(state, facts);
    case 'question':
      return promptQuestion(state, facts);
    case 'warnings':
      return {
        lines: planText.warnings(graveWarnings(facts)),
        choices: [
          [choice('acknowledge', planLabels.acknowledge, 'primary')],
          [choice('review', planLabels.back)],
        ],
      };
  }
}

const choice = (id: string, label: string, tone?: Choice['tone']): Choice => ({
  id,
  label,
  ...(tone ? { tone } : {}),
});

/** Nothing is created yet after the bloc's own facts. */
const asBloc = (one: Choice): Choice => (one.id === 'create' ? { ...one, label: planLabels.blocRight } : one);

function promptReview(state: UnderReview, facts: PlanFacts): Say {
  const { shown, same, open } = underReview(state, facts);
  const warnings = facts.draft?.warnings.length ?? 0;
  const something = shown.length > 0 || state.bloc !== null;
  return {
    lines: planText.review(shown, same, facts.today),
    choices: [
      ...(something ? [[choice('create', planLabels.create(facts.fresh), 'primary')]] : []),
      ...(open.length > 0 ? [[choice('answer', planLabels.answer(open.length))]] : []),
      ...(warnings > 0 ? [[choice('warnings', planLabels.warnings(warnings))]] : []),
      [choice('cancel', planLabels.cancel)],
    ],
  };
}

function promptQuestion(state: Extract<PlanState, { at: 'question' }>, facts: PlanFacts): Say {
  const { items, open } = underReview(state, facts);
  const item = items.find(one => one.no === state.no);
  if (!item) return promptReview(state, facts);
  if (state.readings.length > 0)
    return {
      lines: [planText.whichReading()],
      choices: state.readings
        .slice(0, MAX_READINGS)
        .map((reading, index) => [choice(`reading_${index}`, readingLabel(reading, facts.today))]),
    };
  return {
    lines: planText.question(item, open.length, facts.today),
    choices: [
      [
        isUndated(item)
          ? choice('settle', planLabels.undated)
          : choice('settle', planLabels.right, 'primary'),
      ],
      [choice('drop', planLabels.drop), choice('review', planLabels.toReview)],
    ],
  };
}

const isUndated = (item: PlanItem) => item.kind === 'deadline' && item.boundary.kind === 'unstated';

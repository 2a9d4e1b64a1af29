import { isUndated } from '../core/plan-draft.ts';
import { readingLabel } from '../text/deadlines.ts';
import { planChangeText } from '../text/plan-changes.ts';
import { planLabels, planText } from '../text/plan-talk.ts';
import type { Choice, Say } from './dialogue.ts';
import type { PlanFacts, PlanState, UnderReview } from './plan-state.ts';
import { promptNew } from './setup-prompts.ts';
import { graveWarnings, underReview } from './under-review.ts';

/** Readings of a term that are offered. */
const MAX_READINGS = 4;

export const setupFacts = ({ today }: PlanFacts) => ({ today, sheet: null, yearHolds: false, words: '' });

export function promptPlan(state: PlanState, facts: PlanFacts): Say {
  switch (state.at) {
    case 'document':
      return {
        lines: planText.askDocument(facts.fresh),
        takesFiles: { topic: 'plan', title: planText.documentTitle() },
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
    case 'leaving':
      return {
        lines: planChangeText.leaving(state.edits.length),
        choices: [
          [choice('cancel', planLabels.giveUp, 'danger')],
          [choice('review', planLabels.goOn, 'primary')],
        ],
      };
    case 'replacing':
      return {
        lines: planChangeText.replacing(facts.draft, state.before.edits.length),
        choices: [[choice('replace', planLabels.replace, 'primary')], [choice('stay', planLabels.stay)]],
      };
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
  const { shown, same, open, past } = underReview(state, facts);
  const warnings = facts.draft?.warnings.length ?? 0;
  const something = shown.length > 0 || state.bloc !== null;
  return {
    lines: planText.review(shown, same, facts.today),
    choices: [
      ...(something ? [[choice('create', planLabels.create(facts.fresh), 'primary')]] : []),
      ...(open.length > 0 ? [[choice('answer', planLabels.answer(open.length))]] : []),
      ...(past.length > 0 ? [[choice('drop_past', planLabels.dropPast(past.length))]] : []),
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

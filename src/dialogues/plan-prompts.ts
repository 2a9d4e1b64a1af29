import { dueOf } from '../core/boundary.ts';
import type { Day } from '../core/day.ts';
import { isHandedIn } from '../core/deadline.ts';
import { type Proposal, proposals } from '../core/plan-diff.ts';
import type { PlanItem, PlanWarning } from '../core/plan-draft.ts';
import { edited, openQuestions } from '../core/plan-edit.ts';
import { readingLabel } from '../text/deadlines.ts';
import { fold } from '../text/fold.ts';
import { planLabels, planText } from '../text/plan-talk.ts';
import { looksAlike } from '../text/unit-list.ts';
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
  const settled = new Set(state.edits.flatMap(edit => (edit.kind === 'settle' ? [edit.no] : [])));
  const past = items.filter(item => isPast(item, facts.today) && !settled.has(item.no)).map(item => item.no);
  const open = [...new Set([...openQuestions(items, state.edits), ...past])]
    .filter(no => asked.has(no))
    .toSorted((a, b) => a - b);
  return { items, shown, same: all.length - shown.length, open, past: past.filter(no => asked.has(no)) };
}

export const graveWarnings = (facts: PlanFacts): PlanWarning[] => [
  ...othersPlan(facts),
  ...(facts.draft?.warnings ?? []).filter(one => one.severity === 'high'),
];

/** A bloc's plan of which no unit and not the name is ours is another's, sent by mistake. */
function othersPlan({ fresh, draft, units, blocName }: PlanFacts): PlanWarning[] {
  const name = draft?.scope === 'bloc' ? draft.sheet.name : null;
  if (fresh || !name || looksAlike(name, blocName)) return [];
  const ours = draft?.units.some(one =>
    units.some(({ names }) => names.some(known => looksAlike(known, one.name))),
  );
  return ours ? [] : [{ severity: 'high', note: planText.othersPlan(name), line: null, quote: null }];
}

/** Owed from the first moment on: to be asked about before anybody is told that he is late. */
const isPast = (item: PlanItem, today: Day): boolean => {
  const due = item.kind === 'deadline' && isHandedIn(item.deadlineKind) ? dueOf(item.boundary) : null;
  return due?.kind === 'dated' && due.dueOn < today;
};

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

const isUndated = (item: PlanItem) => item.kind === 'deadline' && item.boundary.kind === 'unstated';

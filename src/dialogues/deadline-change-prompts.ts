import { dayOf } from '../core/day.ts';
import { effectOf, type LiveDeadline } from '../core/deadline-change.ts';
import { changeLabelsOf, deadlineChangeText, type Op } from '../text/deadline-change.ts';
import { changeLabels, changeText, deadlineLabel, partyName, readingLabel } from '../text/deadlines.ts';
import {
  type ChangeDraft,
  type ChangeFacts,
  type ChangeState,
  candidates,
  changeOf,
  chosenOf,
  scoresAfter,
} from './deadline-change-state.ts';
import { apart, type Choice, type Say } from './dialogue.ts';
import { obligationChoiceId } from './report-choices.ts';

/** A message carries about eight buttons well. */
const PAGE = 7;

const leave: Choice[] = [
  { id: 'later', label: changeLabels.later },
  { id: 'cancel', label: changeLabels.cancel },
];

/** From the deadline itself and not from its place in a list, so that a button never changes its meaning. */
export const deadlineChoiceId = ({ deadlineId }: LiveDeadline) => obligationChoiceId(deadlineId);

/** The open question. */
export function promptFor(op: Op, state: ChangeState, facts: ChangeFacts): Say {
  if (state.at === 'choose') return choosePrompt(op, state, facts);
  const { draft } = state;
  const deadline = chosenOf(draft, facts);
  if (!deadline) return { lines: deadlineChangeText.goneMeanwhile(), choices: [leave] };
  if (state.at === 'review') return review(op, draft, deadline, facts);
  const chosen = deadlineChangeText.chosen(deadline, facts);
  switch (state.at) {
    case 'units':
      return {
        lines: apart(chosen, [deadlineChangeText.askUnits()]),
        choices: [
          ...deadline.duties
            .toSorted((a, b) => Number(a.handedIn !== null) - Number(b.handedIn !== null))
            .slice(0, PAGE)
            .map(duty => [{ id: obligationChoiceId(duty.obligationId), label: partyName(duty) }]),
          leave,
        ],
      };
    case 'value': {
      const ask = op === 'extend' ? deadlineChangeText.askDay() : deadlineChangeText.askNew();
      return { lines: apart(chosen, [ask]), choices: [leave], wants: 'number' };
    }
    case 'reading':
      return {
        lines: apart(chosen, [changeText.whichDay()]),
        choices: [
          ...state.readings.map((one, at) => [
            { id: `r${at}_${draft.rev}`, label: readingLabel(one, facts.today) },
          ]),
          leave,
        ],
      };
    case 'reason':
      return { lines: apart(chosen, [deadlineChangeText.askReason(op)]), choices: [leave] };
    case 'scope':
      return {
        lines: apart(chosen, [deadlineChangeText.askScope()]),
        choices: [
          [
            { id: 'this_one', label: changeLabelsOf.thisOne },
            { id: 'all_later', label: changeLabelsOf.allLater, tone: 'danger' },
          ],
          leave,
        ],
      };
  }
}

type Choosing = Extract<ChangeState, { at: 'choose' }>;

function listed(op: Op, { among }: Choosing, facts: ChangeFacts): LiveDeadline[] {
  const all = candidates(op, facts);
  const named = all.filter(one => among.includes(one.deadlineId));
  return named.length > 0 ? named : all;
}

export const pagesOf = (op: Op, state: Choosing, facts: ChangeFacts): number =>
  Math.max(1, Math.ceil(listed(op, state, facts).length / PAGE));

function choosePrompt(op: Op, state: Choosing, facts: ChangeFacts): Say {
  const pages = pagesOf(op, state, facts);
  const page = Math.min(state.page, pages - 1);
  const here = listed(op, state, facts).slice(page * PAGE, (page + 1) * PAGE);
  if (here.length === 0) return { lines: deadlineChangeText.none(op), choices: [leave] };
  const placeOf = (one: LiveDeadline) => facts.deadlines.indexOf(one) + 1;
  const choices: Choice[][] = here.map(one => [
    { id: deadlineChoiceId(one), label: deadlineLabel(one, placeOf(one), facts.today) },
  ]);
  if (page + 1 < pages) choices.push([{ id: `more_${page}`, label: changeLabels.more }]);
  const lines = [
    deadlineChangeText.choose(op),
    ...(pages > 1 ? [deadlineChangeText.page(page + 1, pages)] : []),
  ];
  return { lines, choices: [...choices, leave] };
}

function review(op: Op, draft: ChangeDraft, deadline: LiveDeadline, facts: ChangeFacts): Say {
  const { shown, change } = changeOf(op, draft, deadline);
  const effect = effectOf(deadline, change, facts);
  const dueOn = change.kind === 'cancel' ? null : change.dueOn;
  const past = dueOn !== null && draft.boundary !== null && dueOn < dayOf(facts.now);
  const scores = scoresAfter(deadline, change, facts);
  const also = { past, hour: draft.hour, scores };
  const lines = deadlineChangeText.review(deadline, shown, effect, facts, also);
  const act: Choice[] = [
    { id: `do_${draft.rev}`, label: changeLabels.do, tone: op === 'cancel' ? 'danger' : 'primary' },
    { id: 'edit', label: changeLabels.edit },
  ];
  return { lines, choices: [act, leave] };
}

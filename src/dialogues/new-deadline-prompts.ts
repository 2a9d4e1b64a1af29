import { dueOf } from '../core/boundary.ts';
import { dayOf } from '../core/day.ts';
import { deadlineKinds, isHandedIn } from '../core/deadline.ts';
import { reminderDays } from '../core/deadline-change.ts';
import { changeLabels, changeText, kindLabels, readingLabel } from '../text/deadlines.ts';
import { fold } from '../text/fold.ts';
import { type NewDeadlineShown, newDeadlineLabels, newDeadlineText, whoWords } from '../text/new-deadline.ts';
import type { Choice, Say } from './dialogue.ts';
import { apart } from './dialogue.ts';
import {
  type NewDeadlineFacts,
  type NewDeadlineState,
  type NewDraft,
  shownOf,
} from './new-deadline-state.ts';

const leave: Choice[] = [
  { id: 'later', label: changeLabels.later },
  { id: 'cancel', label: changeLabels.cancel },
];

/** The open question. */
export function promptFor(state: NewDeadlineState, facts: NewDeadlineFacts): Say {
  const { draft } = state;
  const kept = newDeadlineText.kept({
    title: draft.title,
    boundary: draft.boundary,
    who: draft.who && whoWords(draft.who, facts.units),
  });
  switch (state.at) {
    case 'title':
      return { lines: apart(kept, newDeadlineText.askTitle()), choices: [leave] };
    case 'kind':
      return {
        lines: [...kept, newDeadlineText.askKind()],
        choices: [...pairs(deadlineKinds.map(kind => ({ id: `k_${kind}`, label: kindLabels[kind] }))), leave],
      };
    case 'when':
      return {
        lines: [...kept, newDeadlineText.askWhen(draft.every)],
        choices: [[{ id: 'undated', label: newDeadlineLabels.undated }], leave],
        wants: 'number',
      };
    case 'reading':
      return {
        lines: [...kept, changeText.whichDay()],
        choices: [
          ...state.readings.map((one, at) => [
            { id: `r${at}_${draft.rev}`, label: readingLabel(one, facts.today) },
          ]),
          leave,
        ],
      };
    case 'who':
      return {
        lines: apart(kept, newDeadlineText.askWho(facts.units)),
        choices: [...whoChoices(facts), leave],
        wants: 'number',
      };
    case 'recipient':
      return { lines: [...kept, newDeadlineText.askRecipient()], choices: [leave] };
    case 'edit':
      return { lines: [...kept, newDeadlineText.askEdit()], choices: editChoices(draft) };
    case 'review':
      return review(draft, facts);
  }
}

const whoChoices = ({ units }: NewDeadlineFacts): Choice[][] => [
  [{ id: 'who_all', label: newDeadlineLabels.all(units.length), tone: 'primary' }],
  [
    { id: 'who_bloc', label: newDeadlineLabels.bloc },
    { id: 'who_both', label: newDeadlineLabels.both },
  ],
];

function editChoices({ every }: NewDraft): Choice[][] {
  const { title, when, who, kind, recipient, once, back } = newDeadlineLabels;
  return [
    [
      { id: 'e_title', label: title },
      { id: 'e_when', label: when },
      { id: 'e_who', label: who },
    ],
    [
      { id: 'e_kind', label: kind },
      { id: 'e_recipient', label: recipient },
    ],
    [...(every ? [{ id: 'once', label: once }] : []), { id: 'back', label: back }],
  ];
}

function review(draft: NewDraft, facts: NewDeadlineFacts): Say {
  const shown = shownOf(draft);
  if (!shown) return { lines: newDeadlineText.askTitle(), choices: [leave] };
  const due = dueOf(shown.boundary);
  const lines = newDeadlineText.review(shown, facts, {
    reminders: remindersOf(shown, facts),
    past: due.kind === 'dated' && due.dueOn < dayOf(facts.now),
    same: facts.titles.some(title => fold(title) === fold(shown.title)),
  });
  const act: Choice[] = [
    { id: `do_${draft.rev}`, label: changeLabels.do, tone: 'primary' },
    { id: 'edit', label: changeLabels.edit },
  ];
  return { lines, choices: [act, leave] };
}

/** When somebody who owes it would be reminded. */
function remindersOf({ kind, boundary, title }: NewDeadlineShown, facts: NewDeadlineFacts) {
  const due = dueOf(boundary);
  if (due.kind !== 'dated' || !isHandedIn(kind)) return [];
  const duty = {
    obligationId: 'new',
    deadlineId: 'new',
    kind,
    title,
    ruleText: '',
    recipient: null,
    party: { kind: 'bloc' as const },
    dueOn: due.dueOn,
    dueBefore: due.dueBefore,
    extended: false,
    since: facts.now,
    handedIn: null,
    sentBack: null,
    withdrawn: null,
  };
  return reminderDays([duty], facts);
}

function pairs(choices: Choice[]): Choice[][] {
  const rows: Choice[][] = [];
  for (let at = 0; at < choices.length; at += 2) rows.push(choices.slice(at, at + 2));
  return rows;
}

import type { Line } from '../core/message.ts';
import { type BoundaryWords, readBoundary } from '../text/boundary-words.ts';
import { type DeadlineLine, readDeadlineLine, titleIn } from '../text/deadline-line.ts';
import { changeText } from '../text/deadlines.ts';
import { capitalised, clean, clip } from '../text/fold.ts';
import { newDeadlineText } from '../text/new-deadline.ts';
import { readWho } from '../text/who-words.ts';
import {
  type NewDeadlineFacts,
  type NewDeadlineState,
  type NewDraft,
  nextPlace,
  TITLE_MAX,
  undated,
} from './new-deadline-state.ts';

/** Where the conversation stands after something was said, and what to say before the next question. */
export interface Taken {
  state: NewDeadlineState;
  notes: Line[];
}

export const change = (draft: NewDraft, changes: Partial<NewDraft>): NewDraft => ({
  ...draft,
  ...changes,
  rev: draft.rev + 1,
});

export const onwards = (draft: NewDraft, notes: Line[] = []): Taken => ({
  state: { at: nextPlace(draft), draft },
  notes,
});

/** What is typed answers the question first; else it may be any part, or a whole line. */
export function takeText(state: NewDeadlineState, text: string, facts: NewDeadlineFacts): Taken {
  const { draft } = state;
  const { units, today } = facts;
  switch (state.at) {
    case 'title': {
      const line = readDeadlineLine(text, units, today);
      if (!/\p{L}/u.test(text)) return { state, notes: [newDeadlineText.titleNeedsWords()] };
      return line.title === null && !saysAnything(line)
        ? onwards(change(draft, { title: titleOf(text) }))
        : takeLine(draft, line, facts);
    }
    case 'when':
    case 'reading': {
      const when = readBoundary(text, today);
      if (when.kind === 'none') return takeLineOr(state, text, facts, changeText.notADay());
      return takeWhen(draft, when, clean(text));
    }
    case 'who': {
      const who = readWho(text, units, true);
      return who
        ? onwards(change(draft, { who }))
        : takeLineOr(state, text, facts, newDeadlineText.unknownWho());
    }
    case 'recipient':
      return onwards(change(draft, { recipient: clip(clean(text), TITLE_MAX) }));
    default:
      return takeLineOr(state, text, facts, newDeadlineText.useButtons());
  }
}

/** A part of the line that says something other than a title; the title that is there already is kept. */
function takeLineOr(state: NewDeadlineState, text: string, facts: NewDeadlineFacts, note: Line): Taken {
  const title = titleIn(text);
  if (title) return onwards(change(state.draft, { title: titleOf(title) }));
  const line = readDeadlineLine(text, facts.units, facts.today);
  if (!saysAnything(line)) return { state, notes: [note] };
  return takeLine(state.draft, { ...line, title: state.draft.title ?? line.title }, facts);
}

const saysAnything = ({ when, who, unknown, recipient }: DeadlineLine) =>
  when !== null || who !== null || unknown.length > 0 || recipient !== null;

export function takeLine(draft: NewDraft, line: DeadlineLine, facts: NewDeadlineFacts): Taken {
  const next = change(draft, {
    title: line.title === null ? draft.title : titleOf(line.title),
    // Some of those meant are not known: which, is asked rather than guessed.
    who: line.unknown.length > 0 ? null : (line.who ?? draft.who),
    recipient: line.recipient === null ? draft.recipient : clip(line.recipient, TITLE_MAX),
    hour: line.hour || draft.hour,
  });
  const notes = line.unknown.length > 0 ? [newDeadlineText.unknownUnits(line.unknown)] : [];
  if (line.when) {
    const taken = takeWhen(next, line.when, line.whenWords);
    return { ...taken, notes: [...notes, ...taken.notes] };
  }
  return onwards(next, facts.units.length === 0 ? [newDeadlineText.unknownWho()] : notes);
}

function takeWhen(draft: NewDraft, when: BoundaryWords, words: string): Taken {
  const ruleText = clip(words, TITLE_MAX);
  switch (when.kind) {
    case 'boundary': {
      const { boundary } = when;
      const hour = when.hour || draft.hour;
      return onwards(change(draft, { boundary, hour, ruleText, every: when.every ?? draft.every }));
    }
    case 'ambiguous': {
      const hour = when.hour ?? draft.hour;
      const next = change(draft, { ruleText, hour, every: when.every ?? draft.every });
      return { state: { at: 'reading', readings: when.readings.slice(0, 4), draft: next }, notes: [] };
    }
    case 'recurring':
      return onwards(change(draft, { every: when.every, boundary: null, ruleText }));
    case 'undated':
      return onwards(change(draft, { boundary: undated(ruleText), hour: false, ruleText }));
    case 'weekly':
      return { state: { at: 'when', draft }, notes: [changeText.noWeekly()] };
    case 'no_such_day':
      return { state: { at: 'when', draft }, notes: [changeText.noSuchDay()] };
    case 'none':
      return { state: { at: 'when', draft }, notes: [changeText.notADay()] };
  }
}

/** As it will be read in lists: with a capital. */
const titleOf = (text: string): string => capitalised(clip(clean(text), TITLE_MAX));

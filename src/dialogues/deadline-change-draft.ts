import { dueOf } from '../core/boundary.ts';
import type { LiveDeadline } from '../core/deadline-change.ts';
import type { Line } from '../core/message.ts';
import type { BoundaryWords } from '../text/boundary-words.ts';
import { type ChangeLine, nothingSaid, readChangeLine, readPlace, readReason } from '../text/change-line.ts';
import { deadlineChangeText, type Op } from '../text/deadline-change.ts';
import { changeText } from '../text/deadlines.ts';
import { clip, fold } from '../text/fold.ts';
import { readWho, type Who } from '../text/who-words.ts';
import {
  type ChangeDraft,
  type ChangeFacts,
  type ChangeState,
  candidates,
  dutiesOf,
  nextPlace,
  WORDS_MAX,
} from './deadline-change-state.ts';
import { matchObligations, matchPhrase } from './report-choices.ts';

/** Where the conversation stands after something was said, and what to say before the next question. */
export interface Taken {
  state: ChangeState;
  notes: Line[];
}

export const change = (draft: ChangeDraft, changes: Partial<ChangeDraft>): ChangeDraft => ({
  ...draft,
  ...changes,
  rev: draft.rev + 1,
});

/** A deadline was chosen; the one party that owes it need not be asked for. */
export function choose(op: Op, draft: ChangeDraft, deadline: LiveDeadline): Taken {
  const { deadlineId, revision, duties } = deadline;
  const [only] = duties;
  const extended = op === 'extend' && only && duties.length === 1 ? [only.obligationId] : [];
  return onwards(op, change(draft, { deadlineId, revision, extended, later: null }), deadline);
}

/** To the next question. What cannot be is taken out of the draft and said. */
export function onwards(op: Op, draft: ChangeDraft, deadline: LiveDeadline, notes: Line[] = []): Taken {
  const due = draft.boundary && dueOf(draft.boundary);
  if (op === 'extend' && draft.boundary) {
    const longest =
      dutiesOf(draft, deadline)
        .map(duty => duty.dueOn)
        .toSorted()
        .at(-1) ?? null;
    if (due?.kind !== 'dated') return again(op, draft, deadline, [...notes, changeText.notADay()]);
    if (longest !== null && due.dueOn <= longest)
      return again(op, draft, deadline, [...notes, deadlineChangeText.notLater(longest)]);
  }
  if (op === 'move' && draft.boundary && draft.title === null && isSame(draft, deadline))
    return again(op, draft, deadline, [...notes, deadlineChangeText.sameDay()]);
  return { state: { at: nextPlace(op, draft, deadline), draft }, notes };
}

function again(op: Op, draft: ChangeDraft, deadline: LiveDeadline, notes: Line[]): Taken {
  const next = change(draft, { boundary: null });
  return { state: { at: nextPlace(op, next, deadline), draft: next }, notes };
}

function isSame({ boundary }: ChangeDraft, deadline: LiveDeadline): boolean {
  const due = boundary && dueOf(boundary);
  if (due?.kind !== 'dated') return deadline.dueOn === null;
  return due.dueOn === deadline.dueOn && due.dueBefore === deadline.dueBefore;
}

/** The button under `/han` asks for those that have no day yet. */
const UNDATED = /^chua (?:dinh|co) ngay$/;

/** Reads the deadline that words begin with, by number or title, and what they say of it. */
export function takeWords(op: Op, draft: ChangeDraft, text: string, facts: ChangeFacts): Taken {
  const list = candidates(op, facts);
  if (UNDATED.test(fold(text))) {
    const among = list.flatMap(one => (one.dueOn === null ? [one.deadlineId] : []));
    return { state: { at: 'choose', page: 0, among, draft }, notes: [] };
  }
  const { found, rest } = named(text, list, facts);
  const [first] = found;
  if (!first) {
    const note = text.trim() === '' ? [] : [deadlineChangeText.noMatch()];
    return { state: { at: 'choose', page: 0, among: [], draft }, notes: note };
  }
  if (found.length > 1) {
    const kept = keepLine(op, draft, rest, facts);
    const among = found.map(one => one.deadlineId);
    return { state: { at: 'choose', page: 0, among, draft: kept }, notes: [deadlineChangeText.several()] };
  }
  const chosen = choose(op, draft, first);
  return rest.trim() === '' ? chosen : takeLine(op, chosen.state.draft, first, rest, facts);
}

/** The longest beginning that fits a title; what fits several is offered. */
function named(text: string, list: readonly LiveDeadline[], facts: ChangeFacts) {
  const place = readPlace(text);
  const byPlace = place && facts.deadlines[place.place - 1];
  if (place && byPlace && list.includes(byPlace)) return { found: [byPlace], rest: place.rest };
  const words = text.trim().split(/\s+/);
  const titled = list.map(one => ({ title: one.title, unitName: '', one }));
  let several: { found: LiveDeadline[]; rest: string } = { found: [], rest: '' };
  for (let end = words.length; end > 0; end--) {
    const part = words.slice(0, end);
    // Behind a comma a unit may be named: "phong trào thi đua, Phòng Kinh tế".
    const match = part.slice(0, -1).some(word => /[,;]$/.test(word)) ? matchPhrase : matchObligations;
    const found = match(part.join(' '), titled).map(({ one }) => one);
    const rest = words.slice(end).join(' ');
    if (found.length === 1) return { found, rest };
    if (found.length > 1 && several.found.length === 0) several = { found, rest };
  }
  return several;
}

function lineOf(op: Op, text: string, { units, today }: ChangeFacts): ChangeLine {
  // Cancelled for a reason: nothing in it is a day or a unit.
  if (op === 'cancel') return { ...nothingSaid, reason: readReason(text) };
  const wants = { units: op === 'extend' ? units : [], reason: op === 'extend', title: op === 'move' };
  return readChangeLine(text, wants, today);
}

/** What a line says besides the deadline, kept until that is chosen. */
function keepLine(op: Op, draft: ChangeDraft, text: string, facts: ChangeFacts): ChangeDraft {
  const { when, whenWords, title, reason } = lineOf(op, text, facts);
  return change(draft, {
    ...(when?.kind === 'boundary'
      ? { boundary: when.boundary, hour: when.hour, ruleText: clip(whenWords, WORDS_MAX) }
      : {}),
    ...(title === null ? {} : { title: clip(title, WORDS_MAX) }),
    ...(reason === null ? {} : { reason: clip(reason, WORDS_MAX) }),
  });
}

function takeLine(
  op: Op,
  draft: ChangeDraft,
  deadline: LiveDeadline,
  text: string,
  facts: ChangeFacts,
): Taken {
  const { when, whenWords, who, title, reason, unread } = lineOf(op, text, facts);
  const next = change(draft, {
    title: title === null ? draft.title : clip(title, WORDS_MAX),
    reason: reason === null ? draft.reason : clip(reason, WORDS_MAX),
    extended: extendedBy(who, deadline) ?? draft.extended,
  });
  const notes =
    op === 'extend' && unread !== null ? [deadlineChangeText.unknownUnits(clip(unread, WORDS_MAX))] : [];
  if (when && op !== 'cancel') {
    const taken = takeWhen(op, next, deadline, when, whenWords);
    return { ...taken, notes: [...notes, ...taken.notes] };
  }
  const nothing = !when && !who && title === null && reason === null;
  return onwards(op, next, deadline, nothing ? [changeText.notADay()] : notes);
}

export function takeWhen(
  op: Op,
  draft: ChangeDraft,
  deadline: LiveDeadline,
  when: BoundaryWords,
  words: string,
): Taken {
  const ruleText = clip(words, WORDS_MAX);
  switch (when.kind) {
    case 'boundary':
      return onwards(op, change(draft, { boundary: when.boundary, hour: when.hour, ruleText }), deadline);
    case 'ambiguous': {
      const next = change(draft, { ruleText, hour: when.hour ?? false });
      return { state: { at: 'reading', readings: when.readings.slice(0, 4), draft: next }, notes: [] };
    }
    case 'undated':
      return onwards(op, change(draft, { boundary: { kind: 'unstated', ruleText }, ruleText }), deadline);
    case 'weekly':
      return onwards(op, change(draft, { boundary: null }), deadline, [changeText.noWeekly()]);
    case 'no_such_day':
      return onwards(op, change(draft, { boundary: null }), deadline, [changeText.noSuchDay()]);
    default:
      return onwards(op, change(draft, { boundary: null }), deadline, [changeText.notADay()]);
  }
}

function extendedBy(who: Who | null, { duties }: LiveDeadline): string[] | null {
  if (who === null) return null;
  const chosen = duties.filter(({ party }) => {
    if (party.kind === 'bloc') return who.kind === 'bloc' || who.kind === 'both';
    if (who.kind === 'units') return who.unitIds.includes(party.unitId);
    return who.kind !== 'bloc';
  });
  return chosen.length > 0 ? chosen.map(duty => duty.obligationId) : null;
}

/** What is typed answers the question; at the look ahead it may be any part. */
export function takeText(
  op: Op,
  state: Exclude<ChangeState, { at: 'choose' }>,
  deadline: LiveDeadline,
  text: string,
  facts: ChangeFacts,
): Taken {
  const { draft } = state;
  switch (state.at) {
    case 'units': {
      const extended = extendedBy(readWho(text, facts.units, true), deadline);
      if (extended) return onwards(op, change(draft, { extended }), deadline);
      const taken = takeLine(op, draft, deadline, text, facts);
      const note = deadlineChangeText.unknownUnits(clip(text, WORDS_MAX));
      return taken.state.draft.extended.length > 0 ? taken : { state, notes: [note] };
    }
    case 'reason':
      return onwards(op, change(draft, { reason: clip(readReason(text), WORDS_MAX) }), deadline);
    case 'scope':
      return { state, notes: [deadlineChangeText.useButtons()] };
    default:
      return takeLine(op, draft, deadline, text, facts);
  }
}

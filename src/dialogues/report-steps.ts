import { parseDocumentDay, readDocumentLine } from '../text/document-line.ts';
import { reportText } from '../text/report.ts';
import type { Input } from './dialogue.ts';
import { candidates, matchObligations, obligationOfChoice } from './report-choices.ts';
import { type Added, addInput, change, isOdd, splitDocument } from './report-draft.ts';
import {
  afterAdding,
  askAt,
  collectOrReview,
  confirm,
  finish,
  type ReportStep,
  take,
  toList,
  withNotes,
} from './report-moves.ts';
import { filesBefore, pagesOf, replaceId } from './report-prompts.ts';
import type { Chosen, Draft, ReportFacts, ReportState } from './report-state.ts';

type At<Name> = Extract<ReportState, { at: Name }>;
/** What was typed or sent; a press has been told apart before. */
type Content = Exclude<Input, { kind: 'go' | 'option' }>;

export function onChoosePress(state: At<'choose'>, press: string, facts: ReportFacts): ReportStep {
  const one = obligationOfChoice(press, facts.open);
  if (one) return take(one, state.draft, facts);
  if (press === 'back') {
    if (state.page > 0)
      return askAt({ ...state, page: Math.min(state.page, pagesOf(state, facts)) - 1 }, facts);
    if (state.words !== '') return toList(facts, state.draft);
    return askAt(state, facts, [reportText.firstAlready()]);
  }
  if (press === `more_${state.page}` && state.page + 1 < pagesOf(state, facts)) {
    return askAt({ ...state, page: state.page + 1 }, facts);
  }
  return fitsNothing(state, press, facts);
}

/** Words choose a report; a file or a document's number is kept until one is chosen. */
export function onChooseContent(state: At<'choose'>, content: Content, facts: ReportFacts): ReportStep {
  const named = content.kind === 'files' ? byCaption(content.caption, facts) : null;
  if (named && content.kind === 'files') {
    const added = addInput(state.draft, { ...content, caption: named.caption }, facts);
    const { draft } = added;
    const notes = notesWithDate(added);
    const [only, ...others] = named.among;
    if (only && others.length === 0) return withNotes(take(only, draft, facts), notes);
    return toList(facts, draft, notes, named.words);
  }
  if (content.kind === 'files' || readDocumentLine(content.text, facts.today).number !== null) {
    const added = addInput(state.draft, content, facts);
    return askAt({ ...state, draft: added.draft }, facts, notesWithDate(added));
  }
  const matching = matchObligations(content.text, candidates(facts));
  const [only] = matching;
  if (only && matching.length === 1) return take(only, state.draft, facts);
  if (only) return toList(facts, state.draft, [], content.text);
  return askAt(state, facts, [reportText.noMatch(content.text)]);
}

/** The reports that a caption names, and what it says besides. */
function byCaption(caption: string, facts: ReportFacts) {
  const { name, document } = splitDocument(caption, facts.today);
  const among = name === '' ? [] : matchObligations(name, candidates(facts));
  return among.length > 0 ? { among, words: name, caption: document } : null;
}

export function onReplacePress(state: At<'replace'>, press: string, facts: ReportFacts): ReportStep {
  const submitted = facts.open.find(one => one.id === state.obligationId)?.submitted;
  if (submitted && press === replaceId(submitted.version)) {
    const { obligationId, draft } = state;
    return collectOrReview({ obligationId, replaces: submitted.version, draft: change(draft, {}) }, facts);
  }
  return press === 'back' || press === 'other' ? backToList(state, facts) : fitsNothing(state, press, facts);
}

export function onReplaceContent(state: At<'replace'>, content: Content, facts: ReportFacts): ReportStep {
  if (content.kind === 'text' && readDocumentLine(content.text, facts.today).number === null) {
    return askAt(state, facts, [reportText.useButtons()]);
  }
  const added = addInput(state.draft, content, facts);
  return askAt({ ...state, draft: added.draft }, facts, notesWithDate(added));
}

export function onCollectPress(state: At<'collect'>, press: string, facts: ReportFacts): ReportStep {
  const { draft } = state;
  switch (press) {
    case 'done':
      return finish(state, facts);
    case 'back':
    case 'other':
      return backToList(state, facts);
    case `nobefore_${draft.rev}`:
      return askAt({ ...state, draft: withoutBefore(draft, state, facts) }, facts);
    case `nofiles_${draft.rev}`:
      return askAt({ ...state, draft: change(draft, { files: [] }) }, facts);
    case `nonumber_${draft.rev}`:
      return askAt({ ...state, draft: change(draft, { number: null, date: null }) }, facts);
    case `nosummary_${draft.rev}`:
      return askAt({ ...state, draft: change(draft, { summary: '' }) }, facts);
    default:
      return fitsNothing(state, press, facts);
  }
}

export function onDatePress(state: At<'date'>, press: string, facts: ReportFacts): ReportStep {
  const { draft, doubt, next } = state;
  if (press === `yes_${draft.rev}` && doubt !== null) {
    return afterAdding(state, plain(change(draft, { date: doubt })), next, facts);
  }
  if (press === `nodate_${draft.rev}` || press === 'skip') {
    return afterAdding(state, plain(change(draft, { date: null })), next, facts);
  }
  if (press === 'back') return askAt(collecting(state), facts);
  return fitsNothing(state, press, facts);
}

export function onDateContent(state: At<'date'>, content: Content, facts: ReportFacts): ReportStep {
  if (content.kind === 'files') {
    const added = addInput(state.draft, content, facts);
    return askAt({ ...state, draft: added.draft }, facts, notesWithDate(added));
  }
  const found = parseDocumentDay(content.text, facts.today);
  if (found.kind === 'day') {
    if (isOdd(found.day, facts.today)) return askAt({ ...state, doubt: found.day }, facts);
    return afterAdding(state, plain(change(state.draft, { date: found.day })), state.next, facts);
  }
  if (readDocumentLine(content.text, facts.today).number !== null) {
    return afterAdding(state, addInput(state.draft, content, facts), state.next, facts);
  }
  const unclear = found.kind === 'no_such_day' ? reportText.noSuchDate(found.asTyped) : reportText.notADate();
  return askAt(state, facts, [unclear]);
}

export function onReviewPress(state: At<'review'>, press: string, facts: ReportFacts): ReportStep {
  if (press === `ok_${state.draft.rev}`) return confirm(state);
  if (press === `nobefore_${state.draft.rev}`)
    return askAt({ ...state, draft: withoutBefore(state.draft, state, facts) }, facts);
  if (press === 'edit' || press === 'back') return askAt(collecting(state), facts);
  return press === 'show' ? askAt(state, facts) : fitsNothing(state, press, facts);
}

function withoutBefore(
  draft: Draft,
  { obligationId }: Pick<Chosen, 'obligationId'>,
  facts: ReportFacts,
): Draft {
  const one = facts.open.find(({ id }) => id === obligationId);
  const before = one ? filesBefore(draft, one) : [];
  return change(draft, { files: draft.files.filter(file => !before.includes(file)) });
}

/** What was sent back is that report's alone, and goes to no other. */
function withoutReturned(state: At<'collect' | 'replace'>, facts: ReportFacts): Draft {
  const returned = facts.open.find(({ id }) => id === state.obligationId)?.returned;
  if (!returned) return state.draft;
  const draft = withoutBefore(state.draft, state, facts);
  return {
    ...draft,
    ...(draft.number === returned.documentNumber ? { number: null, date: null } : {}),
    ...(draft.summary === returned.summary ? { summary: '' } : {}),
  };
}

function collecting({ obligationId, replaces, draft }: Chosen): At<'collect'> {
  return { at: 'collect', obligationId, replaces, draft };
}

function backToList(state: At<'collect' | 'replace'>, facts: ReportFacts): ReportStep {
  if (candidates(facts).length > 1) return toList(facts, withoutReturned(state, facts));
  return askAt(state, facts, [reportText.firstAlready()]);
}

function fitsNothing(state: ReportState, press: string, facts: ReportFacts): ReportStep {
  return askAt(state, facts, [press === 'skip' ? reportText.cannotSkip() : reportText.staleButton()]);
}

const plain = (draft: Added['draft']): Added => ({ draft, notes: [], doubt: null });

/** Where no date can be asked about, an odd one is not silently dropped. */
function notesWithDate({ notes, doubt }: Added): Added['notes'] {
  return doubt?.date ? [...notes, reportText.dateNotKept(doubt.date)] : notes;
}

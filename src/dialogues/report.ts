import { readDocumentLine } from '../text/document-line.ts';
import { reportLabels, reportText } from '../text/report.ts';
import type { Dialogue, Input } from './dialogue.ts';
import { candidates, matchObligations, obligationOfChoice } from './report-choices.ts';
import { addInput, splitDocument } from './report-draft.ts';
import { pressed, takeAlong } from './report-inputs.ts';
import {
  askAt,
  isBlank,
  mayNotReplace,
  onwards,
  over,
  type ReportStep,
  take,
  toList,
  withdrawn,
} from './report-moves.ts';
import { promptFor, show } from './report-prompts.ts';
import {
  emptyDraft,
  type OpenObligation,
  type ReportEffect,
  type ReportFacts,
  type ReportState,
  reportStateSchema,
} from './report-state.ts';
import * as on from './report-steps.ts';

/** `/nop_bao_cao`: which report, what is handed in, a look at it, and only then it is recorded. */
export const reportDialogue: Dialogue<ReportState, ReportFacts, ReportEffect> = {
  kind: 'nop_bao_cao',
  version: 1,
  state: reportStateSchema,
  migrate: (version, state) => (version === 1 ? (reportStateSchema.safeParse(state).data ?? null) : null),
  start,
  step,
  ask: promptFor,
};

/** Words after the command save the choice where only one report fits; a document behind its name is taken along. */
function start(facts: ReportFacts): ReportStep {
  const typed = facts.words.trim();
  // A button's words.
  const meant = obligationOfChoice(typed, facts.open);
  if (meant) return take(meant, emptyDraft, facts);
  const { name: words, document } = splitDocument(typed, facts.today);
  const named = matchObligations(words, facts.open);
  const [first] = named;
  if (first && named.length === 1) return withDocument(take(first, emptyDraft, facts), document, facts);

  const all = candidates(facts);
  const [only] = all;
  if (!only) return nothingOpen(facts);
  if (words !== '' && !first)
    return withDocument(toList(facts, emptyDraft, [reportText.noMatch(words)]), document, facts);
  const begun = all.length === 1 ? take(only, emptyDraft, facts) : toList(facts, emptyDraft, [], words);
  return withDocument(begun, document, facts);
}

/** A document typed before its report was chosen is not to be typed again. */
function withDocument(begun: ReportStep, document: string, facts: ReportFacts): ReportStep {
  const asks = begun.kind === 'ask' && (begun.state.at === 'collect' || begun.state.at === 'choose');
  return document !== '' && asks ? onContent(begun.state, { kind: 'text', text: document }, facts) : begun;
}

function nothingOpen(facts: ReportFacts): ReportStep {
  const [last] = facts.open;
  if (!last || facts.open.length > 1) return over(reportText.nothingOpen());
  return over([...reportText.submittedAlready(show(last, facts)), reportText.mayNotReplace()]);
}

function step(state: ReportState, input: Input, facts: ReportFacts): ReportStep {
  const press = pressed(state, input, facts);
  if (press === 'cancel') return over(reportText.cancelled());
  if (press === 'later') return park(state);
  const turned = turnedElsewhere(state, input, press, facts);
  if (turned) return turned;
  if (press === 'resume') return askAt(state, facts);
  if (press !== null) return onPress(state, press, facts);
  if (isQuestion(input, facts)) return askAt(state, facts, [reportText.question()]);
  return input.kind === 'text' || input.kind === 'files'
    ? onContent(state, input, facts)
    : askAt(state, facts);
}

/** Asked in passing, in a group perhaps: no part of a report. */
const isQuestion = (input: Input, facts: ReportFacts): boolean =>
  input.kind === 'text' &&
  input.text.trimEnd().endsWith('?') &&
  readDocumentLine(input.text, facts.today).number === null;

function onPress(state: ReportState, press: string, facts: ReportFacts): ReportStep {
  switch (state.at) {
    case 'choose':
      return on.onChoosePress(state, press, facts);
    case 'replace':
      return on.onReplacePress(state, press, facts);
    case 'collect':
      return on.onCollectPress(state, press, facts);
    case 'date':
      return on.onDatePress(state, press, facts);
    case 'review':
      return on.onReviewPress(state, press, facts);
  }
}

function onContent(
  state: ReportState,
  content: Extract<Input, { kind: 'text' | 'files' }>,
  facts: ReportFacts,
): ReportStep {
  const elsewhere = content.kind === 'files' ? forAnother(state, content, facts) : null;
  if (elsewhere) return elsewhere;
  switch (state.at) {
    case 'choose':
      return on.onChooseContent(state, content, facts);
    case 'replace':
      return on.onReplaceContent(state, content, facts);
    case 'date':
      return on.onDateContent(state, content, facts);
    default:
      return onwards(state, addInput(state.draft, withoutName(content, state, facts), facts), facts);
  }
}

/** The name of the report at hand before its document, "trực Tết 12/BC-KT", is no content of it. */
function withoutName<Content extends Extract<Input, { kind: 'text' | 'files' }>>(
  content: Content,
  { obligationId }: { obligationId: string },
  facts: ReportFacts,
): Content {
  const one = facts.open.filter(({ id }) => id === obligationId);
  const typed = content.kind === 'text' ? content.text : content.caption;
  const { name, document } = splitDocument(typed, facts.today);
  if (document === '' || name === '' || matchObligations(name, one).length === 0) return content;
  return content.kind === 'text' ? { ...content, text: document } : { ...content, caption: document };
}

/** Files whose link was for another report than the one at hand: nothing is mixed up, nothing lost. */
function forAnother(
  state: ReportState,
  content: Extract<Input, { kind: 'files' }>,
  facts: ReportFacts,
): ReportStep | null {
  const one = facts.open.find(({ id }) => id === content.topic);
  if (!one || (state.at !== 'choose' && state.obligationId === one.id)) return null;
  const { draft, notes } = addInput(state.draft, content, facts);
  if (state.at === 'choose' || isBlank(state.draft)) return take(one, draft, facts);
  return toList(facts, draft, [...notes, reportText.otherReport(one.title)]);
}

/** Meanwhile the report was withdrawn, or somebody has handed it in: what just came is kept, then that is said. */
function turnedElsewhere(
  state: ReportState,
  input: Input,
  press: string | null,
  facts: ReportFacts,
): ReportStep | null {
  if (state.at === 'choose') return null;
  const one = facts.open.find(({ id }) => id === state.obligationId);
  const agreed = state.at === 'replace' ? one?.submitted?.version : state.replaces;
  const standing = one?.submitted?.version ?? one?.returned?.version ?? null;
  if (one && standing === agreed && one.submitted?.mayReplace !== false) return null;

  const { draft, notes } = takeAlong(state.draft, input, press, facts);
  return one ? handedInMeanwhile(one, draft, notes, facts) : withdrawn(draft, facts, notes);
}

function handedInMeanwhile(
  one: OpenObligation,
  draft: ReportState['draft'],
  notes: Parameters<typeof askAt>[2],
  facts: ReportFacts,
): ReportStep {
  if (one.submitted === null) return take(one, draft, facts);
  if (!one.submitted.mayReplace) return mayNotReplace(one, draft, facts);
  const lines = [...(notes ?? []), reportText.submittedMeanwhile()];
  return askAt({ at: 'replace', obligationId: one.id, draft }, facts, lines);
}

/** `để sau` keeps everything: the conversation stays where it is until it is taken up or runs out. */
function park(state: ReportState): ReportStep {
  const say = {
    lines: reportText.parked(state.draft.files.length),
    choices: [
      [
        { id: 'resume', label: reportLabels.resume },
        { id: 'cancel', label: reportLabels.cancel },
      ],
    ],
  };
  return { kind: 'ask', state, say, effects: [] };
}

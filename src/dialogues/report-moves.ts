import type { Line } from '../core/message.ts';
import { reportText } from '../text/report.ts';
import { apart, type Step } from './dialogue.ts';
import { candidates } from './report-choices.ts';
import { type Added, addFiles, change } from './report-draft.ts';
import { promptFor, show } from './report-prompts.ts';
import {
  type Chosen,
  type Draft,
  emptyDraft,
  isReady,
  type OpenObligation,
  type ReportEffect,
  type ReportFacts,
  type ReportState,
  type ReturnedReport,
} from './report-state.ts';

export type ReportStep = Step<ReportState, ReportEffect>;

export function askAt(state: ReportState, facts: ReportFacts, notes: Line[] = []): ReportStep {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

export function over(lines: Line[]): ReportStep {
  return { kind: 'end', say: { lines }, effects: [] };
}

export function toList(facts: ReportFacts, draft: Draft, notes: Line[] = [], words = ''): ReportStep {
  return askAt({ at: 'choose', page: 0, words: words.slice(0, 60), draft }, facts, notes);
}

/** An obligation was named: collect for it, or say that it was handed in already. */
export function take(one: OpenObligation, before: Draft, facts: ReportFacts): ReportStep {
  const draft = change(before, {});
  if (one.submitted?.mayReplace) return askAt({ at: 'replace', obligationId: one.id, draft }, facts);
  if (one.submitted) return mayNotReplace(one, draft, facts);
  if (one.returned) return takeReturned(one, one.returned, draft, facts);
  return collectOrReview({ obligationId: one.id, replaces: null, draft }, facts);
}

/** What was sent back lies ready to be changed, also where something new has come before the report was chosen. */
function takeReturned(
  one: OpenObligation,
  returned: ReturnedReport,
  draft: Draft,
  facts: ReportFacts,
): ReportStep {
  const chosen = { obligationId: one.id, replaces: returned.version };
  const { documentNumber, documentDate, summary } = returned;
  const before = change(emptyDraft, {
    files: returned.files,
    number: documentNumber,
    date: documentDate,
    summary: summary ?? '',
  });
  if (isBlank(draft)) return askAt({ at: 'collect', ...chosen, draft: change(draft, before) }, facts);
  const { draft: both, notes } = addFiles(before, draft.files, facts.maxFiles);
  const merged = change(draft, {
    files: both.files,
    ...(draft.number === null && draft.date === null ? { number: documentNumber, date: documentDate } : {}),
    ...(draft.summary === '' ? { summary: summary ?? '' } : {}),
  });
  return askAt({ at: isReady(merged) ? 'review' : 'collect', ...chosen, draft: merged }, facts, notes);
}

export const isBlank = ({ files, number, date, summary }: Draft) =>
  files.length === 0 && number === null && date === null && summary === '';

/** What was handed over before (for a report since withdrawn, say) is shown at once instead of asked for again. */
export function collectOrReview(
  chosen: { obligationId: string; replaces: number | null; draft: Draft },
  facts: ReportFacts,
): ReportStep {
  return askAt({ at: isReady(chosen.draft) ? 'review' : 'collect', ...chosen }, facts);
}

export function mayNotReplace(one: OpenObligation, draft: Draft, facts: ReportFacts): ReportStep {
  const lines = [...reportText.submittedAlready(show(one, facts)), reportText.mayNotReplace()];
  return candidates(facts).length > 0 ? toList(facts, draft, lines) : over(lines);
}

export function withdrawn(draft: Draft, facts: ReportFacts, notes: Line[]): ReportStep {
  const lines = [...notes, reportText.withdrawn()];
  if (candidates(facts).length === 0) return over([...lines, ...reportText.nothingOpen()]);
  return toList(facts, draft, isReady(draft) ? [...lines, reportText.keptDraft()] : lines);
}

/** After something was added: an unclear date is asked about first, then it goes on at `next`. */
export function afterAdding(
  state: Chosen,
  added: Added,
  next: 'collect' | 'review',
  facts: ReportFacts,
): ReportStep {
  const chosen = { obligationId: state.obligationId, replaces: state.replaces, draft: added.draft };
  if (added.doubt) return askAt({ at: 'date', ...chosen, doubt: added.doubt.date, next }, facts, added.notes);
  return askAt({ at: next, ...chosen }, facts, added.notes);
}

/** What is complete is shown as it would be recorded; more may still come, and is shown in turn. */
export function onwards(state: Chosen, added: Added, facts: ReportFacts): ReportStep {
  const { draft, notes, doubt } = added;
  if (doubt || !isReady(draft))
    return afterAdding(state, added, isReady(draft) ? 'review' : 'collect', facts);
  return withNotes(finish({ ...state, draft }, facts), notes);
}

/** Said before the question. */
export const withNotes = (step: ReportStep, notes: Line[]): ReportStep =>
  step.kind === 'ask' ? { ...step, say: { ...step.say, lines: apart(notes, step.say.lines) } } : step;

export function finish(state: Chosen, facts: ReportFacts): ReportStep {
  const { obligationId, replaces, draft } = state;
  if (!isReady(draft))
    return askAt({ at: 'collect', obligationId, replaces, draft }, facts, [reportText.nothingYet()]);
  if (draft.number !== null && draft.date === null) {
    return askAt({ at: 'date', obligationId, replaces, draft, doubt: null, next: 'review' }, facts);
  }
  return askAt({ at: 'review', obligationId, replaces, draft }, facts);
}

export function confirm(state: Chosen): ReportStep {
  const { obligationId, replaces, draft } = state;
  const { files, number, date, summary } = draft;
  const effect: ReportEffect = {
    kind: 'submit',
    obligationId,
    replaces,
    files,
    documentNumber: number,
    documentDate: date,
    summary: summary === '' ? null : summary,
  };
  return { kind: 'end', say: null, effects: [effect] };
}

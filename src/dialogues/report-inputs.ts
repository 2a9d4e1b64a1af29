import { fold } from '../text/fold.ts';
import type { Input } from './dialogue.ts';
import { type Added, addInput } from './report-draft.ts';
import { replaceId } from './report-prompts.ts';
import type { Draft, ReportFacts, ReportState } from './report-state.ts';

/** Typed words that mean a button, by the step at which they do. `yes` is that step's main button. */
const SAID: Record<ReportState['at'], Record<string, string>> = {
  choose: { 'xem them': 'more' },
  replace: { 'nop ban thay': 'yes', co: 'yes', 'dong y': 'yes', 'bao cao khac': 'other' },
  collect: { xong: 'done', 'du roi': 'done', 'bao cao khac': 'other' },
  date: { dung: 'yes', 'xac nhan': 'yes', 'khong ghi ngay': 'nodate' },
  review: { 'xac nhan': 'yes', 'dong y': 'yes', dung: 'yes', ok: 'yes', sua: 'edit', xong: 'show' },
};

/** The id of the button that an input presses or names, null where it is something else. */
export function pressed(state: ReportState, input: Input, facts: ReportFacts): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files') return null;
  const said = SAID[state.at][fold(input.text).trim()];
  if (said === 'yes') return mainButton(state, facts);
  if (said === 'nodate') return `nodate_${state.draft.rev}`;
  if (said === 'more' && state.at === 'choose') return `more_${state.page}`;
  return said ?? null;
}

function mainButton(state: ReportState, facts: ReportFacts): string | null {
  if (state.at === 'review') return `ok_${state.draft.rev}`;
  if (state.at === 'date') return `yes_${state.draft.rev}`;
  if (state.at !== 'replace') return null;
  const submitted = facts.open.find(one => one.id === state.obligationId)?.submitted;
  return submitted ? replaceId(submitted.version) : null;
}

/** What an input brings for the draft, at a moment when the conversation has to turn elsewhere. */
export function takeAlong(draft: Draft, input: Input, press: string | null, facts: ReportFacts): Added {
  if (press !== null || input.kind === 'go' || input.kind === 'option') {
    return { draft, notes: [], doubt: null };
  }
  return addInput(draft, input, facts);
}

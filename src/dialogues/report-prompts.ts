import { daysBetween } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { type DraftShown, type ObligationShown, reportLabels, reportText } from '../text/report.ts';
import type { Choice, Say } from './dialogue.ts';
import { candidates, matchObligations, obligationChoiceId } from './report-choices.ts';
import {
  type Draft,
  isReady,
  type OpenObligation,
  type ReportFacts,
  type ReportState,
} from './report-state.ts';

type Choosing = Extract<ReportState, { at: 'choose' }>;

const PAGE = 8;
/** Files that come before a report is chosen. */
const ANY_REPORT = 'any';
const later: Choice = { id: 'later', label: reportLabels.later };
const cancel: Choice = { id: 'cancel', label: reportLabels.cancel };
const leave = [later, cancel];

/** The open question; total, also where the obligation is open no more. */
export function promptFor(state: ReportState, facts: ReportFacts): Say {
  if (state.at === 'choose') return choosePrompt(state, facts);
  const one = facts.open.find(({ id }) => id === state.obligationId);
  if (!one) return { lines: [reportText.withdrawn()], choices: [leave] };
  const shown = show(one, facts);
  switch (state.at) {
    case 'replace': {
      const lines = reportText.submittedAlready(shown);
      if (!one.submitted?.mayReplace)
        return { lines: [...lines, reportText.mayNotReplace()], choices: [leave] };
      const swap: Choice = { id: replaceId(one.submitted.version), label: reportLabels.replace };
      return {
        lines: [...lines, reportText.mayReplace()],
        choices: [[swap], otherOf(facts), leave].filter(some),
      };
    }
    case 'collect': {
      const lines = reportText.collect(shown, draftShown(state.draft, one), isReady(state.draft));
      const takesFiles = { topic: one.id, title: reportLabels.obligation(shown) };
      return {
        lines,
        choices: [...draftChoices(state.draft, one), otherOf(facts), leave].filter(some),
        takesFiles,
      };
    }
    case 'date': {
      const accept: Choice[] =
        state.doubt === null
          ? []
          : [{ id: `yes_${state.draft.rev}`, label: reportLabels.thisDate(state.doubt), tone: 'primary' }];
      const question =
        state.doubt === null
          ? reportText.askDate(state.draft.number)
          : reportText.oddDate(state.doubt, facts.today);
      const none: Choice = { id: `nodate_${state.draft.rev}`, label: reportLabels.noDate };
      return { lines: [question], choices: [[...accept, none], leave], wants: 'number' };
    }
    case 'review': {
      const confirm: Choice = { id: `ok_${state.draft.rev}`, label: reportLabels.confirm, tone: 'primary' };
      const lines = reportText.review(shown, draftShown(state.draft, one), state.replaces !== null);
      const edit: Choice = { id: 'edit', label: reportLabels.edit };
      return { lines, choices: [[confirm, edit], dropBefore(state.draft, one), leave].filter(some) };
    }
  }
}

export const replaceId = (version: number) => `swap_${version}`;

/** The list as the words narrow it; words that fit nothing any more narrow nothing. */
function listed(state: Choosing, facts: ReportFacts): OpenObligation[] {
  const all = candidates(facts);
  const matching = state.words === '' ? [] : matchObligations(state.words, all);
  return matching.length > 0 ? matching : all;
}

export function pagesOf(state: Choosing, facts: ReportFacts): number {
  return Math.max(1, Math.ceil(listed(state, facts).length / PAGE));
}

function choosePrompt(state: Choosing, facts: ReportFacts): Say {
  const all = listed(state, facts);
  const pages = pagesOf(state, facts);
  const page = Math.min(state.page, pages - 1);
  const here = all.slice(page * PAGE, (page + 1) * PAGE);
  if (here.length === 0) return { lines: reportText.nothingOpen(), choices: [leave] };

  const severalUnits = new Set(candidates(facts).map(one => one.unitId)).size > 1;
  const lines: Line[] = [...reportText.kept(state.draft), reportText.choose()];
  if (pages > 1) lines.push(reportText.page(page + 1, pages));

  const choices: Choice[][] = here.map(one => [
    {
      id: obligationChoiceId(one.id),
      label: reportLabels.obligationShort(show(one, facts), facts.today, severalUnits),
    },
  ]);
  if (page + 1 < pages) choices.push([{ id: `more_${page}`, label: reportLabels.more }]);
  const takesFiles = { topic: ANY_REPORT, title: reportText.anyReport };
  return { lines, choices: [...choices, leave], takesFiles };
}

/** Of what was sent back, the files that are still in the draft. */
export const filesBefore = (draft: Draft, { returned }: OpenObligation): Draft['files'] =>
  draft.files.filter(({ sha256 }) => returned?.files.some(file => file.sha256 === sha256));

function draftShown(draft: Draft, one: OpenObligation): DraftShown {
  const before = filesBefore(draft, one);
  const mixed = before.length < draft.files.length;
  return { ...draft, files: draft.files.map(file => ({ ...file, before: mixed && before.includes(file) })) };
}

/** Beside new files the old ones may go together. */
function dropBefore(draft: Draft, one: OpenObligation): Choice[] {
  const before = filesBefore(draft, one).length;
  const mixed = before > 0 && before < draft.files.length;
  return mixed ? [{ id: `nobefore_${draft.rev}`, label: reportLabels.dropBefore }] : [];
}

function draftChoices(draft: Draft, one: OpenObligation): Choice[][] {
  const done: Choice[] = isReady(draft) ? [{ id: 'done', label: reportLabels.done, tone: 'primary' }] : [];
  const drop: Choice[] = [];
  if (draft.files.length > 0) drop.push({ id: `nofiles_${draft.rev}`, label: reportLabels.dropFiles });
  if (draft.number !== null || draft.date !== null) {
    drop.push({ id: `nonumber_${draft.rev}`, label: reportLabels.dropNumber });
  }
  if (draft.summary !== '') drop.push({ id: `nosummary_${draft.rev}`, label: reportLabels.dropSummary });
  return [done, dropBefore(draft, one), drop];
}

function otherOf(facts: ReportFacts): Choice[] {
  return candidates(facts).length > 1 ? [{ id: 'other', label: reportLabels.other }] : [];
}

export function show(one: OpenObligation, facts: ReportFacts): ObligationShown {
  const daysLeft = one.dueOn === null ? null : daysBetween(facts.today, one.dueOn);
  return { ...one, daysLeft };
}

const some = (row: Choice[]) => row.length > 0;

import { z } from 'zod';
import { byNumber } from '../core/find-criterion.ts';
import type { Line } from '../core/message.ts';
import { pointsSchema } from '../core/points-schema.ts';
import { leaves } from '../core/score-table.ts';
import { sheetValueSchema } from '../core/sheet-value.ts';
import { formatInstant } from '../text/days.ts';
import { evidenceIn } from '../text/evidence-words.ts';
import { filledText } from '../text/filled-sheet.ts';
import { fold } from '../text/fold.ts';
import { scoreText } from '../text/score.ts';
import type { Dialogue, Input } from './dialogue.ts';
import { type Answer, readAnswer } from './score-sheet-answers.ts';
import { jumpTo, onCriterion } from './score-sheet-criterion.ts';
import { preview, write } from './score-sheet-filled.ts';
import { advance, askAt, running, type ScoreStep, stepBack, toSummary } from './score-sheet-moves.ts';
import { maySend, promptFor, whichCriterion } from './score-sheet-prompts.ts';
import { awaitProof, giveEvidence, proofAwaited, withdrawEvidence } from './score-sheet-proof.ts';
import {
  revisionOf,
  type ScoreEffect,
  type ScoreFacts,
  type ScoreState,
  type ScoreView,
  scoreStateSchema,
  viewOf,
} from './score-sheet-state.ts';

/** `/cham_diem`: a unit scores itself, one criterion after the other. Every answer is written at once. */
export const scoreSheetDialogue: Dialogue<ScoreState, ScoreFacts, ScoreEffect> = {
  kind: 'cham_diem',
  version: 3,
  state: scoreStateSchema,
  migrate: (version, state) => (version === 1 || version === 2 ? fromEarlier(state) : null),
  start,
  step,
  ask: (state, facts) => {
    const view = viewOf(facts);
    return closedStep(view)?.say ?? { ...promptFor(view, state), ...proofAwaited(view, state) };
  },
};

const asPoints = pointsSchema.transform(points => ({ kind: 'points' as const, points }));

/** A conflict's answer and the readings of a number were points alone. */
function fromEarlier(saved: unknown): ScoreState | null {
  const older = z.looseObject({
    mine: z.union([asPoints, sheetValueSchema]).optional(),
    readings: z.array(z.union([asPoints, sheetValueSchema])).optional(),
  });
  return scoreStateSchema.safeParse(older.safeParse(saved).data).data ?? null;
}

function start(facts: ScoreFacts): ScoreStep {
  const view = viewOf(facts);
  const closed = closedStep(view);
  if (closed) return closed;
  if (facts.byFile) return sheetFile(view);
  const count = view.rows.length;
  const done = count - view.tally.counts.open;
  const lines =
    done === 0
      ? scoreText.begin(facts.unitName, count)
      : [...scoreText.resume(facts.unitName, done, count), running(view)];
  return advance(view, -1, 'open', { lines });
}

function step(state: ScoreState, input: Input, facts: ScoreFacts): ScoreStep {
  const view = viewOf(facts);
  const closed = closedStep(view);
  if (closed) return closed;
  const answer = readAnswer(view, state, input);
  const moved = moveAbout(view, state, answer);
  if (moved) return moved;
  switch (state.at) {
    case 'summary':
      return onSummary(view, state, answer);
    case 'file':
      return answer.kind === 'back' ? toSummary(view) : askAt(view, state);
    case 'filled':
      if (answer.kind === 'write_all' || answer.kind === 'write_open')
        return write(view, state, answer.kind === 'write_open');
      return answer.kind === 'back' ? toSummary(view) : askAt(view, state);
    default:
      return onCriterion(view, state, answer);
  }
}

/** The sheet goes out as a workbook, and is awaited filled in. */
function sheetFile(view: ScoreView): ScoreStep {
  return askAt(view, { at: 'file' }, { lines: [filledText.sent()], effects: [{ kind: 'send_file' }] });
}

/** Nothing to ask: the sheet is handed in, or there is no table yet. */
function closedStep(view: ScoreView): ScoreStep | null {
  const { sheet, unitName } = view.facts;
  if (sheet.state === 'submitted') {
    return over(scoreText.submittedAlready(unitName, sheet.byName, formatInstant(sheet.at)));
  }
  return view.rows.length === 0 ? over(scoreText.noCriteria()) : null;
}

/** What means the same wherever the conversation stands; null: something else. */
function moveAbout(view: ScoreView, state: ScoreState, answer: Answer): ScoreStep | null {
  const count = view.rows.length;
  switch (answer.kind) {
    case 'cancel':
      return over(scoreText.stopped());
    case 'later':
      return over(scoreText.later(count - view.tally.counts.open - view.tally.counts.skipped, count));
    case 'summary':
      return toSummary(view);
    case 'go_on':
      return advance(view, -1, 'open');
    case 'fill':
      return advance(view, -1, 'skipped');
    case 'review':
      return advance(view, -1, 'all');
    case 'stale':
      return askAt(view, state, { lines: [scoreText.staleButton()] });
    case 'files':
      return askAt(view, state, { lines: [scoreText.filesNotHere()] });
    case 'evidence':
      return giveEvidence(view, state, answer.index, answer.given);
    case 'withdraw':
      return withdrawEvidence(view, state, answer.evidenceId);
    case 'to_send':
      return awaitProof(view, state, answer.index);
    case 'sheet_file':
      return sheetFile(view);
    case 'filled':
      return preview(view, state);
    case 'jump':
      return jumpTo(view, state, answer.index);
    case 'jump_unclear':
      return answer.indexes.length === 0
        ? askAt(view, state, { lines: [notAsked(view, answer.typed)] })
        : { kind: 'ask', state, say: whichCriterion(view, answer.typed, answer.indexes), effects: [] };
    default:
      return null;
  }
}

/** Why a number leads nowhere: the points are computed, or there is no such criterion. */
function notAsked(view: ScoreView, typed: string): Line {
  const asked = new Set(view.rows.map(row => row.key));
  const computed = leaves(view.facts.table).filter(leaf => !asked.has(leaf.key));
  const numbered = ({ no, path }: (typeof computed)[number]) => ({ no, groups: path.map(group => group.no) });
  const found = byNumber(computed, typed, numbered, fold);
  return found.length > 0 ? scoreText.computed(typed) : scoreText.unknownCriterion(typed);
}

function onSummary(view: ScoreView, state: { at: 'summary'; revision: number }, answer: Answer): ScoreStep {
  switch (answer.kind) {
    case 'back':
      return stepBack(view, view.rows.length, 'open');
    case 'send':
      return send(view, state.revision);
    case 'typed':
      if (evidenceIn(answer.text)) return askAt(view, state, { lines: [scoreText.proofWhere()] });
      return askAt(view, state, { lines: [scoreText.chooseNext()] });
    default:
      return askAt(view, state, { lines: [scoreText.chooseNext()] });
  }
}

/** Only what the reader has seen is handed in. */
function send(view: ScoreView, revision: number): ScoreStep {
  if (revision !== revisionOf(view)) return toSummary(view, { lines: [scoreText.changedMeanwhile()] });
  if (!maySend(view)) return toSummary(view, { lines: [scoreText.notReady(view.tally.counts.open)] });
  return { kind: 'end', say: null, effects: [{ kind: 'submit_sheet' }] };
}

function over(lines: Line[]): ScoreStep {
  return { kind: 'end', say: { lines }, effects: [] };
}

import { z } from 'zod';
import { boundLeaves } from '../core/asked.ts';
import type { Line } from '../core/message.ts';
import { pointsSchema } from '../core/points-schema.ts';
import { type SheetValue, sheetValueSchema } from '../core/sheet-value.ts';
import { valueFault } from '../core/value-fault.ts';
import { howToAnswer, parseAnswer } from '../text/answer-value.ts';
import { formatInstant } from '../text/days.ts';
import { filledText } from '../text/filled-sheet.ts';
import { pointsProblem, scoreText } from '../text/score.ts';
import { valueFaultText } from '../text/value-faults.ts';
import type { Dialogue, Input, Say } from './dialogue.ts';
import { type Answer, findCriterion, readAnswer } from './score-sheet-answers.ts';
import { preview, write } from './score-sheet-filled.ts';
import {
  advance,
  askAt,
  enterValue,
  giveEvidence,
  goTo,
  keepStanding,
  passOver,
  running,
  type ScoreStep,
  stepBack,
  toSummary,
  withdrawEvidence,
} from './score-sheet-moves.ts';
import { maySend, numbersOf, promptFor, proofTopic, whichCriterion } from './score-sheet-prompts.ts';
import {
  type AtCriterion,
  indexOf,
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
        ? askAt(view, state, { lines: [scoreText.unknownCriterion(answer.typed)] })
        : { kind: 'ask', state, say: whichCriterion(view, answer.typed, answer.indexes), effects: [] };
    default:
      return null;
  }
}

/** Asked again, perhaps since a file came that the messenger keeps to itself: how to send it. */
function proofAwaited(view: ScoreView, state: ScoreState): Pick<Say, 'takesFiles'> {
  const row = 'key' in state ? view.rows[indexOf(view, state.key)] : undefined;
  return row ? { takesFiles: { topic: proofTopic(row.key), title: scoreText.proofTitle(row.no) } } : {};
}

/** The question stays; where the messenger takes no files, a link to send them by comes with it. */
function awaitProof(view: ScoreView, state: ScoreState, index: number): ScoreStep {
  const row = view.rows[index];
  if (!row) return askAt(view, state);
  const lines = [scoreText.sendProof(numbersOf(view, index))];
  return { kind: 'ask', state, say: { lines, ...proofAwaited(view, state) }, effects: [] };
}

function jumpTo(view: ScoreView, state: ScoreState, index: number): ScoreStep {
  const leaf = view.tallied[index];
  if (leaf?.state === 'not_assigned') {
    return askAt(view, state, { lines: [scoreText.notAssigned(leaf.no)] });
  }
  return goTo(view, index, 'open');
}

function onCriterion(view: ScoreView, state: AtCriterion, answer: Answer): ScoreStep {
  const index = indexOf(view, state.key);
  const leaf = view.tallied[index];
  if (!leaf) return advance(view, -1, 'open', { lines: [scoreText.criterionGone()] });
  if (answer.kind === 'back') {
    return state.at === 'criterion' ? stepBack(view, index, state.walk) : goTo(view, index, state.walk);
  }
  if (leaf.state === 'not_assigned') {
    return advance(view, index, state.walk, { lines: [scoreText.notAssigned(leaf.no)] });
  }
  switch (answer.kind) {
    case 'skip':
      return passOver(view, state);
    case 'keep':
      return keepStanding(view, state);
    case 'mine':
      return state.at === 'conflict' ? enterValue(view, state, state.mine) : askAt(view, state);
    case 'value':
      return enterValue(view, state, answer.value);
    case 'typed':
      return enterTyped(view, state, index, answer.text);
    default:
      return askAt(view, state);
  }
}

function enterTyped(view: ScoreView, state: AtCriterion, index: number, text: string): ScoreStep {
  const asked = view.asked[index];
  if (!asked) return askAt(view, state);
  const read = parseAnswer(text, asked);
  switch (read.kind) {
    case 'value':
      return read.value.kind === 'not_assigned'
        ? askAt(view, state, { lines: [scoreText.notForUnit()] })
        : checked(view, state, index, read.value);
    case 'readings': {
      const { key, shown, walk } = state;
      return askAt(view, { at: 'reading', key, shown, walk, readings: read.readings });
    }
    case 'unclear': {
      // Where no number is asked for, the number of a criterion is one to go to.
      const jump = findCriterion(view, text.trim());
      if (jump.kind === 'jump' && read.why === 'not_understood' && /\d/.test(text))
        return jumpTo(view, state, jump.index);
      const elsewhere = jump.kind === 'jump' ? [scoreText.perhapsJump(text.trim())] : [];
      const hint: Line[] = asked.kind === 'points' ? [[howToAnswer(asked)]] : [];
      const lines = [
        ...[pointsProblem(read.why, asked.max), ...(read.why === 'not_understood' ? hint : [])],
        ...elsewhere,
      ];
      return askAt(view, state, { lines });
    }
  }
}

/** What the rule itself does not take is said before it is written. */
function checked(view: ScoreView, state: AtCriterion, index: number, value: SheetValue): ScoreStep {
  const key = view.rows[index]?.key;
  const bound = boundLeaves(view.facts.table).find(one => one.leaf.key === key);
  const fault = bound ? valueFault(bound, value) : null;
  return fault ? askAt(view, state, { lines: [valueFaultText(fault)] }) : enterValue(view, state, value);
}

function onSummary(view: ScoreView, state: { at: 'summary'; revision: number }, answer: Answer): ScoreStep {
  switch (answer.kind) {
    case 'back':
      return stepBack(view, view.rows.length, 'open');
    case 'send':
      return send(view, state.revision);
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

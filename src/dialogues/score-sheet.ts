import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import { formatInstant } from '../text/days.ts';
import { parsePoints } from '../text/points.ts';
import { pointsProblem, scoreText } from '../text/score.ts';
import type { Dialogue, Input } from './dialogue.ts';
import { type Answer, readAnswer } from './score-sheet-answers.ts';
import {
  advance,
  askAt,
  enterPoints,
  goTo,
  keepStanding,
  passOver,
  running,
  type ScoreStep,
  stepBack,
  toSummary,
} from './score-sheet-moves.ts';
import { maySend, promptFor, whichCriterion } from './score-sheet-prompts.ts';
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
  version: 1,
  state: scoreStateSchema,
  migrate: (version, state) => (version === 1 ? (scoreStateSchema.safeParse(state).data ?? null) : null),
  start,
  step,
  ask: (state, facts) => {
    const view = viewOf(facts);
    return closedStep(view)?.say ?? promptFor(view, state);
  },
};

function start(facts: ScoreFacts): ScoreStep {
  const view = viewOf(facts);
  const closed = closedStep(view);
  if (closed) return closed;
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
  return state.at === 'summary' ? onSummary(view, state, answer) : onCriterion(view, state, answer);
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
      return state.at === 'conflict' ? enterPoints(view, state, state.mine) : askAt(view, state);
    case 'points':
      return enterPoints(view, state, answer.points);
    case 'typed':
      return enterTyped(view, state, leaf.max, answer.text);
    default:
      return askAt(view, state);
  }
}

function enterTyped(view: ScoreView, state: AtCriterion, max: Points, text: string): ScoreStep {
  const typed = parsePoints(text, { max });
  const wrong = (code: Parameters<typeof pointsProblem>[0]) =>
    askAt(view, state, { lines: [pointsProblem(code, max)] });
  switch (typed.kind) {
    case 'points':
      if (typed.points < 0) return wrong('negative');
      return typed.points > max ? wrong('over_max') : enterPoints(view, state, typed.points);
    case 'ambiguous': {
      const { key, shown, walk } = state;
      const readings = typed.readings.filter(value => value >= 0 && value <= max);
      return readings.length === 0
        ? wrong('not_a_number')
        : askAt(view, { at: 'reading', key, shown, walk, readings });
    }
    default:
      return wrong(typed.kind);
  }
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

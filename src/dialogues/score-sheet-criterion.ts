import { boundLeaves } from '../core/asked.ts';
import type { Line } from '../core/message.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import { valueFault } from '../core/value-fault.ts';
import { answerProblem } from '../text/answer-problem.ts';
import { howToAnswer, parseAnswer } from '../text/answer-value.ts';
import { scoreText } from '../text/score.ts';
import { valueFaultText } from '../text/value-faults.ts';
import { type Answer, findCriterion } from './score-sheet-answers.ts';
import {
  advance,
  askAt,
  enterValue,
  goTo,
  keepStanding,
  passOver,
  type ScoreStep,
  stepBack,
} from './score-sheet-moves.ts';
import { type AtCriterion, indexOf, type ScoreState, type ScoreView } from './score-sheet-state.ts';

export function jumpTo(view: ScoreView, state: ScoreState, index: number): ScoreStep {
  const leaf = view.tallied[index];
  if (leaf?.state === 'not_assigned') {
    return askAt(view, state, { lines: [scoreText.notAssigned(leaf.no)] });
  }
  return goTo(view, index, 'open');
}

/** An answer to the criterion that is asked. */
export function onCriterion(view: ScoreView, state: AtCriterion, answer: Answer): ScoreStep {
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
      const elsewhere =
        jump.kind === 'jump' && read.why !== 'negative' ? [scoreText.perhapsJump(text.trim())] : [];
      const hint: Line[] = asked.kind === 'points' ? [[howToAnswer(asked)]] : [];
      const lines = [
        ...[answerProblem(read.why, asked), ...(read.why === 'not_understood' ? hint : [])],
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

import type { Line } from '../core/message.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import { shortWords, valueWords } from '../text/answer-value.ts';
import { scoreText } from '../text/score.ts';
import { apart, type Step } from './dialogue.ts';
import { promptFor } from './score-sheet-prompts.ts';
import {
  type AtCriterion,
  indexOf,
  revisionOf,
  type ScoreEffect,
  type ScoreState,
  type ScoreView,
  standingAt,
  versionAt,
  viewOf,
  type Walk,
} from './score-sheet-state.ts';

export type ScoreStep = Step<ScoreState, ScoreEffect>;

/** What was just said and done, before the next question. */
export interface Done {
  lines?: Line[];
  effects?: ScoreEffect[];
}

export function askAt(
  view: ScoreView,
  state: ScoreState,
  { lines = [], effects = [] }: Done = {},
): ScoreStep {
  const say = promptFor(view, state);
  const { unitId } = view.facts;
  // The question shows what stands now, so what is answered is answered to that.
  const asked =
    state.at === 'criterion' ? { ...state, shown: versionAt(view.tallied[indexOf(view, state.key)]) } : state;
  return {
    kind: 'ask',
    state: { ...asked, unitId },
    say: { ...say, lines: apart(lines, say.lines) },
    effects,
  };
}

export function goTo(view: ScoreView, index: number, walk: Walk, done: Done = {}): ScoreStep {
  const row = view.rows[index];
  if (!row) return toSummary(view, done);
  return askAt(view, { at: 'criterion', key: row.key, shown: versionAt(view.tallied[index]), walk }, done);
}

export function toSummary(view: ScoreView, done: Done = {}): ScoreStep {
  return askAt(view, { at: 'summary', revision: revisionOf(view) }, done);
}

/** On to the next criterion that the walk is about, after `from` (-1: from the top). */
export function advance(view: ScoreView, from: number, walk: Walk, done: Done = {}): ScoreStep {
  const wanted = (index: number) => {
    const state = view.tallied[index]?.state;
    return walk === 'all' ? state !== 'not_assigned' : state === walk;
  };
  const indexes = view.rows.map((_, index) => index).filter(wanted);
  const next = indexes.find(index => index > from) ?? (walk === 'open' ? indexes[0] : undefined);
  return next === undefined ? toSummary(view, done) : goTo(view, next, walk, done);
}

/** The criterion before this one, whatever its state; one that is not assigned is stepped over. */
export function stepBack(view: ScoreView, from: number, walk: Walk): ScoreStep {
  for (let index = from - 1; index >= 0; index--) {
    if (view.tallied[index]?.state !== 'not_assigned') return goTo(view, index, walk);
  }
  return goTo(view, from, walk, { lines: [scoreText.firstAlready()] });
}

/** An answer to what `state` showed. Someone else's newer one is asked about, never overwritten. */
export function enterValue(view: ScoreView, state: AtCriterion, value: SheetValue): ScoreStep {
  const index = indexOf(view, state.key);
  const no = view.rows[index]?.no ?? '';
  const standing = standingAt(view, index);
  const version = versionAt(view.tallied[index]);
  const words = shortWords(value, view.asked[index]?.levels);
  if (standing && JSON.stringify(standing.value) === JSON.stringify(value)) {
    return advance(view, index, state.walk, { lines: [scoreText.kept(words, no), running(view)] });
  }
  if (standing && version !== state.shown) {
    const { key, walk } = state;
    return askAt(view, { at: 'conflict', key, walk, shown: version, mine: value });
  }
  const effect = enter(view, index, value);
  const after = afterwards(view, effect);
  const lines = [scoreText.wrote(words, no), running(after)];
  return advance(after, index, state.walk, { lines, effects: [effect] });
}

/** "bỏ qua" never takes points away that stand already. */
export function passOver(view: ScoreView, state: AtCriterion): ScoreStep {
  const index = indexOf(view, state.key);
  const no = view.rows[index]?.no ?? '';
  if (standingAt(view, index)) return keepStanding(view, state);
  const lines = [scoreText.passed(no)];
  if (view.tallied[index]?.state !== 'open') return advance(view, index, state.walk, { lines });
  const effect = enter(view, index, { kind: 'skipped' });
  return advance(afterwards(view, effect), index, state.walk, { lines, effects: [effect] });
}

export function keepStanding(view: ScoreView, state: AtCriterion): ScoreStep {
  const index = indexOf(view, state.key);
  const no = view.rows[index]?.no ?? '';
  const standing = standingAt(view, index);
  if (!standing) return askAt(view, state);
  const changed = versionAt(view.tallied[index]) !== state.shown;
  const levels = view.asked[index]?.levels;
  const line = changed
    ? scoreText.otherWrote({ ...standing, words: valueWords(standing.value, levels) }, no)
    : scoreText.kept(shortWords(standing.value, levels), no);
  return advance(view, index, state.walk, { lines: [line] });
}

/** Of a part of the sheet points would read as if they were all. */
export function running(view: ScoreView): Line {
  const count = view.rows.length;
  if (view.facts.partOnly) return scoreText.doneAgain(count - view.tally.counts.open, count);
  return scoreText.running(view.tally.points, view.tally.maxScored);
}

export type Enter = Extract<ScoreEffect, { kind: 'enter' }>;

function enter(view: ScoreView, index: number, value: SheetValue): Enter {
  const leaf = view.tallied[index];
  return { kind: 'enter', criterionKey: leaf?.key ?? '', expectVersion: versionAt(leaf), value };
}

/** The sheet as it will be once the effect is applied: what the next question is asked from. */
export function afterwards(view: ScoreView, ...effects: readonly Enter[]): ScoreView {
  const { me, now, entries } = view.facts;
  const entered = effects.map(({ criterionKey, expectVersion, value }) => ({
    ...{ criterionKey, version: expectVersion + 1, value, by: me, byName: '', at: now },
  }));
  return viewOf({ ...view.facts, entries: [...entries, ...entered] });
}

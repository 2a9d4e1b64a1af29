import { filledText } from '../text/filled-sheet.ts';
import {
  advance,
  afterwards,
  askAt,
  type Enter,
  running,
  type ScoreStep,
  toSummary,
} from './score-sheet-moves.ts';
import { numbersOf } from './score-sheet-prompts.ts';
import {
  type AtFilled,
  indexOf,
  type ScoreState,
  type ScoreView,
  standingAt,
  versionAt,
} from './score-sheet-state.ts';

/** A sheet that came as a workbook: what it would write is shown, every cell that cannot stand is named. */
export function preview(view: ScoreView, state: ScoreState): ScoreStep {
  const { filled } = view.facts;
  if (!filled) return askAt(view, state);
  const { name, read } = filled;
  if (read.kind !== 'answers') return askAt(view, state, { lines: [filledText.unreadable(name, read)] });
  const answers: AtFilled['answers'] = [];
  const [notAssigned, notAsked]: [string[], string[]] = [[], []];
  for (const [key, value] of read.values) {
    const index = indexOf(view, key);
    const leaf = view.tallied[index];
    if (!leaf || leaf.state === 'not_assigned') notAsked.push(key);
    else if (value.kind === 'not_assigned') notAssigned.push(numbersOf(view, index));
    else if (JSON.stringify(standingAt(view, index)?.value) !== JSON.stringify(value))
      answers.push({ key, saw: versionAt(leaf), value });
  }
  const lines = [
    ...filledText.refused(read),
    ...filledText.byVerifier(notAssigned),
    ...filledText.notAsked(notAsked.length),
  ];
  const refused = read.refused.length + notAssigned.length;
  if (answers.length === 0) return askAt(view, state, { lines: [filledText.nothingNew(name), ...lines] });
  return askAt(view, { at: 'filled', name, answers, refused }, { lines });
}

/** What somebody has answered since the preview stays; `openOnly`: whatever was answered at all does. */
export function write(view: ScoreView, { answers }: AtFilled, openOnly: boolean): ScoreStep {
  const effects: Enter[] = [];
  const changed: string[] = [];
  for (const { key, saw, value } of answers) {
    const index = indexOf(view, key);
    const version = versionAt(view.tallied[index]);
    if (!view.rows[index] || version !== saw) changed.push(numbersOf(view, index));
    else if (!openOnly || !standingAt(view, index))
      effects.push({ kind: 'enter', criterionKey: key, expectVersion: version, value });
  }
  const after = afterwards(view, ...effects);
  const lines = [filledText.wrote(effects.length), ...filledText.changed(changed), running(after)];
  const left = after.tally.counts.open;
  return left > 0 ? advance(after, -1, 'open', { lines, effects }) : toSummary(after, { lines, effects });
}

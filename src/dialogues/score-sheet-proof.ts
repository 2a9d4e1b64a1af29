import { scoreText } from '../text/score.ts';
import type { Say } from './dialogue.ts';
import { askAt, type ScoreStep } from './score-sheet-moves.ts';
import { numbersOf, proofTopic } from './score-sheet-prompts.ts';
import {
  type GivenEvidence,
  indexOf,
  type ScoreEffect,
  type ScoreState,
  type ScoreView,
  viewOf,
} from './score-sheet-state.ts';

/** Evidence for a criterion; the question stays. */
export function giveEvidence(
  view: ScoreView,
  state: ScoreState,
  index: number,
  given: readonly GivenEvidence[],
): ScoreStep {
  const row = view.rows[index];
  if (!row) return askAt(view, state, { lines: [scoreText.filesNotHere()] });
  const words = given.map(one => (one.kind === 'file' ? one.file.name : one.text));
  const added = words.map((text, n) => ({ id: view.facts.newIds[n] ?? '', criterionKey: row.key, text }));
  const effects = given.map((evidence, n) => ({
    ...{ kind: 'evidence' as const, id: added[n]?.id ?? '', criterionKey: row.key, evidence },
  }));
  const evidence = [...view.facts.evidence, ...added];
  const after = viewOf({ ...view.facts, evidence });
  return askAt(after, state, { lines: [scoreText.evidence(words.join('; '), row.no)], effects });
}

/** One piece of evidence is taken back; it stays on record with the day. */
export function withdrawEvidence(view: ScoreView, state: ScoreState, evidenceId: string): ScoreStep {
  const gone = view.facts.evidence.find(one => one.id === evidenceId);
  if (!gone) return askAt(view, state, { lines: [scoreText.staleButton()] });
  const { criterionKey, text } = gone;
  const evidence = view.facts.evidence.filter(one => one !== gone);
  const no = view.rows[indexOf(view, criterionKey)]?.no ?? '';
  const effects: ScoreEffect[] = [{ kind: 'withdraw', criterionKey, evidenceId }];
  return askAt(viewOf({ ...view.facts, evidence }), state, {
    lines: [scoreText.withdrawn(text, no)],
    effects,
  });
}

/** Asked again, perhaps since a file came that the messenger keeps to itself: how to send it. */
export function proofAwaited(view: ScoreView, state: ScoreState): Pick<Say, 'takesFiles'> {
  const row = 'key' in state ? view.rows[indexOf(view, state.key)] : undefined;
  return row ? { takesFiles: { topic: proofTopic(row.key), title: scoreText.proofTitle(row.no) } } : {};
}

/** The question stays; where the messenger takes no files, a link to send them by comes with it. */
export function awaitProof(view: ScoreView, state: ScoreState, index: number): ScoreStep {
  const row = view.rows[index];
  if (!row) return askAt(view, state);
  const lines = [scoreText.sendProof(numbersOf(view, index))];
  return { kind: 'ask', state, say: { lines, ...proofAwaited(view, state) }, effects: [] };
}

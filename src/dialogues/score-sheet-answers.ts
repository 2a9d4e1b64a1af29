import type { Points } from '../core/points.ts';
import { fold } from '../text/fold.ts';
import type { Input } from './dialogue.ts';
import { criterionId, mineId, placeId, readingId, sendId } from './score-sheet-prompts.ts';
import { indexOf, type ScoreState, type ScoreView } from './score-sheet-state.ts';

/** What an input means where the conversation stands, before anything is done about it. */
export type Answer =
  | { kind: 'cancel' | 'later' | 'back' | 'skip' | 'keep' | 'mine' }
  | { kind: 'send' | 'review' | 'fill' | 'go_on' | 'summary' }
  | { kind: 'jump'; index: number }
  | { kind: 'jump_unclear'; typed: string; indexes: number[] }
  | { kind: 'points'; points: Points }
  | { kind: 'typed'; text: string }
  | { kind: 'stale' | 'files' };

export function readAnswer(view: ScoreView, state: ScoreState, input: Input): Answer {
  if (input.kind === 'go') return { kind: input.to };
  if (input.kind === 'files') return { kind: 'files' };
  return input.kind === 'option' ? readOption(view, state, input.id) : readText(view, state, input.text);
}

function readOption(view: ScoreView, state: ScoreState, id: string): Answer {
  if (id === 'back' || id === 'later') return { kind: id };
  const jumpTo = view.rows.findIndex((_, index) => criterionId(view, index) === id);
  if (jumpTo >= 0) return { kind: 'jump', index: jumpTo };
  if (state.at === 'summary') {
    if (id === 'review' || id === 'fill' || id === 'go_on') return { kind: id };
    return { kind: id === sendId(state.revision) ? 'send' : 'stale' };
  }
  const place = placeId(view, state);
  if (id === `skip_${place}` && state.at === 'criterion') return { kind: 'skip' };
  if (id === `keep_${place}`) return { kind: 'keep' };
  if (state.at === 'conflict' && id === mineId(place, state.mine)) return { kind: 'mine' };
  if (state.at === 'reading') {
    const reading = state.readings.find(points => readingId(place, points) === id);
    if (reading !== undefined) return { kind: 'points', points: reading };
  }
  return { kind: 'stale' };
}

const YES = new Set(['dung', 'co', 'vang', 'da', 'ok', 'dong y']);
const JUMP = /^(?:tieu chi|tc)\s*(?:so\s+)?([\da-z].*)$/;

function readText(view: ScoreView, state: ScoreState, text: string): Answer {
  const words = fold(text).trim();
  const typed = JUMP.exec(words)?.[1];
  if (typed !== undefined) return findCriterion(view, typed);
  if (words === 'xong') return { kind: 'summary' };
  if (words === 'xem lai') return { kind: 'review' };
  if (state.at === 'summary') {
    if (words === 'gui' || words === 'gui ban cham') return { kind: 'send' };
    if (words === 'cham tiep') return { kind: 'go_on' };
  } else if (words === 'giu' && view.tallied[indexOf(view, state.key)]?.entry?.value.kind === 'points') {
    return { kind: 'keep' };
  }
  if (state.at === 'reading' && YES.has(words)) {
    const [only, another] = state.readings;
    if (only !== undefined && another === undefined) return { kind: 'points', points: only };
  }
  if (state.at === 'conflict' && words === 'ghi') return { kind: 'mine' };
  return { kind: 'typed', text };
}

/** By the number as printed, then with its groups' numbers before it (`II.1`), then a group's first open one. */
function findCriterion(view: ScoreView, typed: string): Answer {
  const wanted = plain(typed);
  const indexes = view.rows.map((_, index) => index);
  const pathOf = (index: number) => view.rows[index]?.path ?? [];
  const noOf = (index: number) => view.rows[index]?.no ?? '';

  const named = indexes.filter(index => plain(noOf(index)) === wanted);
  const placed = indexes.filter(
    index => plain([...pathOf(index).map(group => group.no), noOf(index)].join('.')) === wanted,
  );
  const found = named.length > 0 ? named : placed;
  const [only] = found;
  if (only !== undefined) {
    return found.length === 1
      ? { kind: 'jump', index: only }
      : { kind: 'jump_unclear', typed, indexes: found };
  }
  const inGroup = indexes.filter(index => pathOf(index).some(group => plain(group.no) === wanted));
  const first = inGroup.find(index => view.tallied[index]?.state === 'open') ?? inGroup[0];
  return first === undefined ? { kind: 'jump_unclear', typed, indexes: [] } : { kind: 'jump', index: first };
}

const plain = (no: string) => fold(no).replace(/\s+/g, '').replace(/\.+$/, '');

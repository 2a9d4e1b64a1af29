import { byNumber } from '../core/find-criterion.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import { criterionNamed } from '../text/criterion-words.ts';
import { evidenceIn } from '../text/evidence-words.ts';
import { fold } from '../text/fold.ts';
import type { Input, ReceivedFile } from './dialogue.ts';
import {
  answerId,
  criterionId,
  mineId,
  placeId,
  proofTopic,
  readingId,
  readyAnswers,
  SHEET_TOPIC,
  sendId,
  withdrawId,
} from './score-sheet-prompts.ts';
import {
  type GivenEvidence,
  indexOf,
  type ScoreState,
  type ScoreView,
  standingAt,
} from './score-sheet-state.ts';

/** What an input means where the conversation stands, before anything is done about it. */
export type Answer =
  | { kind: 'cancel' | 'later' | 'back' | 'skip' | 'keep' | 'mine' }
  | { kind: 'send' | 'review' | 'fill' | 'go_on' | 'summary' }
  | { kind: 'jump'; index: number }
  | { kind: 'jump_unclear'; typed: string; indexes: number[] }
  | { kind: 'value'; value: SheetValue }
  | { kind: 'evidence'; index: number; given: GivenEvidence[] }
  | { kind: 'withdraw'; evidenceId: string }
  /** Files are about to come: evidence for this criterion, or the whole sheet. */
  | { kind: 'to_send'; index: number }
  | { kind: 'sheet_file' | 'filled' | 'write_all' | 'write_open' }
  | { kind: 'typed'; text: string }
  | { kind: 'stale' | 'files' };

export function readAnswer(view: ScoreView, state: ScoreState, input: Input): Answer {
  if (input.kind === 'go') return { kind: input.to };
  if (input.kind === 'files') return readFiles(view, state, input);
  return input.kind === 'option' ? readOption(view, state, input.id) : readText(view, state, input.text);
}

function readOption(view: ScoreView, state: ScoreState, id: string): Answer {
  if (id === 'back' || id === 'later') return { kind: id };
  if (id === 'sheet_file' || id === 'summary') return { kind: id };
  const gone = view.facts.evidence.find(one => withdrawId(one.id) === id);
  if (gone) return { kind: 'withdraw', evidenceId: gone.id };
  const jumpTo = view.rows.findIndex((_, index) => criterionId(view, index) === id);
  if (jumpTo >= 0) return { kind: 'jump', index: jumpTo };
  if (state.at === 'filled') return { kind: id === 'write_all' || id === 'write_open' ? id : 'stale' };
  if (state.at === 'file') return { kind: 'stale' };
  if (state.at === 'summary') {
    if (id === 'review' || id === 'fill' || id === 'go_on') return { kind: id };
    return { kind: id === sendId(state.revision) ? 'send' : 'stale' };
  }
  const place = placeId(view, state);
  if (id === `skip_${place}` && state.at === 'criterion') return { kind: 'skip' };
  if (id === `keep_${place}`) return { kind: 'keep' };
  if (state.at === 'conflict' && id === mineId(place)) return { kind: 'mine' };
  const asked = view.asked[indexOf(view, state.key)];
  const ready = asked ? readyAnswers(asked).find((_, n) => answerId(place, n) === id) : undefined;
  if (ready && state.at === 'criterion') return { kind: 'value', value: ready };
  if (state.at === 'reading') {
    const reading = state.readings.find((_, n) => readingId(place, n) === id);
    if (reading) return { kind: 'value', value: reading };
  }
  return { kind: 'stale' };
}

const NO = new Set(['khong', 'khong ghi', 'bo', 'thoi']);
const YES = new Set(['dung', 'co', 'vang', 'da', 'ok', 'dong y']);
/** What is left to score. */
const REST = /^(?:con lai|con gi|con thieu|con bao nhieu|xem con lai|tien do)$/;
const FILE =
  /^(?:tai phieu|tai phieu cham|phieu cham|cham bang tep|cham bang excel|gui phieu|gui phieu cham)$/;
const SEND = /^(?:gui tep|nop tep|gui file|gui minh chung|nop minh chung|them minh chung|minh chung)$/;
const WITHDRAW = /^(?:rut|bo|xoa) minh chung(?: (?:so )?(\d{1,2}))?$/;
function readText(view: ScoreView, state: ScoreState, text: string): Answer {
  const words = fold(text).trim();
  const typed = criterionNamed(text);
  if (typed !== null) return findCriterion(view, typed);
  if (words === 'xong' || REST.test(words)) return { kind: 'summary' };
  if (FILE.test(words)) return { kind: 'sheet_file' };
  if (state.at === 'filled') return onFilled(words);
  if (state.at === 'file') return { kind: 'typed', text };
  const proofs =
    state.at === 'summary' ? [] : view.facts.evidence.filter(one => one.criterionKey === state.key);
  const which = WITHDRAW.exec(words);
  if (which) {
    const chosen = proofs[Number(which[1] ?? 1) - 1];
    if (chosen && (which[1] !== undefined || proofs.length === 1))
      return { kind: 'withdraw', evidenceId: chosen.id };
    return { kind: 'typed', text: '' };
  }
  if (SEND.test(words) && state.at !== 'summary') return { kind: 'to_send', index: indexOf(view, state.key) };
  if (words === 'xem lai') return { kind: 'review' };
  if (state.at === 'summary') {
    if (words === 'gui' || words === 'gui ban cham') return { kind: 'send' };
    if (words === 'cham tiep') return { kind: 'go_on' };
    // Nothing is scored here, so a number alone is a criterion's.
    const jump = findCriterion(view, typedNumber(text));
    if (jump.kind === 'jump' || (jump.kind === 'jump_unclear' && jump.indexes.length > 0)) return jump;
  } else if (
    (words === 'giu' || (state.at === 'conflict' && /^giu /.test(words))) &&
    standingAt(view, indexOf(view, state.key))
  ) {
    return { kind: 'keep' };
  }
  if (state.at === 'reading' && YES.has(words)) {
    const [only, another] = state.readings;
    if (only && another === undefined) return { kind: 'value', value: only };
  }
  if (state.at === 'conflict' && /^ghi(?: |$)/.test(words)) return { kind: 'mine' };
  const proof = state.at === 'summary' ? null : evidenceIn(text);
  if (proof && state.at !== 'summary')
    return { kind: 'evidence', index: indexOf(view, state.key), given: [proof] };
  return { kind: 'typed', text };
}

/** Files go to the criterion that is asked, or that their caption names. */
function readFiles(
  view: ScoreView,
  state: ScoreState,
  { files, caption, topic }: Extract<Input, { kind: 'files' }>,
): Answer {
  const read = view.facts.filled?.read.kind;
  if (read === 'answers' || (view.facts.filled && (topic === SHEET_TOPIC || state.at === 'file')))
    return { kind: 'filled' };
  if (state.at === 'file') return { kind: 'files' };
  const meant = view.rows.findIndex(row => proofTopic(row.key) === topic);
  if (meant >= 0) return { kind: 'evidence', index: meant, given: evidenceOf(files) };
  const typed = criterionNamed(caption) ?? caption.trim();
  const named = typed === '' ? null : findCriterion(view, typed);
  const here = 'key' in state ? indexOf(view, state.key) : -1;
  const index = named?.kind === 'jump' ? named.index : here;
  return index < 0 ? { kind: 'files' } : { kind: 'evidence', index, given: evidenceOf(files) };
}

const evidenceOf = (files: readonly ReceivedFile[]): GivenEvidence[] =>
  files.map(file => ({ kind: 'file', file }));

function onFilled(words: string): Answer {
  if (words === 'ghi' || YES.has(words)) return { kind: 'write_all' };
  return NO.has(words) ? { kind: 'summary' } : { kind: 'typed', text: words };
}

const typedNumber = (text: string) => text.trim().replace(/[.\s]+$/, '');

/**
 * By the number with its groups' before it (`II.1`), then as printed, then a group's first open one. Where a group is
 * called as a criterion of another group is, both may be meant.
 */
export function findCriterion(view: ScoreView, typed: string): Answer {
  const wanted = plain(typed);
  const indexes = view.rows.map((_, index) => index);
  const pathOf = (index: number) => view.rows[index]?.path ?? [];
  const numbered = (index: number) => ({
    no: view.rows[index]?.no ?? '',
    groups: pathOf(index).map(group => group.no),
  });
  const found = byNumber(indexes, typed, numbered, fold);
  const inGroup = indexes.filter(index => pathOf(index).some(group => plain(group.no) === wanted));
  const first = inGroup.find(index => view.tallied[index]?.state === 'open') ?? inGroup[0];
  const placed = found.some(index => pathOf(index).length === 0);
  const meant = first === undefined || placed || found.includes(first) ? found : [...found, first];
  const [only, another] = meant;
  return only !== undefined && another === undefined
    ? { kind: 'jump', index: only }
    : { kind: 'jump_unclear', typed, indexes: meant };
}

const plain = (no: string) => fold(no).replace(/\s+/g, '').replace(/\.+$/, '');

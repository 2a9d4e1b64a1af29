import type { SheetValue } from '../core/sheet-value.ts';
import { shortRef } from '../core/short-ref.ts';
import { type Asked, howToAnswer, shortWords, valueWords } from '../text/answer-value.ts';
import { filledText } from '../text/filled-sheet.ts';
import { scoreLabels, scoreText } from '../text/score.ts';
import { sheetTable, summaryLines } from '../text/score-tables.ts';
import type { Choice, Say } from './dialogue.ts';
import {
  type AtCriterion,
  type AtFilled,
  indexOf,
  type ScoreState,
  type ScoreView,
  standingAt,
} from './score-sheet-state.ts';

/** Choice ids name the table's version, the criterion and the entry they were shown for: a stale one fits nothing. */
export function placeId(view: ScoreView, state: AtCriterion): string {
  return `${view.facts.table.version}_${indexOf(view, state.key)}_${state.shown}`;
}

export const readingId = (place: string, n: number) => `r${n}_${place}`;
export const mineId = (place: string) => `mine_${place}`;
export const answerId = (place: string, n: number) => `v${n}_${place}`;
export const sendId = (revision: number) => `send_${revision}`;
export const withdrawId = (evidenceId: string) => shortRef('e', evidenceId);
/** What an uploaded file is for, where its link was given under another question than the one that is open by then. */
export const proofTopic = (key: string) => `proof ${key}`;
export const SHEET_TOPIC = 'sheet';
export const criterionId = (view: ScoreView, index: number) => `c${view.facts.table.version}_${index}`;

/** Rows of a message: eight in all. */
const MOST_GROUPS = 4;
const MOST_PROOFS = 3;

const back: Choice = { id: 'back', label: scoreLabels.back };
const later: Choice = { id: 'later', label: scoreLabels.later };

/** The open question; total, also where the criterion asked about has left the table. */
export function promptFor(view: ScoreView, state: ScoreState): Say {
  if (state.at === 'summary') return summaryPrompt(view, state.revision);
  if (state.at === 'file') return filePrompt();
  if (state.at === 'filled') return filledPrompt(view, state);
  const index = indexOf(view, state.key);
  const row = view.rows[index];
  if (!row) return { lines: [scoreText.criterionGone()], choices: [[later]] };

  const place = placeId(view, state);
  const standing = standingAt(view, index);
  const lines = scoreText.criterion({
    position: index + 1,
    count: view.rows.length,
    no: row.no,
    name: row.name,
    max: row.max,
    groups: row.path.map(group => group.name),
  });
  const asked = view.asked[index];
  const levels = asked?.levels ?? [];
  const before = standing && { ...standing, words: valueWords(standing.value, levels) };
  const kept = standing ? shortWords(standing.value, levels) : '';
  const keep: Choice[] = standing ? [{ id: `keep_${place}`, label: scoreLabels.keep(kept) }] : [];
  const proofs = view.facts.evidence.filter(one => one.criterionKey === state.key);
  if (proofs.length > 0) lines.push(scoreText.evidenceSo(proofs.map(one => one.text)));
  const withdraw = proofs
    .slice(0, MOST_PROOFS)
    .map(one => [{ id: withdrawId(one.id), label: scoreLabels.withdraw(proofs.length > 1 ? one.text : '') }]);

  if (state.at === 'reading') {
    const shown = state.readings.map(value => valueWords(value, levels));
    const readings = shown.map((words, n) => ({
      id: readingId(place, n),
      label: scoreLabels.reading(words),
    }));
    const question = [...lines, scoreText.whichReading(shown)];
    return { lines: question, choices: [readings, [back, later]], wants: 'number' };
  }
  if (state.at === 'conflict' && before) {
    const words = shortWords(state.mine, levels);
    const mine: Choice = { id: mineId(place), label: scoreLabels.write(words) };
    const question = scoreText.conflict(before, kept, words);
    return {
      lines: [...lines, question],
      choices: [
        [...keep, mine],
        [back, later],
      ],
      wants: 'number',
    };
  }
  const answers = asked ? answerChoices(asked, place) : [];
  if (asked && asked.kind !== 'points') lines.push([howToAnswer(asked)]);
  // A level has points too, which somebody may type.
  const wants = asked?.kind === 'yes_no' ? {} : { wants: 'number' as const };
  if (before) {
    const known = [...lines, scoreText.entered(before)];
    return { lines: known, choices: [...answers, keep, ...withdraw, [back, later]], ...wants };
  }
  const skip: Choice = { id: `skip_${place}`, label: scoreLabels.skip };
  return { lines, choices: [...answers, ...withdraw, [back, skip, later]], ...wants };
}

/** The answers that a button can give, in the order in which their ids count. */
export function readyAnswers({ kind, levels }: Asked): SheetValue[] {
  if (kind === 'yes_no') return [true, false].map(yes => ({ kind, yes }));
  return kind === 'level' ? levels.map(level => ({ kind, level: level.key })) : [];
}

function answerChoices(asked: Asked, place: string): Choice[][] {
  const labels =
    asked.kind === 'yes_no'
      ? [scoreLabels.yes, scoreLabels.no]
      : asked.levels.map(level => scoreLabels.level(level.name));
  const choices = readyAnswers(asked).map((_, n) => ({ id: answerId(place, n), label: labels[n] ?? '' }));
  return asked.kind === 'yes_no' ? [choices] : choices.map(choice => [choice]);
}

function summaryPrompt(view: ScoreView, revision: number): Say {
  const { open, skipped } = view.tally.counts;
  const passed = view.tallied.filter(leaf => leaf.state === 'skipped').map(leaf => leaf.no);
  const fill: Choice[] = [];
  if (open > 0) fill.push({ id: 'go_on', label: scoreLabels.goOn, tone: 'primary' });
  if (skipped > 0) fill.push({ id: 'fill', label: scoreLabels.fillSkipped });
  const send: Choice[] = maySend(view)
    ? [{ id: sendId(revision), label: scoreLabels.send, tone: 'primary' }]
    : [];
  const left = openGroups(view);
  const jumps = left.length < 2 ? [] : left.slice(0, MOST_GROUPS);
  const rows = [
    ...[fill, [...send, { id: 'review', label: scoreLabels.review }, later]],
    ...jumps.map(({ index, group, open }) => [
      { id: criterionId(view, index), label: scoreLabels.group(group, open) },
    ]),
  ];
  return {
    lines: summaryLines(view.tally, passed, jumps.length > 0 ? left : []),
    table: sheetTable(view.tally),
    choices: rows.filter(row => row.length > 0),
  };
}

/** Where criteria are left, group by group, each with the first of them. */
function openGroups(view: ScoreView): { index: number; group: string; open: number }[] {
  const groups = new Map<string, { index: number; group: string; open: number }>();
  for (const [index, row] of view.rows.entries()) {
    if (view.tallied[index]?.state !== 'open') continue;
    const [top] = row.path;
    const known = groups.get(top?.key ?? '');
    if (known) known.open += 1;
    else groups.set(top?.key ?? '', { index, group: top ? `${top.no}. ${top.name}` : row.no, open: 1 });
  }
  return [...groups.values()];
}

function filePrompt(): Say {
  return {
    lines: filledText.ask(),
    takesFiles: { topic: SHEET_TOPIC, title: filledText.title() },
    choices: [[{ id: 'summary', label: scoreLabels.back }]],
  };
}

function filledPrompt(view: ScoreView, { name, answers, refused }: AtFilled): Say {
  const replaced = answers.flatMap(({ key, value }) => {
    const index = indexOf(view, key);
    const standing = standingAt(view, index);
    const levels = view.asked[index]?.levels ?? [];
    if (!standing) return [];
    const no = numbersOf(view, index);
    return [{ ...standing, no, from: shortWords(standing.value, levels), to: shortWords(value, levels) }];
  });
  const count = answers.length;
  const open = count - replaced.length;
  const all: Choice = { id: 'write_all', label: filledText.write(count), tone: 'primary' };
  const some: Choice[] =
    open > 0 && replaced.length > 0 ? [{ id: 'write_open', label: filledText.writeOpen(open) }] : [];
  return {
    lines: filledText.preview({ name, count, replaced, refused }),
    choices: [
      ...(count > 0 ? [[all]] : []),
      ...(some.length > 0 ? [some] : []),
      [{ id: 'summary', label: filledText.leave }],
    ],
  };
}

/** With the numbers of its groups: several criteria may carry the same. */
export function numbersOf(view: ScoreView, index: number): string {
  const row = view.rows[index];
  if (!row) return '';
  const [...above] = row.path.map(group => group.no);
  const last = above.at(-1) ?? '';
  return row.no.startsWith(`${last}.`) || above.length === 0 ? row.no : [...above, row.no].join('.');
}

/** Each criterion was at least looked at; one passed over on purpose may stay without points. */
export function maySend(view: ScoreView): boolean {
  const { open, scored } = view.tally.counts;
  return open === 0 && scored > 0;
}

/** Several criteria carry the number that was asked for. A message holds at most eight. */
export function whichCriterion(view: ScoreView, typed: string, indexes: number[]): Say {
  const choices = indexes.slice(0, 8).flatMap(index => {
    const row = view.rows[index];
    return row
      ? [[{ id: criterionId(view, index), label: scoreLabels.criterion(numbersOf(view, index), row.name) }]]
      : [];
  });
  return { lines: [scoreText.severalCriteria(typed)], choices };
}

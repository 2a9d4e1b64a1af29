import type { Boundary } from '../core/boundary.ts';
import type { PlanItem } from '../core/plan-draft.ts';
import type { PlanEdit } from '../core/plan-edit.ts';
import type { BoundaryWords } from '../text/boundary-words.ts';
import { readAddition, readGone, readNumbered, withoutNameWord, withoutOnly } from '../text/corrections.ts';
import { guessKind, readDeadlineLine } from '../text/deadline-line.ts';
import { readFigure } from '../text/figures.ts';
import { capitalised, clean, clip, fold } from '../text/fold.ts';
import { readWho } from '../text/who-words.ts';
import { type Around, amongOf, boundaryIn, obligedOf, withEvery } from './plan-terms.ts';

/** Characters of a name. */
const NAME_MAX = 200;
const edit = (of: PlanEdit): Correction => ({ kind: 'edit', edits: [of] });

export type Correction =
  | { kind: 'show'; item: PlanItem }
  | { kind: 'edit'; edits: PlanEdit[] }
  | { kind: 'which'; item: PlanItem; readings: Boundary[] }
  | { kind: 'no_such_item' | 'no_such_day' | 'not_understood' };

/** Under a question what reads as its answer is one; a name is given only where no question is open, or after "tên". */
export function readReviewText(
  text: string,
  items: readonly PlanItem[],
  asked: PlanItem | undefined,
  around: Around,
): Correction {
  const numbered = readCorrection(text, items, around);
  if (!asked || readGone(text)) return numbered;
  const answer = correctItem(asked, text, around);
  if (!isRename(answer) || withoutNameWord(text) !== text) return answer;
  return isRename(numbered) ? { kind: 'not_understood' } : numbered;
}

const isRename = (one: Correction) =>
  one.kind === 'not_understood' || (one.kind === 'edit' && one.edits.some(({ kind }) => kind === 'rename'));

/** `3`, `3 xóa`, `3 trước ngày 15/6`, `7 8.200 - 8.700`, `thêm Báo cáo quý III, trước ngày 25/9`. */
function readCorrection(text: string, items: readonly PlanItem[], around: Around): Correction {
  const gone = readGone(text);
  if (gone) return without(gone, items);
  const added = readAddition(text);
  if (added) return addition(added, around);
  const numbered = readNumbered(text);
  if (!numbered) return { kind: 'not_understood' };
  const { no, words } = numbered;
  const item = items.find(one => one.no === no);
  if (!item) return { kind: 'no_such_item' };
  return words.trim() === '' ? { kind: 'show', item } : correctItem(item, words, around);
}

function without(gone: readonly number[], items: readonly PlanItem[]): Correction {
  const inside = items.filter(item => gone.includes(item.no));
  if (inside.length === 0) return { kind: 'no_such_item' };
  return { kind: 'edit', edits: inside.map(({ no }) => ({ kind: 'drop', no })) };
}

/** What is said of one item: a term, a figure, a day, "xóa", or else its name. */
function correctItem(item: PlanItem, words: string, around: Around): Correction {
  const { no } = item;
  const said = fold(words).replace(/[ .!]+$/, '');
  if (/^(?:xoa|bo|xoa bo|bo muc nay|bo di|khong co)$/.test(said)) return edit({ kind: 'drop', no });
  if (/^(?:dung|dung roi|dung nhu vay|co|ok|giu nguyen)$/.test(said)) return edit({ kind: 'settle', no });
  if (item.kind === 'deadline') return correctTerm(item, boundaryIn(words, around), words, around);
  if (item.kind === 'target') {
    const figure = readFigure(words);
    if (figure) return edit({ kind: 'figure', no, ...figure, raw: clip(clean(words), NAME_MAX) });
  }
  if (item.kind === 'milestone') {
    const when = boundaryIn(words, around);
    if (when.kind === 'boundary' && when.boundary.kind === 'by_day')
      return edit({ kind: 'days', no, startsOn: when.boundary.day, endsOn: null });
    if (when.kind === 'boundary' && when.boundary.kind === 'between')
      return edit({ kind: 'days', no, startsOn: when.boundary.from, endsOn: when.boundary.to });
  }
  return named(no, words);
}

function correctTerm(item: PlanItem, when: BoundaryWords, words: string, around: Around): Correction {
  const { no } = item;
  const ruleText = clip(clean(words), NAME_MAX);
  switch (when.kind) {
    case 'boundary':
      return edit({ kind: 'term', no, boundary: when.boundary, every: when.every, ruleText });
    case 'ambiguous':
      return { kind: 'which', item, readings: when.readings };
    case 'recurring':
      return edit({
        kind: 'term',
        no,
        boundary: { kind: 'unstated', ruleText },
        every: when.every,
        ruleText,
      });
    case 'undated':
      return edit({ kind: 'settle', no });
    case 'no_such_day':
      return { kind: 'no_such_day' };
    case 'weekly':
    case 'none':
      return whose(item, words, around) ?? named(no, words);
  }
}

/** "3 Trạm Y tế", "3 trừ Công an xã", "3 tất cả": whose duty it is. */
function whose({ no }: PlanItem, words: string, { units }: Around): Correction | null {
  const who = readWho(withoutOnly(words), units);
  return who && edit({ kind: 'who', no, obliged: obligedOf(who), among: amongOf(who, units) });
}

function named(no: number, words: string): Correction {
  const name = clip(withoutNameWord(clean(words)), NAME_MAX);
  if (!/\p{L}{2}\P{L}+.*\p{L}{2}/u.test(name)) return { kind: 'not_understood' };
  return edit({ kind: 'rename', no, name: capitalised(name) });
}

function addition(words: string, around: Around): Correction {
  const { units, today } = around;
  const { title, when: said, whenWords, who, recipient } = readDeadlineLine(words, units, today);
  const when =
    said?.kind === 'ambiguous' || said?.kind === 'boundary'
      ? withEvery(boundaryIn(whenWords, around), said.every)
      : said;
  if (when?.kind === 'no_such_day') return { kind: 'no_such_day' };
  if (title === null) return { kind: 'not_understood' };
  const boundary: Boundary =
    when?.kind === 'boundary' ? when.boundary : { kind: 'unstated', ruleText: clip(whenWords, NAME_MAX) };
  const every = when && 'every' in when ? when.every : null;
  return edit({
    kind: 'add',
    title: clip(capitalised(title), NAME_MAX),
    deadlineKind: guessKind(title) ?? 'report',
    boundary,
    every,
    obliged: obligedOf(who),
    among: amongOf(who, units),
    recipient: recipient && clip(recipient, NAME_MAX),
    ruleText: clip(whenWords, NAME_MAX),
  });
}

import { readCorrection, readListCorrection, withoutAdd } from '../text/corrections.ts';
import { fold } from '../text/fold.ts';
import { setupText } from '../text/setup.ts';
import { readUnitList, unitRoleOf } from '../text/unit-list.ts';
import { askNew, onwards, type Taken, take, takeUnits, withLead } from './setup-moves.ts';
import { fieldOfNumber } from './setup-prompts.ts';
import type { Draft, SetupFacts, SetupStep } from './setup-state.ts';

/** A correction as typed under the preview: `1 Khối thi đua số 3`, `6.3 xóa`, `6 thêm Trạm Y tế`; or more units. */
export function correct(text: string, draft: Draft, facts: SetupFacts): SetupStep {
  const review = { at: 'review' as const, draft };
  const read = readCorrection(text);
  const listed = text.trim().includes('\n') ? readUnitList(text).units : [];
  if (listed.length > 1) return taken(takeUnits(text, draft), draft, facts);
  if (!read) return askNew(review, facts, [setupText.notUnderstood()]);
  const { item, sub, words } = read;
  const field = fieldOfNumber(item) ?? 'units';
  if (sub !== null) {
    if (field !== 'units') return askNew(review, facts, [setupText.noSuchItem()]);
    return correctUnit(sub - 1, words, draft, facts);
  }
  if (words === '') return reask(item, draft, facts);
  const said = withoutAdd(words);
  return taken(take(field, field === 'units' ? said : words, draft, facts), draft, facts);
}

/** `xóa 7, 8` or `2 phó` in the middle of a list that goes on; null: it is more of the list. */
export function correctListed(text: string, draft: Draft, facts: SetupFacts): SetupStep | null {
  const read = readListCorrection(text);
  if (!read) return null;
  const listed = { at: 'field' as const, field: 'units' as const, draft };
  if (read.numbers.some(no => !draft.units[no - 1])) return askNew(listed, facts, [setupText.noSuchItem()]);
  if (!isRemoval(read.words)) return correctUnit((read.numbers[0] ?? 1) - 1, read.words, draft, facts);
  const units = draft.units.filter((_, index) => !read.numbers.includes(index + 1));
  return onwards({ ...draft, units }, facts, [setupText.corrected()]);
}

/** The field's question again; its answer leads back to the preview. */
export function reask(no: number, draft: Draft, facts: SetupFacts): SetupStep {
  const field = fieldOfNumber(no) ?? 'units';
  return askNew(
    { at: 'field', field, draft: field === 'units' ? { ...draft, listing: true } : draft },
    facts,
  );
}

/** One more unit under the preview is no list that goes on. */
function taken(result: Taken, before: Draft, facts: SetupFacts): SetupStep {
  if ('wrong' in result) return askNew({ at: 'review', draft: before }, facts, result.wrong);
  return onwards({ ...result.draft, listing: false }, facts, [setupText.corrected()]);
}

function correctUnit(index: number, words: string, draft: Draft, facts: SetupFacts): SetupStep {
  const one = draft.units[index];
  const review = { at: 'review' as const, draft };
  if (!one && index === draft.units.length && words !== '')
    return taken(takeUnits(words, draft), draft, facts);
  if (!one) return askNew(review, facts, [setupText.noSuchItem()]);
  if (words === '') return askNew(review, facts, [setupText.notUnderstood()]);
  if (isRemoval(words)) {
    const units = draft.units.filter((_, at) => at !== index);
    return onwards({ ...draft, units }, facts, [setupText.corrected()]);
  }
  const role = roleWord(words);
  if (role === 'lead') return onwards(withLead(draft, index), facts, [setupText.corrected()]);
  const [named] = role ? [] : readUnitList(words).units;
  if (!role && !named) return askNew(review, facts, [setupText.noUnits()]);
  const changed = role ? { ...one, role } : { ...one, ...named, role: named?.role ?? one.role };
  const units = draft.units.map((unit, at) => (at === index ? changed : unit));
  return onwards({ ...draft, units }, facts, [setupText.corrected()]);
}

const isRemoval = (words: string) => /^(?:xoa|bo|xoa bo|bo bot)$/.test(fold(words));

/** Under a number a short word is enough. */
function roleWord(words: string) {
  const said = fold(words);
  if (said === 'truong') return 'lead';
  return said === 'pho' ? 'deputy' : unitRoleOf(words);
}

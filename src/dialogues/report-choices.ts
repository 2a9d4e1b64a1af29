import { shortRef } from '../core/short-ref.ts';
import { isCommonWord } from '../text/common-words.ts';
import { fold } from '../text/fold.ts';
import type { OpenObligation, ReportFacts } from './report-state.ts';

/** What can still be handed in: grouped by unit, the unit in the greatest need first, undated duties last. */
export function candidates(facts: ReportFacts): OpenObligation[] {
  const listed = facts.open.filter(one => one.submitted === null || one.submitted.mayReplace).sort(byNeed);
  const units = [...new Set(listed.map(one => one.unitId))];
  return units.flatMap(unitId => listed.filter(one => one.unitId === unitId));
}

/** Not yet handed in before what may be replaced; what was sent back first, then what is overdue, then by date. */
function byNeed(a: OpenObligation, b: OpenObligation): number {
  const handedIn = Number(a.submitted !== null) - Number(b.submitted !== null);
  const [dueA, dueB] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31'];
  const returned = Number(Boolean(b.returned)) - Number(Boolean(a.returned));
  return handedIn || returned || b.overdueDays - a.overdueDays || Number(dueA > dueB) - Number(dueA < dueB);
}

/** From the obligation itself and not from its place in a list, so that a button never changes its meaning. */
export function obligationChoiceId(id: string): string {
  return shortRef('o', id);
}

export function obligationOfChoice<One extends { id: string }>(
  choiceId: string,
  open: readonly One[],
): One | null {
  const found = open.filter(one => obligationChoiceId(one.id) === choiceId);
  return found.length === 1 ? (found[0] ?? null) : null;
}

const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\d]+/gu) ?? [];
const plainWord = (word: string): string => ROMAN[fold(word)] ?? fold(word);
const tokens = (text: string): string[] => wordsIn(text).map(plainWord);
/** Without what is said of every report. */
const telling = (text: string): string[] =>
  wordsIn(text)
    .filter(word => !isCommonWord(word))
    .map(plainWord);

/** Those that are called just so: "tháng" is the monthly one, not that of six months, "bao" the one on storms. */
function called<One extends Pick<OpenObligation, 'title' | 'unitName'>>(
  words: string,
  open: readonly One[],
): One[] {
  const [whole, told] = [tokens(words).join(' '), telling(words).join(' ')];
  if (whole === '') return [];
  const names = ({ title, unitName }: One) => [title, `${title} ${unitName}`];
  const inFull = open.filter(one => names(one).some(name => tokens(name).join(' ') === whole));
  if (inFull.length > 0) return inFull;
  return open.filter(one => names(one).some(name => [told, whole].includes(telling(name).join(' '))));
}

/**
 * The obligations that words like "quý 3" or "6 tháng" can mean: those called just so, else those that have them
 * side by side, else those that have them all. A bare number names nothing: it may be meant as a place in a list.
 */
export function matchObligations<One extends Pick<OpenObligation, 'title' | 'unitName'>>(
  words: string,
  open: readonly One[],
): One[] {
  const { together, apart } = matched(words, open);
  return together.length > 0 ? together : apart;
}

/** Those whose title has the words side by side. */
export const matchPhrase = <One extends Pick<OpenObligation, 'title' | 'unitName'>>(
  words: string,
  open: readonly One[],
): One[] => matched(words, open).together;

function matched<One extends Pick<OpenObligation, 'title' | 'unitName'>>(
  words: string,
  open: readonly One[],
): { together: One[]; apart: One[] } {
  const exact = /\p{L}/u.test(words) ? called(words, open) : [];
  if (exact.length > 0) return { together: exact, apart: exact };
  const wanted = telling(words);
  if (!wanted.some(word => /\p{L}/u.test(word))) return { together: [], apart: [] };
  const named = open.map(one => ({ one, words: tokens(`${one.title} ${one.unitName}`) }));
  const phrase = ` ${wanted.join(' ')} `;
  return {
    together: named.flatMap(({ one, words: has }) => (` ${has.join(' ')} `.includes(phrase) ? [one] : [])),
    apart: named.flatMap(({ one, words: has }) => (wanted.every(word => has.includes(word)) ? [one] : [])),
  };
}

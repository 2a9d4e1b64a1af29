import type { Duty } from '../src/core/duty.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { readYear } from '../src/text/year-words.ts';
import type { Call } from './command.ts';
import { noSuchYear } from './no-such-year.ts';

export interface YearAsked {
  /** Null: no year is named, and the duties are those of every open one. */
  year: number | null;
  words: string;
  duties: Duty[];
}

/** "năm 2026", "tổng kết năm 2026": of which open year deadlines are asked for. A title may hold a year of its own. */
export async function yearAsked(words: string, call: Call): Promise<YearAsked | { refusal: Say }> {
  const { ports } = call;
  const duties = await ports.duties();
  const all = { year: null, words, duties };
  const asked = readYear(words, 'anywhere');
  if (!asked) return all;
  const titled = duties.some(({ title }) => fold(title).includes(fold(words)));
  if (titled && asked.words !== '') return all;
  if ((await ports.year.years()).includes(asked.year))
    return { ...asked, duties: await ports.duties(asked.year) };
  return titled || asked.words !== '' ? all : { refusal: await noSuchYear(asked.year, call) };
}

import type { Line, Option } from '../core/message.ts';
import { fold } from './fold.ts';

/** Options where there are no buttons: numbered lines, answered by number or by word. */

export interface Choosing {
  options: readonly (readonly Option[])[];
  /** Typed numbers answer the question itself, so that no option may have one. */
  wants?: 'number' | null | undefined;
  /** In a group, where one person is asked. */
  group: boolean;
}

type Asked = Pick<Choosing, 'options' | 'wants'>;

const OWN_NUMBER = /^(\d{1,2})\. /;

interface Numbered extends Option {
  /** Null: it is chosen by its words. */
  no: number | null;
}

/** Labels that carry numbers of the list above them keep those; else they are counted through. */
function numbered({ options, wants }: Asked): Numbered[] {
  const flat = options.flat();
  if (wants === 'number') return flat.map(option => ({ ...option, no: null }));
  const own = flat.map(({ label }) => OWN_NUMBER.exec(label)?.[1]);
  if (own.every(no => no === undefined)) return flat.map((option, n) => ({ ...option, no: n + 1 }));
  return flat.map((option, n) => ({ ...option, no: own[n] === undefined ? null : Number(own[n]) }));
}

const bare = (label: string) => label.replace(OWN_NUMBER, '');

export function choiceLines(choosing: Choosing): Line[] {
  const all = numbered(choosing);
  const listed = all.filter(one => one.no !== null);
  const said = all.filter(one => one.no === null);
  const or: Line[] =
    said.length > 0 ? [[{ italic: `Hoặc gõ: ${said.map(one => one.label).join(' · ')}` }]] : [];
  const [only, ...more] = listed;
  if (!only) return or;
  const where = choosing.group ? 'Đồng chí được hỏi trả lời tin này' : 'Trả lời';
  if (more.length === 0 && only.no === 1)
    return [[{ italic: `${where} “1” để chọn: ${bare(only.label)}` }], ...or];
  return [
    [{ italic: `${where} bằng số hoặc chữ:` }],
    ...listed.map(({ no, label }): Line => [`${no}. ${bare(label)}`]),
    ...or,
  ];
}

/** `2`, `2.`, `số 2`, `chọn 2`, `2️⃣`, with politeness behind it. */
const NUMBER =
  /^(?:(?:so|chon|cau|muc|phuong an) ?)*#?(\d{1,2})\ufe0f?\u20e3?[.):]?(?: (?:a|nhe|nha|dong chi))?$/;

const plain = (text: string) =>
  fold(text)
    .replaceAll(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();

const numberIn = (text: string) => NUMBER.exec(fold(text).trim())?.[1];

/** Whether it would choose by a number. */
export const isNumber = (text: string): boolean => numberIn(text) !== undefined;

/** The option that a typed answer names by its number or its words, without the number it may carry; null: none. */
export function chosenOption(text: string, asked: Asked): Option | null {
  const all = numbered(asked).map(({ no, ...option }) => ({
    no,
    words: [option.label, bare(option.label)].map(plain),
    option: { ...option, label: bare(option.label) },
  }));
  const number = numberIn(text);
  if (number !== undefined) return all.find(({ no }) => no === Number(number))?.option ?? null;
  const said = plain(text);
  const named = said === '' ? [] : all.filter(({ words }) => words.includes(said));
  return named.length === 1 ? (named[0]?.option ?? null) : null;
}

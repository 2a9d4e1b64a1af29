import { fold } from './fold.ts';

export interface NamedUnit {
  id: string;
  /** The full name first, then short name and aliases. */
  names: readonly string[];
}

/** Who owes a deadline. */
export type Who =
  | { kind: 'all' }
  /** The bloc as such, for which its lead acts. */
  | { kind: 'bloc' }
  | { kind: 'both' }
  | { kind: 'units'; unitIds: string[] };

const ALL =
  /^(?:cho |gom )?(?:tat ca|toan bo|(?:(?:tat ca|toan bo|ca|moi|cac|tung|toan the|moi mot) )+(?:cac |moi )?(?:don vi(?: thanh vien)?(?: trong khoi| cua khoi)?|thanh vien))$/;
const BLOC =
  /^(?:cho |cua |chung cua |ca )?(?:ban than )?(?:khoi|cum|truong khoi|cum truong|truong cum)(?: thi dua)?$/;
const BOTH =
  /^(?:ca hai|(?:tat ca |cac )?(?:cac )?don vi(?: thanh vien)? (?:va|lan) (?:ca )?(?:khoi|cum|truong khoi)|(?:khoi|cum) va (?:tat ca |cac )?(?:cac )?don vi(?: thanh vien)?)$/;
const EXCEPT = /^(?:(.+?)\s+)?(?:ngoại\s+|ngoai\s+)?(?:trừ|tru)\s+(.+)$/iu;
const BETWEEN_NAMES = /\s*[,;+&]\s*|\s+và\s+|\s+va\s+/iu;

/**
 * Who is meant: all, the bloc, both, or units by name, short name, alias or place in the list of units.
 * `loosely`: the person was asked for it, so that a part of a name is enough where only one unit has it.
 */
export function readWho(text: string, units: readonly NamedUnit[], loosely = false): Who | null {
  const words = fold(text).replace(/[ .,;!?]+$/, '');
  const [one] = units;
  if (words === '' || !one) return null;
  if (ALL.test(words) || words === 'toan khoi') return { kind: 'all' };
  if (BLOC.test(words)) return { kind: 'bloc' };
  if (BOTH.test(words)) return { kind: 'both' };
  const except = EXCEPT.exec(text.trim());
  if (except && (except[1] === undefined || ALL.test(fold(except[1])))) {
    const without = readUnits(except[2] ?? '', units, loosely);
    if (!without) return null;
    return { kind: 'units', unitIds: units.flatMap(({ id }) => (without.includes(id) ? [] : [id])) };
  }
  const unitIds = readUnits(text, units, loosely);
  return unitIds && { kind: 'units', unitIds };
}

/** Units named one by one, in the order of the list; null where a name is nobody's or several units'. */
function readUnits(text: string, units: readonly NamedUnit[], loosely: boolean): string[] | null {
  // A unit's own name may have "và" in it, so the whole is looked up first.
  const whole = unitOf(text, units, loosely);
  if (whole) return [whole.id];
  const found = partsOf(text).map(part => unitOf(part, units, loosely));
  if (found.length === 0 || found.some(unit => unit === null)) return null;
  const ids = new Set(found.flatMap(unit => unit?.id ?? []));
  return units.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

function partsOf(text: string): string[] {
  const list = text.replace(/^\s*(?:các\s+|cac\s+)?(?:đơn vị|don vi)\s+(?:số\s+|so\s+)?/iu, '').trim();
  const numbers = /^\d{1,2}(?:\s+\d{1,2})+$/.test(list);
  return list.split(numbers ? /\s+/ : BETWEEN_NAMES).filter(part => part.trim() !== '');
}

function unitOf(text: string, units: readonly NamedUnit[], loosely: boolean): NamedUnit | null {
  const asked = bare(text);
  if (asked === '') return null;
  if (/^\d{1,2}$/.test(asked)) return units[Number(asked) - 1] ?? null;
  const exact = units.filter(unit => namesOf(unit).includes(asked));
  const [first] = exact;
  if (first) return exact.length === 1 ? first : null;
  const words = asked.split(' ').length;
  const short = units.filter(unit => namesOf(unit).some(name => abbreviates(asked, name)));
  if (!loosely && words < 2) return short.length === 1 ? (short[0] ?? null) : null;
  const part = units.filter(unit => namesOf(unit).some(name => ` ${name} `.includes(` ${asked} `)));
  if (part.length > 0) return part.length === 1 ? (part[0] ?? null) : null;
  return short.length === 1 ? (short[0] ?? null) : null;
}

/** "Ban QLDA", "TTPVHCC", "Phòng VHXH": words of the name, or the first letters of several, one after the other. */
function abbreviates(asked: string, name: string): boolean {
  const words = name.split(/[^\p{L}\d]+/u).filter(word => word !== '');
  // "THCS ĐSH" for "Trường THCS Đông Sơn Hạ".
  return isShortFor(asked, words) || isShortFor(asked, words.slice(1));
}

function isShortFor(asked: string, words: readonly string[]): boolean {
  let at = 0;
  let letters = 0;
  for (const token of asked.split(/[^\p{L}\d]+/u).filter(word => word !== '')) {
    const initials = words.slice(at, at + token.length).map(word => word[0]);
    if (words[at] === token) at += 1;
    else if (token.length > 1 && initials.join('') === token) {
      at += token.length;
      letters += token.length;
    } else return false;
  }
  // "TT" could be any centre: three letters at least, or two to the name's end.
  return letters > 2 || (letters === 2 && at === words.length);
}

/** The unit that a document's words name. */
export const unitNamed = (name: string, units: readonly NamedUnit[]): NamedUnit | null =>
  unitOf(name, units, false);

/** Without what may stand before or behind a name: "đơn vị Phòng Kinh tế xã". */
const bare = (text: string): string =>
  fold(text)
    .replace(/^(?:cho |cua |rieng |chi )*(?:don vi (?:so )?)?/, '')
    .replace(/ (?:xa|phuong|tinh)$/, '')
    .replace(/[ .,;!?]+$/, '')
    .trim();

const namesOf = ({ names }: NamedUnit): string[] => names.map(bare);

export const nameOf = ({ names }: NamedUnit): string => names[0] ?? '';

import { foldLetters } from '../../text/fold-letters.ts';
import { unitHeadAt } from '../../text/plan-units.ts';
import type { Section } from '../document/sections.ts';
import { splitNames, unitMeant, unitName } from './unit-names.ts';

/** Who owes a duty. `only` and `except`: units by name, where it is not everybody. */
export interface Obliged {
  who?: string;
  only?: string[];
  except?: string[];
}

/** What a clause says of it, and where the words of its subject end. */
export interface Subject extends Obliged {
  end: number;
}

/** A unit of the bloc, and how its name may begin in running text. */
export interface KnownUnit {
  key: string;
  name: string;
  spelt: readonly string[];
  /** Where the list of members has it. */
  line: number;
}

export const knownUnits = (
  units: readonly { key: string; name: string; aliases: readonly string[]; from: { line: number } }[],
): KnownUnit[] =>
  units.map(({ key, name, aliases, from }) => ({
    ...{ key, name, line: from.line },
    spelt: [name, ...aliases]
      .map(foldLetters)
      .concat(key)
      .filter(one => one !== ''),
  }));

const LEAD = /^[\s,;:+-]*(?:va\s+)?(?:(?:rieng|doi voi|de nghi|yeu cau|giao|truoc mat|chi|co)\s+)*/;
const VERBS =
  'gui|nop|bao cao|hoan thanh|tu cham|tu danh gia|xay dung|to chuc|dang ky|chu tri|tong hop|lap|co trach nhiem|thuc hien|can cu|chiu trach nhiem|cung cap|chuyen|tham muu|phoi hop|cu|tham gia|bo sung|trien khai|chuan bi|ra soat|cham|hoan thien|day manh|thong ke|phai|can|xay|dong gop|ung ho|trich';
const VERB = new RegExp(
  String.raw`\s(?:(?:se|da|cung|deu|kip thoi|khan truong|chu dong)\s+)*(?:${VERBS})(?![\p{L}])`,
  'gu',
);
const ALL =
  /^(?:(?:tat ca|toan the|toan bo)\s+)?(?:cac|tung|moi|nhung)\s+(?:(?:co quan|phong|ban|so|nganh|xa|phuong|thon|truong|doanh nghiep|don vi|cong ty|to|khoi|cum|hoi|doan the)\s*,\s*|(?:co quan|phong|ban|so|nganh|xa|phuong|thon|truong|doanh nghiep|cong ty)\s+va\s+)*(don vi|co quan|thanh vien|truong|xa|phuong|so|phong|doanh nghiep|cum|khoi|to|thon|ban|nganh|dia phuong|chi bo|cong ty|hoi|doan the)(?![\p{L}])/u;
const HEADS =
  /^(?:(?:don vi\s+)?(?:truong|pho truong)\s+(?:khoi|cum)|(?:khoi|cum)\s+(?:truong|pho)|thuong truc|(?:bo phan\s+)?thu ky|(?:khoi|cum)(?=\s))/;
const EXCEPT = /(?:[,(]\s*)?(?:ngoai\s+)?tru\s+(?!truong hop|khi|ngay)/;
const REST =
  /^(?:(?:tat ca\s+)?cac\s+)?(?:don vi|co quan|thanh vien|truong|phong|so|xa)\s+(?:thanh vien\s+)?(?:khac|con lai)(?![\p{L}])/u;
const OF_BLOC =
  /[(,-]\s*(?:don vi\s+)?(?:truong|pho truong) (?:khoi|cum)|[(,-]\s*(?:khoi|cum) (?:truong|pho)/;
const OF = /(?<![\p{L}])cua\s+(?:rieng\s+)?/gu;

/**
 * The subject of a clause: everybody, everybody but some, some, or the bloc's own bodies. `before`: who was named in the
 * clause before, for "các đơn vị còn lại".
 */
export function subjectOf(
  section: Section,
  clause: { from: number; to: number },
  units: readonly KnownUnit[],
  before: Obliged | null,
): Subject | null {
  const at = clause.from + (LEAD.exec(section.folded.slice(clause.from, clause.to))?.[0].length ?? 0);
  const words = section.folded.slice(at, clause.to);
  if (REST.test(words)) {
    const length = REST.exec(words)?.[0].length ?? 0;
    const named = before?.only ?? [];
    return {
      who: section.text.slice(at, at + length),
      ...(named.length > 0 ? { except: named } : {}),
      end: at + length,
    };
  }
  const all = ALL.exec(words);
  if (all) return everybody(section, at, all, clause.to, units);
  const head = HEADS.exec(words)?.[0];
  if (head) return { who: section.text.slice(at, at + head.length), end: at + head.length };
  return named(section, at, clause.to, units);
}

function everybody(
  section: Section,
  at: number,
  found: RegExpExecArray,
  to: number,
  units: readonly KnownUnit[],
): Subject | null {
  const rest = section.folded.slice(at + found[0].length, to);
  const verb = firstVerb(rest, 0, units);
  const colon = rest.search(/[:;]|\.(?!\d)/);
  const reach = Math.min(verb ?? rest.length, colon < 0 ? rest.length : colon);
  if (reach > 160) return null;
  const said = rest.slice(0, reach);
  const except = EXCEPT.exec(said);
  const who = section.text.slice(at, at + found[0].length + (except?.index ?? reach)).replace(/[\s,(]+$/, '');
  const end = at + found[0].length + reach;
  if (except) {
    const from = at + found[0].length + except.index + except[0].length;
    const names = namesIn(section, from, end, units);
    if (names.length > 0) return { who, except: names, end };
  }
  return { who, ...someOf(found[0] + said.slice(0, except?.index), units), end };
}

const KIND =
  /(?<![\p{L}])(?:don vi|co quan|thanh vien|truong(?:\s+(?:mam non|mau giao|tieu hoc|thcs|thpt))?|xa|phuong|so|phong|doanh nghiep|thon|ban|chi bo|cong ty|hoi)(?![\p{L}])/gu;

/** Those of the kinds that "các xã, phường" names, in a bloc that has others too. */
function someOf(group: string, units: readonly KnownUnit[]): Pick<Obliged, 'only'> {
  const kinds = (group.match(KIND) ?? []).filter(kind => kind !== 'thanh vien');
  if (kinds.some(kind => /^(?:don vi|co quan)/.test(kind))) return {};
  const alike = units.filter(one => kinds.some(kind => ofKind(one, kind)));
  return alike.length > 0 && alike.length < units.length ? { only: alike.map(one => one.name) } : {};
}

const ofKind = ({ key }: KnownUnit, kind: string): boolean =>
  key.startsWith(`${kind} `) ||
  key.startsWith(`ubnd ${kind} `) ||
  (kind === 'truong' && /^(?:thpt|thcs|tieu hoc|mam non|th )/.test(key)) ||
  (kind === 'doanh nghiep' && /^(?:cong ty|tong cong ty|xi nghiep|nha may)/.test(key));

function named(section: Section, at: number, to: number, units: readonly KnownUnit[]): Subject | null {
  if (unitHeadAt(section.text, section.folded, at) === 0) return null;
  const words = section.folded.slice(at, to);
  const known = Math.max(
    0,
    ...units.flatMap(({ spelt }) => spelt).map(one => (words.startsWith(one) ? one.length : 0)),
  );
  const verb = firstVerb(words, known || words.indexOf(' ') + 1, units);
  const colon = words.search(/[:;]/);
  const end = Math.min(verb ?? Number.POSITIVE_INFINITY, colon < 0 ? Number.POSITIVE_INFINITY : colon);
  if (!Number.isFinite(end) || end > 260) return null;
  const said = section.text.slice(at, at + end).replace(/[\s,]+$/, '');
  // "Phòng Kinh tế (Trưởng khối)" acts for the bloc.
  if (OF_BLOC.test(words.slice(0, end))) return { who: said, end: at + end };
  const group = /(?:^|\s)cac\s.*$/.exec(words.slice(0, end))?.[0];
  if (group) return { who: said, ...someOf(group, units), end: at + end };
  const names = namesIn(section, at, at + end, units);
  return names.length > 0 ? { who: said, only: names, end: at + end } : null;
}

/** "xây dựng gửi": the word before a verb of sending is still the name's. */
function firstVerb(words: string, after: number, units: readonly KnownUnit[]): number | null {
  const names = units.flatMap(({ spelt }) => spelt.flatMap(name => spansOf(words, name)));
  for (const found of words.matchAll(VERB)) {
    const inName = names.some(one => found.index >= one.from && found.index < one.to);
    if (found.index < after || inName) continue;
    const next = words.slice(found.index + found[0].length);
    if (
      /^\s(?:gui|nop|bao cao|hoan thanh|co trach nhiem|chiu trach nhiem|chu tri)\s/.test(next) &&
      /(?:xay dung|to chuc|thong ke)$/.test(found[0])
    )
      continue;
    return found.index;
  }
  return null;
}

const spansOf = (words: string, name: string): { from: number; to: number }[] =>
  [...words.matchAll(new RegExp(name.replace(/[^\p{L}\d ]/gu, '.'), 'gu'))].map(({ index }) => ({
    from: index,
    to: index + name.length,
  }));

/** As the bloc's own list has them, else as printed. */
function namesIn(section: Section, from: number, to: number, units: readonly KnownUnit[]): string[] {
  const text = section.text.slice(from, to).replace(/[\s,)]+$/, '');
  return namesOf(text, section.folded.slice(from, from + text.length), units);
}

const namesOf = (text: string, folded: string, units: readonly KnownUnit[]): string[] =>
  splitNames(text, folded).map(part => unitMeant(part.folded, units)?.name ?? unitName(part.text));

/** A party as a heading names it. */
export function obligedAs(party: string, units: readonly KnownUnit[]): Obliged {
  const folded = foldLetters(party);
  if (unitHeadAt(party, folded, 0) === 0 || OF_BLOC.test(folded)) return { who: party };
  return { who: party, only: namesOf(party, folded, units) };
}

/** "báo cáo … của Phòng Kinh tế": whose it is, where those are units of the bloc. */
export function ownersOf(
  section: Section,
  from: number,
  to: number,
  units: readonly KnownUnit[],
): Obliged | null {
  const words = section.folded.slice(from, to);
  for (const found of words.matchAll(OF)) {
    const start = from + found.index + found[0].length;
    if (unitHeadAt(section.text, section.folded, start) === 0) continue;
    const rest = section.folded.slice(start, to);
    const end =
      /\s(?:gui|nop|truoc|cham nhat|ve\s|hoan thanh|trong thang|den ngay|theo)|[;:.(]/.exec(rest)?.index ??
      rest.length;
    const names = namesIn(section, start, start + end, units).filter(name =>
      units.some(one => one.name === name),
    );
    if (names.length > 0) return { who: section.text.slice(start, start + end).trim(), only: names };
  }
  return null;
}

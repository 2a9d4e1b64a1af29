import { isLittleWord } from '../../text/little-words.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { type Quote, quoteOf } from '../evidence.ts';
import {
  ALL,
  ANNOUNCES,
  BARE,
  BELONGING,
  GOES_ON,
  GUESTS,
  HEADED,
  LABEL,
  MEMBERS,
  NOT_MEMBERS,
  REST,
  SENTENCE,
  SENTENCE_END,
  TABLE_HEAD,
} from './member-patterns.ts';
import { likeOthers, nextRow } from './odd-names.ts';
import { withoutRole } from './role-tail.ts';
import { type Role, roleIn } from './roles.ts';
import { listedNames } from './shared-heads.ts';
import {
  isGroup,
  type NamePart,
  printedName,
  splitNames,
  splitToCount,
  startsUnit,
  unitName,
} from './unit-names.ts';

export interface Listed {
  name: string;
  folded: string;
  role: Role | null;
  from: Quote;
  /** As printed, where a slip was mended. */
  slip: string | null;
  /** Nothing but its place in the list says that it is a unit. */
  unusual: boolean;
}

export interface MemberList {
  units: Listed[];
  /** "và các đơn vị khác", "03 chi cục": named without their names. */
  groups: string[];
  count: number | null;
  /** The last name runs into the sentence's verb, and where is doubtful. */
  runsOn: Quote | null;
  from: Quote;
  where: Section;
}

/** The list of members wherever it stands: in a sentence, under a heading, in a table or in an annex. */
export function memberLists({ body, annex }: Document): MemberList[] {
  const all = [...body, ...annex];
  return all.flatMap((section, at) => {
    const below = all.slice(at + 1);
    return [inSentence(section, below), underHeading(section, below)]
      .filter(list => list !== null)
      .slice(0, 1);
  });
}

function inSentence(section: Section, below: readonly Section[]): MemberList | null {
  const own = section.mark?.end ?? 0;
  const said = [...section.folded.matchAll(SENTENCE)].map(found => ({ found, offset: 0 }));
  const announced = section.under.some(heading => MEMBERS.test(heading));
  const headed = section.under.some(heading => HEADED.test(heading) && !NOT_MEMBERS.test(heading));
  const labelled =
    LABEL.exec(section.folded.slice(own)) ??
    BELONGING.exec(section.folded.slice(own)) ??
    REST.exec(section.folded.slice(own)) ??
    (announced ? ALL.exec(section.folded.slice(own)) : null) ??
    (headed ? BARE.exec(section.folded.slice(own)) : null);
  for (const { found, offset } of labelled ? [...said, { found: labelled, offset: own }] : said) {
    if (NOT_MEMBERS.test(found[0])) continue;
    const start =
      offset + found.index + found[0].length + sortLength(section, offset + found.index + found[0].length);
    const rest = section.folded.slice(start);
    const count = found[1] ? Number(found[1]) : null;
    if (rest.trim() === '' && (/:\s*$/.test(section.folded) || count !== null)) {
      const list = itemsBelow(section, below, count);
      if (list) return list;
      continue;
    }
    const list = sentenceList(section, start, count, section.folded.slice(offset + found.index, start));
    if (list) return list;
  }
  // "UBND các xã: …" right below the heading.
  const bare =
    headed &&
    !section.heading &&
    !GUESTS.test(section.folded) &&
    startsUnit(section.text.slice(own), section.folded.slice(own));
  return bare ? sentenceList(section, own, null, '') : null;
}

/** "gồm 07 chi nhánh, cụ thể: …": the sort of units is said before the sign, in small letters. */
function sortLength({ text, folded }: Section, at: number): number {
  const sort = /^[^:;.]{2,80}:\s*/.exec(folded.slice(at))?.[0] ?? '';
  return sort === '' || /\p{Lu}\p{Ll}/u.test(text.slice(at, at + sort.length)) ? 0 : sort.length;
}

function sentenceList(
  section: Section,
  start: number,
  count: number | null,
  lead: string,
): MemberList | null {
  const rest = section.folded.slice(start);
  const ends = SENTENCE_END.exec(section.text.slice(start));
  const on = goesOn(section.text.slice(start), rest);
  const length = Math.min(ends?.index ?? rest.length, on?.index ?? rest.length, closing(rest));
  const words = section.text.slice(start - lead.length, start + length);
  const byHeads = listedNames(words, lead.length);
  const counted = byHeads.length === count ? null : splitToCount(words.slice(lead.length), count);
  const parts = counted ?? byHeads;
  const units = parts.filter(
    part => (counted !== null || startsUnit(part.text, part.folded)) && !isGroup(part.folded),
  );
  if (units.length < 2) return null;
  const first = /\s(\p{L}+\s\p{L}+)/u.exec(on?.[0] ?? '')?.[1];
  const doubtful =
    on !== undefined && on.index === length && first !== undefined && rest.slice(0, length).endsWith(first);
  return {
    units: units.map(part => listed(part, section, start)),
    groups: parts.filter(part => isGroup(part.folded)).map(part => part.text),
    count,
    runsOn: doubtful
      ? quoteOf(section, start + (units.at(-1)?.at ?? 0), start + length + (on?.[0].length ?? 0))
      : null,
    from: quoteOf(section, Math.max(0, section.folded.lastIndexOf('. ', start) + 1), start + length),
    where: section,
  };
}

/** The first words behind the list that are the sentence's own; "đỏ" is no "do". */
const goesOn = (text: string, folded: string): RegExpExecArray | undefined =>
  [...folded.matchAll(GOES_ON)].find(found =>
    isLittleWord(text.slice(found.index).replace(/^,?\s+/, ''), found[0].replace(/^,?\s+/, '')),
  );

/** Where a bracket closes that was open before the list: "(gồm: A, B)". */
function closing(folded: string): number {
  let depth = 0;
  for (const { 0: sign, index } of folded.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    if (depth < 0) return index;
  }
  return folded.length;
}

function listed(part: NamePart, section: Section, start: number): Listed {
  const { name, folded } = withoutRole(part.text, part.folded);
  return {
    ...{ name: unitName(name), slip: slipIn(name), unusual: false },
    folded,
    // "(Cụm trưởng: …)" behind the last name tells of another.
    role: /(?:truong|pho)[^()]{0,12}:\s*\S|\(\s*do\s/.test(part.folded) ? null : roleIn(part.folded),
    from: quoteOf(section, start + part.at, start + part.at + part.text.length),
  };
}

const slipIn = (name: string): string | null =>
  unitName(name) === printedName(name) ? null : printedName(name);

function underHeading(section: Section, below: readonly Section[]): MemberList | null {
  const words = section.folded.slice(section.mark?.end ?? 0);
  const announces = section.heading || /:\s*$/.test(words) || (words.length < 110 && !/\.\s*$/.test(words));
  // "Công ty A - Khối trưởng" is a unit of the list, not its head.
  if (roleIn(words) !== null && startsUnit(section.text.slice(section.mark?.end ?? 0), words)) return null;
  if (!announces || words.length > 200 || !ANNOUNCES.test(words) || NOT_MEMBERS.test(words)) return null;
  const count = /(?:gom|co)?\s*(\d{1,3})\s+(?:don vi|co quan|thanh vien)/.exec(words)?.[1];
  return itemsBelow(section, below, count ? Number(count) : null);
}

/** Items of a list, rows or cells of a table, up to the first paragraph that is none. */
function itemsBelow(section: Section, below: readonly Section[], count: number | null): MemberList | null {
  const units: Listed[] = [];
  const groups: string[] = [];
  let last = section;
  let misses = 0;
  let first: Section | null = null;
  for (const item of below) {
    if (GUESTS.test(item.folded)) break;
    const own = item.folded.slice(item.mark?.end ?? 0).replace(/^[\s|]+/, '');
    const shift = item.folded.length - own.length;
    const cells = cellsOfRow(item.text.slice(shift), own);
    const cell =
      cells.find(one => startsUnit(one.text, one.folded)) ??
      likeOthers(item, cells, first) ??
      nextRow(item, cells, units.length);
    if (cell) first ??= item;
    if (cell && own.length < 160 && !/\s(?:co trach nhiem|chu tri|phoi hop|can cu|thuc hien)\s/.test(own)) {
      units.push(...unitsOfItem(item, cell, shift, own));
      last = item;
      misses = 0;
    } else if (units.length > 0 && inSentence(item, [])) {
      units.push(...(inSentence(item, [])?.units ?? []));
      last = item;
    } else if (isGroup(own) && own.length < 120 && units.length > 0) {
      groups.push(item.text.slice(shift));
    } else if (cells.every(one => TABLE_HEAD.test(one.folded) || /^[\d\s.]*$/.test(one.folded))) {
    } else if (units.length > 0 && own.length < 40 && roleIn(own) !== null) {
      const before = units.at(-1);
      if (before && before.role === null) before.role = roleIn(own);
    } else if (misses < 2 && own.length < 30 && /^(?:thanh vien|uy vien)/.test(own)) {
    } else if (units.length === 0 && misses < 2 && own.length < 160) {
      misses += 1;
    } else break;
  }
  if (units.length < 2) return null;
  return {
    units,
    groups,
    count,
    runsOn: null,
    from: { ...quoteOf(section), last: quoteOf(last).last },
    where: section,
  };
}

/** One unit, or several between semicolons: "Trường A; Trường B; Viện C". */
function unitsOfItem(item: Section, cell: NamePart, shift: number, own: string): Listed[] {
  const parts = cell.text.includes(';') ? splitNames(cell.text, cell.folded) : [];
  const several = parts.length > 1 && parts.every(part => startsUnit(part.text, part.folded));
  return (several ? parts : [cell]).map(part => {
    const { name, folded } = withoutRole(part.text, part.folded);
    return {
      ...{ name: unitName(name), slip: slipIn(name), unusual: !startsUnit(name, folded) },
      ...{ folded, role: roleIn(several ? part.folded : own), from: quoteOf(item, shift, item.text.length) },
    };
  });
}

function cellsOfRow(text: string, folded: string): NamePart[] {
  return [...text.matchAll(/[^|\t]+/g)].flatMap(found => {
    const cell = found[0]
      .replace(/^\s*\d{1,3}\s*[.)]?\s+/, '')
      .trim()
      .replace(/[;.,]+$/, '');
    const at = found.index + found[0].indexOf(cell);
    return cell === '' ? [] : [{ text: cell, folded: folded.slice(at, at + cell.length), at }];
  });
}

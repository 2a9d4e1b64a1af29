import { distance } from 'fastest-levenshtein';
import type { UnitRole } from '../core/bloc.ts';
import { clean, fold } from './fold.ts';
import { capitalised } from './proper-name.ts';

/** A unit as somebody listed it. */
export interface ListedUnit {
  name: string;
  /** An abbreviation given behind the name: "(TTHCC)". */
  shortName: string | null;
  /** Null where nothing was said of it. */
  role: UnitRole | null;
}

export interface UnitList {
  units: ListedUnit[];
  /** Lines in which no name was found, as typed. */
  skipped: string[];
}

/** UTF-16 units, as a bloc file allows. */
const NAME_MAX = 200;

const ROLES: readonly [UnitRole, RegExp][] = [
  ['lead', /^(?:don vi )?(?:la )?(?:truong khoi|khoi truong|cum truong|truong cum)(?: thi dua)?$/],
  [
    'deputy',
    /^(?:don vi )?(?:la )?(?:pho truong khoi|pho khoi truong|khoi pho|pho khoi|pho cum truong|pho truong cum|cum pho|pho cum)(?: thi dua)?$/,
  ],
  ['member', /^(?:don vi )?(?:la )?(?:thanh vien|tv)(?: (?:khoi|cum))?$/],
];

/** The role that words name, and nothing but the role. */
export function unitRoleOf(words: string): UnitRole | null {
  const said = fold(words.replace(/[().:;,]/g, ' '));
  return ROLES.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

/** Behind a name a short word is enough: "(phó)", "- trưởng"; "trường" is a school. */
function roleBehind(words: string): UnitRole | null {
  const said = fold(words.replace(/[().:;,]/g, ' '));
  if (/^(?:pho|ptk|ptc)$/.test(said)) return 'deputy';
  if (/^(?:truong|tk|tc)$/.test(said) && !/trường/iu.test(words.normalize('NFC'))) return 'lead';
  return unitRoleOf(words);
}

const NUMBER = String.raw`(?:\(?\d{1,2}[.)\]:/]+(?!\d)|\d{1,2}\s*[-–—](?=\s)|\d{1,2}(?=\s+\p{Lu})|[IVX]{1,5}[.)]|[a-zđ][.)](?=\s))`;
const LEADING = new RegExp(String.raw`^[\s\-–—•*+·▪●○◦✓➜]*(?:${NUMBER}\s*)?[^\p{L}\p{N}(“"]*`, 'u');
/** Between two entries on one line, "1. A 2. B". */
const NUMBER_INSIDE = /\s+(?=\d{1,2}[.)]\s*\p{L})/u;
/** A list's own heading: "Các đơn vị gồm:". */
const HEADING = /:\s*$/;
const HEADS =
  /^(?:phong|ban|trung tam|truong|tram|cong an|so|hoi|doan|chi cuc|van phong|thanh tra|kho bac|benh vien|bao|dai|xa|phuong|cuc)\b/;

/**
 * A pasted list of units: one per line, or parted by semicolons or commas, numbered, with dashes, in a table,
 * with roles in brackets, behind a dash, or in front of a colon. Nothing is left out in silence.
 */
export function readUnitList(text: string): UnitList {
  const units: ListedUnit[] = [];
  const skipped: string[] = [];
  let coming: UnitRole | null = null;
  for (const entry of entriesOf(text)) {
    const bare = clean(entry.replace(/\t+/g, ' - ')).replace(LEADING, '');
    const role = unitRoleOf(bare);
    const last = units.at(-1);
    if (role && last && last.role === null && !HEADING.test(bare)) last.role = role;
    else if (role) coming = role;
    else if (bare === '' || HEADING.test(bare)) {
      if (/\p{L}/u.test(bare) && units.length > 0) skipped.push(clean(entry));
    } else {
      const unit = readUnit(bare);
      if (unit) units.push({ ...unit, role: unit.role ?? coming });
      else skipped.push(clean(entry));
      coming = null;
    }
  }
  return { units, skipped };
}

/** Among semicolons and lines a comma parts units only where a role ended or another begins like one. */
const COMMA_INSIDE = /(?<=\))\s*,\s*(?=\p{Lu})|,\s*(?=\p{Lu})/gu;

function withCommas(part: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: comma, index } of part.matchAll(COMMA_INSIDE)) {
    const rest = fold(part.slice(index + comma.length));
    const begins = HEADS.test(rest) && !rest.startsWith('xa hoi');
    if (!begins && part[index - 1] !== ')') continue;
    pieces.push(part.slice(from, index));
    from = index + comma.length;
  }
  return [...pieces, part.slice(from)];
}

const bySemicolon = (line: string): string[] =>
  line
    .split(';')
    .flatMap(withCommas)
    .filter(part => part.trim() !== '');

function entriesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '');
  if (lines.length > 1) return lines.flatMap(bySemicolon);
  const [line = ''] = lines;
  const numbered = line.split(NUMBER_INSIDE);
  if (numbered.length > 1) return numbered.map(part => part.replace(/[,;.\s]+$/u, ''));
  if (line.includes(';')) return bySemicolon(line);
  return byComma(line);
}

/** "Ban Văn hóa, thể thao, Phòng Nội vụ": a small letter goes on with the name before, unless all are small. */
function byComma(line: string): string[] {
  const parts = withLastAnd(line.split(/,(?![^(]*\))/).filter(part => part.trim() !== ''));
  const small = (part: string) => /^\s*\p{Ll}/u.test(part);
  if (parts.every(small)) return parts;
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (before !== undefined && small(part) && unitRoleOf(part) === null)
      whole.splice(-1, 1, `${before},${part}`);
    else whole.push(part);
  }
  return whole;
}

/** The last two of a sentence's list: "…, Phòng Nội vụ và Trạm Y tế", but not "HĐND và UBND". */
function withLastAnd(parts: string[]): string[] {
  const last = parts.at(-1);
  const [, a, b] = /^(.+?)\s+và\s+(\p{Lu}.*)$/u.exec(last ?? '') ?? [];
  if (parts.length < 2 || !a || !b || !HEADS.test(fold(b)) || !HEADS.test(fold(a))) return parts;
  return [...parts.slice(0, -1), a, b];
}

function readUnit(entry: string): ListedUnit | null {
  let name = entry;
  let role: UnitRole | null = null;
  let shortName: string | null = null;
  const [, front, rest] = /^([^:]{4,40}):\s*(.+)$/su.exec(name) ?? [];
  if (front && rest && unitRoleOf(front)) {
    role = unitRoleOf(front);
    name = rest;
  }
  // From the end: brackets, or words behind a dash, a colon or a comma, as long as they say something known.
  for (;;) {
    name = name.replace(/[\s,;.:]+$/u, '');
    const [, head, inside] = /^(.+?)\s*\(([^()]*)\)$/su.exec(name) ?? [];
    const [, before, behind] = /^(.+?)\s*(?:\s[-–—]+\s*|[:,]\s*|\s[-–—]+)([^-–—:,]+)$/su.exec(name) ?? [];
    const short = inside?.replace(/^\s*(?:vi[eế]t t[aắ]t|g[oọ]i t[aắ]t)(?: là)?:?\s*/iu, '').trim();
    if (head && inside && roleBehind(inside)) [name, role] = [head, roleBehind(inside)];
    else if (head && short && (short !== inside?.trim() || /^[\p{Lu}\d&-]{2,12}$/u.test(short)))
      [name, shortName] = [head, short];
    else if (before && behind && roleBehind(behind)) [name, role] = [before, roleBehind(behind)];
    else break;
  }
  name = clean(name).replace(/^["“](.*)["”]$/u, '$1');
  // One small word ("tạo", "xong", "6.1 trưởng") is an answer to something else.
  const words = name.replace(/^[\d.,\s]+/u, '');
  const fit = /\p{L}{2}/u.test(words) && /[\s\p{Lu}\d]/u.test(words) && name.length <= NAME_MAX;
  return fit ? { name: capitalised(name), shortName: shortName && clean(shortName), role } : null;
}

/** Two entries that may be one unit: the same letters, or nearly, and the same numbers. */
export function looksAlike(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y || isPlaced(x, y) || isPlaced(y, x)) return true;
  if (numbersOf(x) !== numbersOf(y)) return false;
  const shorter = Math.min(x.length, y.length);
  return shorter >= 8 && distance(x, y) <= (shorter >= 16 ? 2 : 1);
}

/** "Thanh tra tỉnh" and "Thanh tra tỉnh Bắc Ninh": the same name, once with its place. */
const isPlaced = (name: string, longer: string) =>
  longer.startsWith(`${name} `) && / (?:xa|phuong|tinh|thanh pho|bo|khu)$/.test(name);

/** "số 1" and "số 2", "khu I" and "khu II", "A" and "B" tell units apart. */
const numbersOf = (folded: string) => (folded.match(/\b(?:\d+|[ivx]+|[a-z])\b/g) ?? []).join(' ');

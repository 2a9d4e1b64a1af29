import { foldLetters } from '../../text/fold-letters.ts';
import { capitalised, mendedUnitName, todaysSpelling } from '../../text/plan-names.ts';
import { unitHeadAt } from '../../text/plan-units.ts';

/** A unit's name may begin here. */
export const startsUnit = (text: string, folded: string): boolean => unitHeadAt(text, folded, 0) > 0;

/** Where names of units may begin. */
export function headsIn(text: string, folded: string): number[] {
  return [...folded.matchAll(/(?<![\p{L}\d])\p{L}/gu)].flatMap(({ index }) =>
    unitHeadAt(text, folded, index) > 0 ? [index] : [],
  );
}

const SEPARATOR =
  /\s*(?:;|,|\n|\||\u00b7|\s-\s(?=van phong|so |phong |truong |cong ty )|(?<![\p{L}\d])va(?![\p{L}\d]))\s*/gu;
/** "Văn phòng HĐND và UBND": one name. */
const JOINT =
  /(?:van phong[^;,]*(?:hdnd|hoi dong nhan dan|dbqh|dang uy|doan dai bieu quoc hoi|quoc hoi)|hdnd|doan dbqh|uy ban mttq viet nam|phat trien|quan ly|ho tro|uy ban)$/;
const GROUP = /^(?:cac|cung|mot so|nhung|toan bo|tat ca|\d{1,3}|don vi khac|doan the)(?=\s)/;

export interface NamePart {
  text: string;
  folded: string;
  /** In the given text. */
  at: number;
}

/** Cuts a list of units where a separator is followed by what a unit's name may begin with. */
export function splitNames(text: string, folded: string): NamePart[] {
  const cuts: { from: number; to: number }[] = [];
  let start = 0;
  for (const found of folded.matchAll(SEPARATOR)) {
    const to = found.index + found[0].length;
    const next = folded.slice(to, to + 40);
    const strong = found[0].includes(';') || found[0].includes('\n');
    const before = folded.slice(start, found.index).trim();
    if (depthAt(folded, start, found.index) > 0) continue;
    const joint = found[0].includes('va') && JOINT.test(before);
    if (
      !strong &&
      (joint || !(unitHeadAt(text, folded, to) > 0 || /^\(\d{1,2}\)/.test(next) || GROUP.test(next)))
    )
      continue;
    cuts.push({ from: start, to: found.index });
    start = to;
  }
  cuts.push({ from: start, to: folded.length });
  return cuts.flatMap(({ from, to }) => {
    const raw = text.slice(from, to);
    const trimmed = raw.replace(/^[\s:.\-–+•]*(?:\(\d{1,2}\)\s*)?/, '');
    const at = from + raw.length - trimmed.length;
    const clean = trimmed.replace(/[\s.,;:\-–]+$/, '');
    return clean === '' ? [] : [{ text: clean, folded: folded.slice(at, at + clean.length), at }];
  });
}

/** As many names as the text says there are, cut before capitals; null where that does not come out. */
export function splitToCount(text: string, count: number | null): NamePart[] | null {
  if (count === null) return null;
  const parts: NamePart[] = [];
  let at = 0;
  for (const piece of text.split(/(\s*[;,]\s*(?:v\u00e0\s+)?(?=\p{Lu})|\s+v\u00e0\s+(?=\p{Lu}))/u)) {
    const name = piece.replace(/[\s.,;]+$/, '');
    if (/^[\p{L}]/u.test(name) && !/^\s*v\u00e0\s*$/u.test(piece))
      parts.push({ text: name, folded: foldLetters(name), at });
    at += piece.length;
  }
  return parts.length === count ? parts : null;
}

/** Brackets open at `to`. */
function depthAt(folded: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const sign = folded.charCodeAt(at);
    if (sign === 40) depth += 1;
    else if (sign === 41 && depth > 0) depth -= 1;
  }
  return depth;
}

/** "03 chi cục", "các đơn vị khác": several, unnamed. */
export const isGroup = (folded: string): boolean =>
  GROUP.test(folded) || /\b(?:khac|truc thuoc khac|con lai)$/.test(folded);

/** As it is shown: today's spelling, a capital first, one space. */
/** With slips of the scanner. */
export const printedName = (text: string): string =>
  capitalised(
    todaysSpelling(text)
      .replace(/\s+/g, ' ')
      .replace(/\s*-\s*(?=\p{Lu})/gu, ' - ')
      .trim(),
  );

/** As it is shown, slips mended. */
export const unitName = (text: string): string => mendedUnitName(printedName(text));

const ALIASES: readonly [RegExp, string][] = [
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\b(?:uy ban )?(?:mat tran to quoc|mttq)(?: viet nam)?\b|\bubmttq(?: viet nam)?\b/g, 'mttq'],
  [/\blien hiep phu nu\b/g, 'lhpn'],
  [/\bcuu chien binh\b/g, 'ccb'],
  [/\blien doan lao dong\b/g, 'ldld'],
  [/\bbao hiem xa hoi\b/g, 'bhxh'],
  [/\bkho bac nha nuoc\b/g, 'kbnn'],
  [/\bngan hang nha nuoc(?: viet nam)?\b/g, 'nhnn'],
  [/\bngan hang nong nghiep va phat trien nong thon(?: viet nam)?\b/g, 'agribank'],
  [/\btoa an nhan dan\b/g, 'tand'],
  [/\bvien kiem sat nhan dan\b/g, 'vksnd'],
  [/\bcong doan co so\b/g, 'cdcs'],
  [/\bhop tac xa\b/g, 'htx'],
  [/\b(?:cong ty|cty) (?:co phan|cp)\b/g, 'ctcp'],
  [/\btrach nhiem huu han\b/g, 'tnhh'],
  [/\b(?:mot|1) thanh vien\b/g, 'mtv'],
  [/\bthanh nien cong san\b/g, 'tncs'],
  [/\btrung hoc pho thong\b/g, 'thpt'],
  [/\btrung hoc co so\b/g, 'thcs'],
  [/\bchi huy quan su\b/g, 'chqs'],
  [/\b(?:va|&)\b|[&,.-]/g, ' '],
];

/** For comparing names: abbreviations spelt alike, a bare "xã", "tỉnh" at the end left out. */
export function unitKey(folded: string): string {
  const said = ALIASES.reduce((name, [pattern, short]) => name.replace(pattern, short), folded)
    .replace(/\s+/g, ' ')
    .trim();
  const bare = said.replace(/\s(?:thuoc )?(?:tinh|xa|phuong|thanh pho|tp|dac khu)$/u, '');
  return bare.split(' ').length >= 2 ? bare : said;
}

/** The same with the place's own name left out as well. */
const placeless = (key: string): string =>
  key.replace(/\s(?:thuoc )?(?:tinh|xa(?! hoi)|phuong|thanh pho|tp|dac khu)\s[\p{L}' ]+$/u, '');

/** Which of the known units a name means; null where none or several could be. */
export function unitMeant<T extends { key: string }>(folded: string, units: readonly T[]): T | null {
  const key = unitKey(folded);
  const exact = units.filter(unit => unit.key === key);
  if (exact[0]) return exact[0];
  const loose = placeless(key);
  const like = loose.split(' ').length < 2 ? [] : units.filter(unit => placeless(unit.key) === loose);
  return like.length === 1 ? (like[0] ?? null) : null;
}

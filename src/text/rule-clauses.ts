import { type Decimal, decimal } from '../core/decimal.ts';
import { isInterval } from '../core/interval.ts';
import { type Points, zero } from '../core/points.ts';
import type { RuleRef } from '../core/score-table.ts';
import { clean, fold, withoutMarks } from './fold.ts';
import { parsePoints } from './points.ts';

const NUMBER = '(\\d+(?:[.,]\\d+)?) ?%?';
type Bound = 'ge' | 'gt' | 'le' | 'lt' | 'eq';
const interval = (pattern: string, ...bounds: Bound[]) => ({
  pattern: new RegExp(`^(?:dat |ket qua |ty le |ti le )*${pattern}$`),
  bounds,
});
/** Each with what its numbers bound, in their order. */
const INTERVALS = [
  interval(`(?:tu )?${NUMBER} den duoi ${NUMBER}`, 'ge', 'lt'),
  interval(`tren ${NUMBER} den duoi ${NUMBER}`, 'gt', 'lt'),
  interval(`tren ${NUMBER} den ${NUMBER}`, 'gt', 'le'),
  interval(`(?:tu )?${NUMBER} ?(?:den|-) ?${NUMBER}`, 'ge', 'le'),
  interval(`(?:tu )?${NUMBER} tro len`, 'ge'),
  interval(`(?:tu )?${NUMBER} tro xuong`, 'le'),
  interval(`(?:>=|≥|toi thieu|it nhat) ?${NUMBER}`, 'ge'),
  interval(`(?:<=|≤|toi da|khong qua) ?${NUMBER}`, 'le'),
  interval(`(?:>|tren|hon|vuot) ?${NUMBER}`, 'gt'),
  interval(`(?:<|duoi) ?${NUMBER}`, 'lt'),
  interval(NUMBER, 'eq'),
];

/** A clause ends at a semicolon, a line, or a comma or full stop after its points. */
const APART = /[;\n]+|(?<=(?:điểm|diem|đ))\s*[,.]\s*/iu;
const CLAUSE =
  /^(.*?)[\s:–—=-]*(?:được |duoc |đạt |dat |chấm |cham |tính |tinh |là |la )?\s*(\d+(?:[.,]\d+)?)\s*(?:điểm|diem|đ)\.?$/iu;
/** Characters of a level's name; what is longer is a sentence. */
const NAME_MAX = 80;

interface Clause {
  name: string;
  points: Points;
}

/** `A: 5 điểm; B: 3 điểm`; null where another sentence stands among them. */
function clausesOf(text: string): Clause[] | null {
  const clauses = clean(text.normalize('NFC').replaceAll('\n', ';'))
    .split(APART)
    .map(part => part.trim())
    .filter(part => part !== '');
  const read = clauses.map((clause): Clause | null => {
    const [, name = '', amount = ''] = CLAUSE.exec(clause) ?? [];
    const points = parsePoints(amount);
    return name.trim() === '' || points.kind !== 'points'
      ? null
      : { name: name.trim(), points: points.points };
  });
  return read.length > 1 && read.every(clause => clause !== null) ? read : null;
}

/** "từ 95% trở lên: 5 điểm; từ 80% đến dưới 95%: 3 điểm": as written, gaps and overlaps too. */
export function bandsIn(text: string): RuleRef['params'] | null {
  const bands = (clausesOf(text) ?? []).map(({ name, points }) => {
    const bounds = boundsOf(withoutMarks(name).trim());
    return bounds && { ...bounds, points };
  });
  return bands.length > 1 && bands.every(band => band !== null) ? { bands } : null;
}

function boundsOf(words: string): Record<string, Decimal> | null {
  for (const { pattern, bounds } of INTERVALS) {
    const [, ...numbers] = pattern.exec(words) ?? [];
    if (numbers.length === 0) continue;
    const read = Object.fromEntries(bounds.map((bound, n) => [bound, numberOf(numbers[n] ?? '')]));
    return isInterval(read) ? read : null;
  }
  return null;
}

const numberOf = (text: string): Decimal => decimal(String(Number(text.replace(',', '.'))));

/**
 * "Hoàn thành tốt: 10 điểm; khá: 7 điểm". Parts that add up to the maximum are no levels: each of them counts.
 */
export function levelsIn(text: string, max: Points): RuleRef['params'] | null {
  const clauses = clausesOf(text);
  if (!clauses || clauses.some(({ name }) => /\d/.test(name) || name.length > NAME_MAX)) return null;
  const total = clauses.reduce((sum, { points }) => sum + points, 0);
  if (total === max && clauses.every(({ points }) => points > zero && points < max)) return null;
  const levels = clauses.map(({ name, points }) => ({ key: keyOf(name), name, points }));
  return new Set(levels.map(level => level.key)).size === levels.length ? { levels } : null;
}

const keyOf = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 64);

/** "có: 5 điểm, không: 0 điểm". */
export function saysYesNo(text: string, max: Points): boolean {
  const said = new Map((clausesOf(text) ?? []).map(({ name, points }) => [fold(name), points]));
  return said.size === 2 && said.get('co') === max && said.get('khong') === zero;
}

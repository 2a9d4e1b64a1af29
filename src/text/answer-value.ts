import type { Decimal } from '../core/decimal.ts';
import type { Points } from '../core/points.ts';
import type { AskedKind, SheetValue } from '../core/sheet-value.ts';
import { yesNo } from './answers.ts';
import { clean, fold, withoutMarks } from './fold.ts';
import { formatDecimal } from './numbers.ts';
import { parseDecimal } from './parse-decimal.ts';
import { formatPoints, parsePoints } from './points.ts';

/** A level that a criterion offers. */
export interface LevelShown {
  key: string;
  name: string;
}

export interface Asked {
  kind: AskedKind;
  max: Points;
  /** Only where levels are asked for. */
  levels: readonly LevelShown[];
}

export type ReadValue =
  | { kind: 'value'; value: SheetValue }
  /** One number that is written in two ways: the Vietnamese reading first. */
  | { kind: 'readings'; readings: SheetValue[] }
  | { kind: 'unclear'; why: 'over_max' | 'negative' | 'too_precise' | 'not_understood' };

export type WhyUnclear = Extract<ReadValue, { kind: 'unclear' }>['why'];
const unclear = (why: WhyUnclear = 'not_understood'): ReadValue => ({
  kind: 'unclear',
  why,
});
/** A minus before the first digit, or right before another; between two numbers a dash is none. */
const NEGATIVE = /^- ?\d|[^\d\s.,%] ?-\d/;
const COUNT = /^(\d{1,6})(?: (?:lan|muc|truong hop|vu|viec|mo hinh|sang kien))?$/;
/** Of a count: a penalty that did not happen. */
const NONE = new Set(['khong', 'khong co']);
const NOT_ASSIGNED = new Set(['khong duoc giao', 'khong giao', 'kdg']);

/** What a person types for a criterion, by what its rule asks for; `không được giao` fits every one. */
export function parseAnswer(text: string, asked: Asked): ReadValue {
  if (NOT_ASSIGNED.has(fold(text).trim())) return { kind: 'value', value: { kind: 'not_assigned' } };
  switch (asked.kind) {
    case 'points':
      return readPoints(text, asked.max);
    case 'yes_no': {
      const yes = /^đạt$|^dat$/i.test(clean(text)) ? true : yesNo(text);
      return yes === null ? unclear() : { kind: 'value', value: { kind: 'yes_no', yes } };
    }
    case 'level':
      return readLevel(text, asked.levels);
    case 'number':
      if (NEGATIVE.test(withoutMarks(text))) return unclear('negative');
      return oneOf(numbersIn(text).map(number => ({ kind: 'number', number })));
    case 'count': {
      if (NEGATIVE.test(withoutMarks(text))) return unclear('negative');
      const words = fold(clean(text));
      const count = NONE.has(words) ? '0' : COUNT.exec(words)?.[1];
      return count === undefined
        ? unclear()
        : { kind: 'value', value: { kind: 'count', count: Number(count) } };
    }
    case 'ratio':
      return readRatio(text);
  }
}

/** `8,5`, and `8,5/10` where 10 is the most there is. */
function readPoints(text: string, max: Points): ReadValue {
  const [, part, whole] = /^([^/]+)\/([^/]+)$/.exec(text) ?? [];
  const of = whole === undefined ? null : parsePoints(whole, { max });
  const typed = parsePoints(part !== undefined && of?.kind === 'points' && of.points === max ? part : text, {
    max,
  });
  switch (typed.kind) {
    case 'points':
      if (typed.points < 0) return unclear('negative');
      if (typed.points > max) return unclear('over_max');
      return { kind: 'value', value: { kind: 'points', points: typed.points } };
    case 'ambiguous': {
      const readings = typed.readings.filter(value => value >= 0 && value <= max);
      return readings.length === 0
        ? unclear()
        : { kind: 'readings', readings: readings.map(value => ({ kind: 'points', points: value })) };
    }
    case 'too_precise':
      return unclear('too_precise');
    case 'not_a_number':
      return unclear();
  }
}

function readLevel(text: string, levels: readonly LevelShown[]): ReadValue {
  const said = fold(text).trim();
  const exact = levels.filter((level, n) => fold(level.name) === said || String(n + 1) === said);
  const near = levels.filter(level => said.length > 2 && fold(level.name).includes(said));
  const [only, another] = exact.length > 0 ? exact : near;
  if (!only || another) return unclear();
  return { kind: 'value', value: { kind: 'level', level: only.key } };
}

/** `80/100`, `đạt 80 chỉ tiêu 100`, and `80` where the table itself has the target. */
function readRatio(text: string): ReadValue {
  const words = withoutMarks(text);
  if (NEGATIVE.test(words)) return unclear('negative');
  const [first, second, third] = words.match(/\d[\d.,]*/g) ?? [];
  const [actuals, targets] = [first, second].map(part => numbersIn(part?.replace(/[.,]$/, '') ?? ''));
  if (third !== undefined || !actuals || !targets || (second !== undefined && targets.length === 0))
    return unclear();
  // Whoever writes the one in the Vietnamese way writes the other so, too.
  return oneOf(
    [0, 1].slice(0, Math.max(actuals.length, targets.length)).flatMap((way): SheetValue[] => {
      const [actual, target] = [actuals[way] ?? actuals[0], targets[way] ?? targets[0] ?? null];
      return actual === undefined ? [] : [{ kind: 'ratio', actual, target }];
    }),
  );
}

/** One number, or the two that it may be. */
function numbersIn(text: string): Decimal[] {
  const read = parseDecimal(text);
  if (read.kind === 'number') return [read.number];
  return read.kind === 'ambiguous' ? read.readings : [];
}

function oneOf(readings: SheetValue[]): ReadValue {
  const [only, another] = readings;
  if (only === undefined) return unclear();
  return another === undefined ? { kind: 'value', value: only } : { kind: 'readings', readings };
}

/** What was answered, in words. */
export function valueWords(value: SheetValue, levels: readonly LevelShown[] = []): string {
  switch (value.kind) {
    case 'points':
      return `${formatPoints(value.points)} điểm`;
    case 'yes_no':
      return value.yes ? 'có' : 'không';
    case 'level':
      return levels.find(level => level.key === value.level)?.name ?? value.level;
    case 'number':
      return formatDecimal(value.number);
    case 'count':
      return String(value.count);
    case 'ratio':
      return value.target === null
        ? `đạt ${formatDecimal(value.actual)}`
        : `đạt ${formatDecimal(value.actual)} / chỉ tiêu ${formatDecimal(value.target)}`;
    case 'skipped':
      return 'bỏ qua';
    case 'not_assigned':
      return 'không được giao';
  }
}

/** The same for a button or a line that says itself that these are points. */
export const shortWords = (value: SheetValue, levels: readonly LevelShown[] = []): string =>
  value.kind === 'points' ? formatPoints(value.points) : valueWords(value, levels);

/** An answer as a person would type it. */
export function typedAnswer(value: SheetValue, levels: readonly LevelShown[] = []): string {
  switch (value.kind) {
    case 'points':
      return formatPoints(value.points);
    case 'ratio': {
      const { actual, target } = value;
      return target === null ? formatDecimal(actual) : `${formatDecimal(actual)}/${formatDecimal(target)}`;
    }
    case 'not_assigned':
      return 'không giao';
    case 'skipped':
      return '';
    default:
      return valueWords(value, levels);
  }
}

/** How to answer, for a question. */
export function howToAnswer({ kind, max, levels }: Asked): string {
  switch (kind) {
    case 'points':
      return `Đề nghị gõ số điểm (tối đa ${formatPoints(max)}).`;
    case 'yes_no':
      return 'Đề nghị trả lời “có” hoặc “không”.';
    case 'level':
      return `Đề nghị chọn mức: ${levels.map((level, n) => `${n + 1}. ${level.name}`).join('; ')}.`;
    case 'number':
      return 'Đề nghị gõ số liệu, ví dụ 92,5.';
    case 'count':
      return 'Đề nghị gõ số lượng, ví dụ 3.';
    case 'ratio':
      return 'Đề nghị gõ kết quả/chỉ tiêu, ví dụ 120/100.';
  }
}

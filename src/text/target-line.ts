import type { Day } from '../core/day.ts';
import type { Target } from '../core/target.ts';
import { parseDay } from './days.ts';
import { clean, fold } from './fold.ts';
import { foldLetters } from './fold-letters.ts';
import { parseDecimal } from './parse-decimal.ts';

/** What a line says of how far a target is: "95,5% đến 30/6, theo Báo cáo 12/BC-KT". */
export interface ReportLine {
  /** The Vietnamese reading first; empty where it begins with no figure. */
  values: number[];
  /** Null: not said. */
  asOf: Day | null;
  /** Stood where a day belongs, and is none or is still to come. */
  badDay: string | null;
  source: string | null;
}

const LEAD = /^\s*(?:(?:kết quả|ket qua|số liệu|so lieu|đạt|dat|được|duoc|là|la|bằng|bang)\s*:?\s+)+/iu;
const FIGURE = /^(-\s?|âm\s+|am\s+)?(\d[\d.,]*\d|\d)/iu;
const DONE = /^(?:da )?(?:xong|hoan thanh|dat|lam xong|thuc hien xong)(?![a-z])/;
const NOT_DONE = /^(?:van )?chua(?: (?:xong|hoan thanh|dat|lam|thuc hien))?(?![a-z])/;
const DAY = String.raw`(?:hom nay|hom qua|(?:ngay )?\d{1,2}(?:[/.-]| thang )\d{1,2}(?:(?:[/.-]| nam )\d{4})?|thang \d{1,2}(?:[/.-]\d{4})?|quy (?:[1-4]|i{1,3}|iv))`;
const AS_OF = new RegExp(String.raw`(?:^|[\s,;(])(?:tinh )?(?:den|tai|toi)(?: het)? (${DAY})(?![\d/])`);
const SOURCE = /^(?:theo|nguồn|nguon|căn cứ|can cu)(?:\s*:\s*|\s+)/iu;
const EDGES = /^[\s,;:.()–-]+|[\s,;:()–-]+$/gu;

/** Reads a line about this target; what is neither figure nor day is where the figure is from. */
export function readReportLine(
  typed: string,
  today: Day,
  { operator, measure }: Pick<Target, 'operator' | 'measure'>,
): ReportLine {
  const line = clean(typed).replace(LEAD, '');
  const { values, rest } = operator === 'done' ? readDone(clean(typed)) : readFigure(line, measure);
  const day = AS_OF.exec(foldLetters(rest).toLowerCase());
  const words = day?.[1] ?? '';
  const spared = day ? `${rest.slice(0, day.index)} ${rest.slice(day.index + day[0].length)}` : rest;
  const source = clean(spared.replace(EDGES, '')).replace(SOURCE, '').replace(EDGES, '');
  const whole = /^(?:thang|quy)/.test(words) ? `het ${words}` : words;
  const found = words === '' ? null : parseDay(whole, today, 'past');
  const asOf = found?.kind === 'day' && found.day <= today ? found.day : null;
  return {
    values,
    asOf,
    badDay: found && !asOf ? words : null,
    source: /\p{L}{2}|\d/u.test(source) ? source : null,
  };
}

function readDone(line: string): { values: number[]; rest: string } {
  const folded = foldLetters(line).toLowerCase();
  const [no] = NOT_DONE.exec(folded) ?? [];
  if (no !== undefined) return { values: [0], rest: line.slice(no.length) };
  const [yes] = DONE.exec(folded) ?? [];
  return yes === undefined ? { values: [], rest: line } : { values: [1], rest: line.slice(yes.length) };
}

function readFigure(line: string, measure: string | null): { values: number[]; rest: string } {
  const [found, minus, figure = ''] = FIGURE.exec(line) ?? [];
  const parsed = parseDecimal(figure);
  // "12/BC-KT" and "30/6" begin with no figure.
  const next = found === undefined ? '' : line.slice(found.length);
  if (parsed.kind === 'not_a_number' || /^[/\p{L}]/u.test(next)) return { values: [], rest: line };
  const readings = parsed.kind === 'number' ? [parsed.number] : parsed.readings;
  const values = readings.map(one => (minus === undefined ? 1 : -1) * Number(one));
  return { values, rest: withoutMeasure(next, measure) };
}

/** The measure said again behind the figure is no source. */
function withoutMeasure(rest: string, measure: string | null): string {
  const words = rest.trim();
  const own = fold(measure ?? '').split(/[/ ]/)[0] ?? '';
  const whole = fold(measure ?? '');
  for (const unit of [whole, own, '%'])
    if (unit !== '' && foldLetters(words).toLowerCase().startsWith(unit)) return words.slice(unit.length);
  return rest;
}

/** "giao Phòng Kinh tế": the units that it is given to; null where nothing is given. */
export function unitsGiven(typed: string): string | null {
  const [, units] =
    /^(?:giao|phân công|phan cong)(?:\s+cho)?\s+([\s\S]+)$/iu.exec(typed.normalize('NFC')) ?? [];
  return units ?? null;
}

/** "giao không": to nobody any more. */
export const namesNobody = (typed: string): boolean =>
  /^(?:khong|bo|thoi|khong giao)(?: ai| don vi nao)?$/.test(fold(typed));

import { type Points, points } from '../core/points.ts';
import { clean, withoutMarks } from './fold.ts';

/** `9,25`, `8,5`, `10`, `1.000`; with `decimals: 2` always two: `8,50`. */
export function formatPoints(value: Points, { decimals }: { decimals?: 2 } = {}): string {
  const size = Math.abs(value);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const two = String(size % 100).padStart(2, '0');
  const part = decimals === 2 ? two : two.replace(/0{1,2}$/, '');
  return `${value < 0 ? '-' : ''}${whole}${part === '' ? '' : `,${part}`}`;
}

/** A total to so many decimals, a half upwards. */
export function formatTotal(value: Points, decimals: 0 | 1 | 2): string {
  const step = ([100, 10, 1] as const)[decimals];
  const size = Math.floor(Math.abs(value) / step + 0.5) * step;
  return formatPoints(points(value < 0 ? -size : size));
}

export type ParsedPoints =
  /** `asTyped` for an echo: "Hệ thống hiểu “9.5” là 9,5". */
  | { kind: 'points'; points: Points; asTyped: string }
  /** Always two, the Vietnamese reading first. */
  | { kind: 'ambiguous'; readings: Points[] }
  | { kind: 'too_precise' }
  | { kind: 'not_a_number' };

type Reading = Points | 'too_precise';

/** Digits before the comma: what stays a safe integer in hundredths. */
const MAX_DIGITS = 12;
const NUMBER = /^([-+]?) ?(\d[\d.,]*?)\.?(?: ?(ruoi))?(?: ?(?:diem|d))?$/;

/**
 * Reads what a person types for points. `,` is the decimal sign and `.` groups thousands, but `9.5` means
 * 9,5 since it can mean nothing else. `1.500` and `1,500` have two readings: those beyond `max` fall away;
 * without `max` the point groups, and the comma is asked about. Bounds themselves are the caller's.
 */
export function parsePoints(text: string, { max }: { max?: Points } = {}): ParsedPoints {
  const [, sign, number = '', half] = NUMBER.exec(withoutMarks(text)) ?? [];
  if (number === '' || (number.match(/\d/g) ?? []).length > MAX_DIGITS) return { kind: 'not_a_number' };
  if (half && /[.,]/.test(number)) return { kind: 'not_a_number' };

  const { native, foreign } = readings(half ? `${number},5` : number, sign === '-');
  const first = native ?? foreign;
  if (first === null) return { kind: 'not_a_number' };
  const chosen = choose(first, native === null ? null : foreign, number.includes('.'), max);
  if (chosen === 'too_precise') return { kind: 'too_precise' };
  if (typeof chosen !== 'number') return { kind: 'ambiguous', readings: chosen };
  return { kind: 'points', points: chosen, asTyped: clean(text) };
}

function choose(native: Reading, foreign: Reading | null, byPoint: boolean, max: Points | undefined) {
  if (native === 'too_precise' || foreign === null || native === foreign) return native;
  const fits = (one: Points) => max === undefined || Math.abs(one) <= max;
  // 1.234 of at most 10 was meant as a decimal, and has one digit too many.
  if (foreign === 'too_precise') return fits(native) ? native : 'too_precise';
  if (max === undefined && byPoint) return native;
  if (fits(native) && fits(foreign)) return [native, foreign];
  return fits(foreign) ? foreign : native;
}

/** As written in Vietnam, and with point and comma the other way round. */
function readings(number: string, negative: boolean): { native: Reading | null; foreign: Reading | null } {
  const swapped = number.replace(/[.,]/g, sign => (sign === '.' ? ',' : '.'));
  const native = readNative(number, negative);
  return { native, foreign: /[.,]/.test(number) ? readNative(swapped, negative) : null };
}

function readNative(number: string, negative: boolean): Reading | null {
  const [, whole, part = ''] = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(number) ?? [];
  if (whole === undefined) return null;
  const decimals = part.replace(/0+$/, '');
  if (decimals.length > 2) return 'too_precise';
  const size = Number(whole.replaceAll('.', '')) * 100 + Number(decimals.padEnd(2, '0'));
  return points(negative ? -size : size);
}

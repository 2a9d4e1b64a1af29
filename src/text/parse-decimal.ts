import { type Decimal, isDecimal } from '../core/decimal.ts';
import { withoutMarks } from './fold.ts';

export type ParsedDecimal =
  | { kind: 'number'; number: Decimal }
  /** Always two, the Vietnamese reading first. */
  | { kind: 'ambiguous'; readings: Decimal[] }
  | { kind: 'not_a_number' };

const NUMBER = /^(\d[\d.,]*?) ?%?$/;

/**
 * A target or a result as people type it: `375.700`, `12,5%`, `1.234,5`. `.` groups thousands and `,` is the
 * decimal sign; `9.5` can only be 9,5. `1,234` is asked about, as both are written.
 */
export function parseDecimal(text: string): ParsedDecimal {
  const [, number = ''] = NUMBER.exec(withoutMarks(text)) ?? [];
  const swapped = number.replace(/[.,]/g, sign => (sign === '.' ? ',' : '.'));
  const [native, foreign] = [read(number), read(swapped)];
  const first = native ?? foreign;
  if (first === null) return { kind: 'not_a_number' };
  if (native === null || foreign === null || native === foreign || number.includes('.'))
    return { kind: 'number', number: first };
  return number.includes(',') && /,\d{3}$/.test(number)
    ? { kind: 'ambiguous', readings: [native, foreign] }
    : { kind: 'number', number: native };
}

/** With `.` between thousands and `,` before decimals. */
function read(number: string): Decimal | null {
  const [, whole, part = ''] = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(number) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll('.', '').replace(/^0+(?=\d)/, '');
  const decimals = part.replace(/0+$/, '');
  const canonical = decimals === '' ? digits : `${digits}.${decimals}`;
  return isDecimal(canonical) ? canonical : null;
}

import type { Decimal } from '../core/decimal.ts';
import type { Interval } from '../core/interval.ts';

/** `375.700,5`, as numbers are written in Vietnam. */
export function formatDecimal(value: Decimal): string {
  const [whole = '', part] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
}

/** `từ 88 đến dưới 90`, `trên 95`, `đúng 100`. */
export function formatInterval({ ge, gt, le, lt, eq }: Interval): string {
  if (eq !== undefined) return `đúng ${formatDecimal(eq)}`;
  const low = ge === undefined ? gt && `trên ${formatDecimal(gt)}` : `từ ${formatDecimal(ge)}`;
  const high = le === undefined ? lt && `dưới ${formatDecimal(lt)}` : `đến ${formatDecimal(le)}`;
  if (low !== undefined && high !== undefined)
    return `${low} ${high.startsWith('đến') ? high : `đến ${high}`}`;
  if (low !== undefined) return ge === undefined ? low : `${low} trở lên`;
  if (high === undefined) return 'mọi giá trị';
  return le === undefined ? high : `${high} trở xuống`.replace(/^đến /, 'từ ');
}

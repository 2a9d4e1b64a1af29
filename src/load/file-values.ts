import { z } from 'zod';
import { type Day, isDay } from '../core/day.ts';
import { type Decimal, decimal, isDecimal } from '../core/decimal.ts';
import { type Points, points } from '../core/points.ts';
import { clean } from '../text/fold.ts';
import { parseDecimal } from '../text/parse-decimal.ts';
import { parsePoints } from '../text/points.ts';

/** One line of words as they are stored: NFC, nothing invisible. */
export const words = (max: number) => z.string().transform(clean).pipe(z.string().min(1).max(max));

const pad = (number: string) => number.padStart(2, '0');

/** `2026-06-15` or `15/6/2026`; a day that does not exist is refused. */
export const dayText = z.string().transform((text, context): Day => {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const iso = year === '' ? text.trim() : `${year}-${pad(month)}-${pad(date)}`;
  if (isDay(iso)) return iso;
  context.addIssue({ code: 'custom', message: 'no_such_day', params: { text } });
  return z.NEVER;
});

/** `2026-06` or `6/2026`. */
export const monthText = z.string().transform((text, context): { year: number; month: number } => {
  const [, isoYear, isoMonth] = /^(\d{4})-(\d{2})$/.exec(text.trim()) ?? [];
  const [, ownMonth, ownYear] = /^(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const [year, month] = [Number(isoYear ?? ownYear), Number(isoMonth ?? ownMonth)];
  if (month >= 1 && month <= 12) return { year, month };
  context.addIssue({ code: 'custom', message: 'no_such_month', params: { text } });
  return z.NEVER;
});

/** `8`, `8.5` or `"8,5"`: above zero, at most two decimals. */
export const pointsValue = pointsFrom(1);

/** The same, where nothing is an amount, too. */
export const pointsAmount = pointsFrom(0);

function pointsFrom(least: number) {
  return z.union([z.number(), z.string()]).transform((given, context): Points => {
    const read = typeof given === 'string' ? parsePoints(given) : exactly(given);
    if (read.kind === 'points' && read.points >= least) return read.points;
    const why = read.kind === 'points' ? (least > 0 ? 'no_points' : 'not_points') : WHY_NOT[read.kind];
    context.addIssue({ code: 'custom', message: why, params: { text: String(given) } });
    return z.NEVER;
  });
}

/** `88`, `0.4` or `"1.234,5"`: a number that is measured, not points; at most six decimals. */
export const decimalValue = z.union([z.number(), z.string()]).transform((given, context): Decimal => {
  const read = typeof given === 'string' ? parseDecimal(given) : null;
  if (read?.kind === 'number') return read.number;
  if (typeof given === 'number' && isDecimal(String(given))) return decimal(String(given));
  const why = read?.kind === 'ambiguous' ? 'number_in_doubt' : 'not_a_number';
  context.addIssue({ code: 'custom', message: why, params: { text: String(given) } });
  return z.NEVER;
});

const WHY_NOT = {
  ambiguous: 'points_in_doubt',
  too_precise: 'not_points',
  not_a_number: 'not_points',
} as const;

/** A JSON number is a decimal fraction as it prints; 0.1 + 0.2 would not be one of two decimals. */
function exactly(given: number): { kind: 'points'; points: Points } | { kind: 'not_a_number' } {
  const [, whole, part = ''] = /^(-?\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(given)) ?? [];
  if (whole === undefined) return { kind: 'not_a_number' };
  return { kind: 'points', points: points(Number(`${whole}${part.padEnd(2, '0')}`)) };
}

/** Ids that the room gives out itself: newcomers, groups and the blocs' own groups. */
const RESERVED = /^(?:[ug]|khoi-)\d+$/;

/** A person's id in the demo room. */
export const roomUserText = z.string().superRefine((text, context) => {
  const message = RESERVED.test(text) ? 'reserved_user' : 'bad_user';
  if (message === 'reserved_user' || !/^[A-Za-z0-9_-]{1,40}$/.test(text))
    context.addIssue({ code: 'custom', message, params: { text } });
});

import { z } from 'zod';
import type { Boundary } from './boundary.ts';
import { addDays, type Day, dayIn, isDay, quarterOf } from './day.ts';

export const everies = ['month', 'quarter', 'half_year', 'year'] as const;
export type Every = (typeof everies)[number];

const day = z.custom<Day>(value => typeof value === 'string' && isDay(value), 'not_a_day');
const year = z.int().min(1900).max(2199);
const month = z.int().min(1).max(12);

/** A boundary as it comes back from its row. */
export const boundarySchema: z.ZodType<Boundary> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('before_day'), day }),
  z.strictObject({ kind: z.literal('before_month'), year, month }),
  z.strictObject({ kind: z.literal('before_year'), year }),
  z.strictObject({ kind: z.literal('by_day'), day }),
  z.strictObject({ kind: z.literal('during_month'), year, month }),
  z.strictObject({
    kind: z.literal('during_quarter'),
    year,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({ kind: z.literal('between'), from: day, to: day }),
  z.strictObject({ kind: z.literal('unstated'), ruleText: z.string() }),
]);

/** Stands in each occurrence's revision. All are counted from the first, so that 31/1 comes to 28/2 and then 31/3. */
export const recurrenceSchema = z.strictObject({
  /** The deadline that was the first of them. */
  series: z.string(),
  /** 0 for the first. */
  nth: z.int().nonnegative(),
  every: z.enum(everies),
  first: boundarySchema,
  /** No further occurrence is to be made. */
  ended: z.boolean(),
});
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** Days after a season's end on which its last reports may still fall due: December's monthly one, in January. */
const AFTERMATH = 31;

/** The last day on which what recurs in a season falls due. */
export const recursUntil = (seasonEnd: Day): Day => addDays(seasonEnd, AFTERMATH);

const MONTHS: Record<Every, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** What comes after an occurrence; null where the series has ended or was never dated. */
export function nextOccurrence(given: Recurrence): { boundary: Boundary; recurrence: Recurrence } | null {
  if (given.ended || given.first.kind === 'unstated') return null;
  const nth = given.nth + 1;
  return { boundary: shifted(given.first, MONTHS[given.every] * nth), recurrence: { ...given, nth } };
}

function shifted(boundary: Boundary, months: number): Boundary {
  switch (boundary.kind) {
    case 'before_day':
    case 'by_day':
      return { ...boundary, day: dayLater(boundary.day, months) };
    case 'before_month':
    case 'during_month':
      return { ...boundary, ...monthLater(boundary.year, boundary.month, months) };
    case 'before_year':
      return { ...boundary, year: boundary.year + Math.ceil(months / 12) };
    case 'during_quarter': {
      const later = monthLater(boundary.year, boundary.quarter * 3, months);
      return { ...boundary, year: later.year, quarter: quarterOf(later.month) };
    }
    case 'between':
      return {
        kind: 'between',
        from: dayLater(boundary.from, months),
        to: dayLater(boundary.to, months),
      };
    case 'unstated':
      return boundary;
  }
}

function monthLater(year: number, month: number, months: number) {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** The same date of a later month, or that month's last day where it has no such date. */
function dayLater(on: Day, months: number): Day {
  const [fromYear = 0, fromMonth = 1, date = 1] = on.split('-').map(Number);
  const { year, month } = monthLater(fromYear, fromMonth, months);
  const last = dayIn(year, month + 1, 0);
  return dayIn(year, month, Math.min(date, Number(last.slice(8))));
}

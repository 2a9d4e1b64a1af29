import { z } from 'zod';
import type { Decimal } from '../decimal.ts';
import { fractionOf } from '../decimal.ts';
import { contains, type Interval, intervalShape, isInterval } from '../interval.ts';
import { coverOf } from '../interval-cover.ts';
import type { NumberForms } from '../number-forms.ts';
import { type Points, points, zero } from '../points.ts';
import type { RuleDoubt } from './rule.ts';

export interface Bands {
  bands: (Interval & { points: Points })[];
  /** What a person decided for values that no band claims. */
  otherwise?: Points | undefined;
}

export const bandsShape = (forms: NumberForms) => ({
  bands: z
    .array(
      z.strictObject({ ...intervalShape(forms), points: forms.points }).refine(isInterval, 'not_an_interval'),
    )
    .min(1)
    .max(50),
  otherwise: forms.points.optional(),
});

/** Two bands on one value, and values that none claims unless it is said what they give: never ours to decide. */
export function bandDoubts(
  { bands, otherwise }: Bands,
  max: Points,
  domain: { domain: Interval; whole?: boolean },
): RuleDoubt[] {
  const { overlaps, gaps } = coverOf(bands, domain);
  const best = points(Math.max(...bands.map(band => band.points), otherwise ?? zero));
  return [
    ...(overlaps.length > 0 ? [{ code: 'bands_overlap', at: overlaps } as const] : []),
    ...(gaps.length > 0 && otherwise === undefined ? [{ code: 'bands_gap', at: gaps } as const] : []),
    ...(best === max ? [] : [{ code: 'reaches', points: best } as const]),
  ];
}

/** The points of the band that a value lies in; `band` null: in none. */
export function bandOf(
  { bands, otherwise }: Bands,
  value: Decimal,
): { points: Points; band: Interval | null } {
  const exact = fractionOf(value);
  const found = bands.find(band => contains(band, exact));
  if (!found) return { points: otherwise ?? zero, band: null };
  const { points: given, ...band } = found;
  return { points: given, band };
}

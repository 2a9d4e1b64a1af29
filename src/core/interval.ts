import { z } from 'zod';
import { type Decimal, fractionOf } from './decimal.ts';
import { type Fraction, order } from './fraction.ts';
import type { NumberForms } from './number-forms.ts';

/** From–to with each bound's own inclusion: `ge` and `le` belong to it, `gt` and `lt` do not. */
export interface Interval {
  ge?: Decimal | undefined;
  gt?: Decimal | undefined;
  le?: Decimal | undefined;
  lt?: Decimal | undefined;
  /** Exactly this value; then nothing else is given. */
  eq?: Decimal | undefined;
}

export const intervalShape = ({ decimal }: NumberForms) => ({
  ge: decimal.optional(),
  gt: decimal.optional(),
  le: decimal.optional(),
  lt: decimal.optional(),
  eq: decimal.optional(),
});

/** For `refine`: at most one bound on each side, and something between them. */
export function isInterval({ ge, gt, le, lt, eq }: Interval): boolean {
  if (eq !== undefined) return [ge, gt, le, lt].every(bound => bound === undefined);
  if ((ge !== undefined && gt !== undefined) || (le !== undefined && lt !== undefined)) return false;
  const [low, high] = [ge ?? gt, le ?? lt];
  if (low === undefined || high === undefined) return true;
  const compared = order(fractionOf(low), fractionOf(high));
  return compared < 0 || (compared === 0 && gt === undefined && lt === undefined);
}

export const intervalSchema = (forms: NumberForms): z.ZodType<Interval> =>
  z.strictObject(intervalShape(forms)).refine(isInterval, 'not_an_interval');

export function contains({ ge, gt, le, lt, eq }: Interval, value: Fraction): boolean {
  const against = (bound: Decimal) => order(value, fractionOf(bound));
  if (eq !== undefined) return against(eq) === 0;
  if (ge !== undefined && against(ge) < 0) return false;
  if (gt !== undefined && against(gt) <= 0) return false;
  if (le !== undefined && against(le) > 0) return false;
  return lt === undefined || against(lt) < 0;
}

import { type Decimal, decimal, isWhole } from '../decimal.ts';
import type { NumberForms } from '../number-forms.ts';
import { type Points, points, zero } from '../points.ts';
import { type Bands, bandDoubts, bandOf, bandsShape } from './band-params.ts';
import type { RuleDoubt, RuleScope } from './rule.ts';

/** What a whole number of days or reports costs: so much for each, or by bands. */
export interface LossScale {
  each?: Points | undefined;
  bands?: Bands['bands'] | undefined;
  otherwise?: Points | undefined;
}

export const lossShape = (forms: NumberForms) => {
  const { bands, otherwise } = bandsShape(forms);
  return { each: forms.points.optional(), bands: bands.optional(), otherwise };
};

/** For `refine`. */
export function isScale({ each, bands, otherwise }: LossScale): boolean {
  return each === undefined ? bands !== undefined : bands === undefined && otherwise === undefined;
}

/** How many points are lost at `count`; of a penalty the bands name the loss itself. */
export function lossAt(
  { each, bands, otherwise }: LossScale,
  count: number,
  { max, counts }: RuleScope,
): Points {
  if (!bands) return points(Math.min(max, (each ?? zero) * count));
  const { points: given } = bandOf({ bands, otherwise }, decimal(String(count)));
  return points(Math.min(max, Math.max(0, counts === 'penalty' ? given : max - given)));
}

export function scaleDoubts(scale: LossScale, scope: RuleScope): RuleDoubt[] {
  const { bands, otherwise } = scale;
  if (!bands) return [];
  const domain = { domain: { ge: decimal('0') }, whole: true };
  const doubts = bandDoubts({ bands, otherwise }, scope.max, domain);
  return fallsBack(bands, scale, scope) ? [...doubts, { code: 'later_is_better' }] : doubts;
}

/** Somewhere more days (or missing reports) would cost less: an extension could then take points away. */
function fallsBack(bands: Bands['bands'], scale: LossScale, scope: RuleScope): boolean {
  const places = bands
    .flatMap(({ ge, gt, le, lt, eq }) => [ge, gt, le, lt, eq])
    .flatMap(bound => (bound === undefined ? [] : around(bound)));
  const losses = [0, ...places].sort((a, b) => a - b).map(place => lossAt(scale, place, scope));
  return losses.some((loss, index) => loss < (losses[index - 1] ?? zero));
}

/** The whole numbers on both sides of a bound, and the bound itself if it is one. */
function around(bound: Decimal): number[] {
  const whole = Number(bound.split('.')[0]);
  return isWhole(bound) ? [Math.max(0, whole - 1), whole, whole + 1] : [whole, whole + 1];
}

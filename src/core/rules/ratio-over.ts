import { z } from 'zod';
import { fractionOf } from '../decimal.ts';
import { ofPoints, order, over, times } from '../fraction.ts';
import { isTarget, targetFault, targetOf } from './ratio-params.ts';
import { defineRule } from './rule.ts';
import { scored } from './scored.ts';

/** max × actual ÷ target, beyond max where the target is passed, up to the table's cap if it has one. */
export const ratioOver = defineRule({
  id: 'ratio_over',
  version: 1,
  asks: 'ratio',
  params: forms =>
    z.strictObject({
      target: forms.decimal.refine(isTarget, 'target_zero').optional(),
      cap: forms.points.optional(),
    }),
  faultOf: (value, params) => targetFault(value, params.target),
  evaluate: ({ value }, { target: fixed, cap }, { max }) => {
    const target = targetOf(value, fixed);
    const reached = times(ofPoints(max), over(fractionOf(value.actual), fractionOf(target)));
    const capped = cap !== undefined && order(reached, ofPoints(cap)) > 0;
    return scored(capped ? cap : reached, {
      rule: 'ratio_over',
      facts: { actual: value.actual, target, cap: cap ?? null, capped },
    });
  },
});

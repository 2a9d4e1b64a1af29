import { z } from 'zod';
import { fractionOf } from '../decimal.ts';
import { least, ofPoints, one, over, times } from '../fraction.ts';
import { isTarget, targetFault, targetOf } from './ratio-params.ts';
import { defineRule } from './rule.ts';
import { scored } from './scored.ts';

/** max × actual ÷ target, and no more than max. */
export const ratio = defineRule({
  id: 'ratio',
  version: 1,
  asks: 'ratio',
  params: forms => z.strictObject({ target: forms.decimal.refine(isTarget, 'target_zero').optional() }),
  faultOf: (value, params) => targetFault(value, params.target),
  evaluate: ({ value }, params, { max }) => {
    const target = targetOf(value, params.target);
    const part = least(one, over(fractionOf(value.actual), fractionOf(target)));
    return scored(times(ofPoints(max), part), { rule: 'ratio', facts: { actual: value.actual, target } });
  },
});

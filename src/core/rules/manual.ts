import { z } from 'zod';
import { defineRule } from './rule.ts';
import { scored, signed } from './scored.ts';

/** The points a person has typed; of a penalty, how many are taken off. */
export const manual = defineRule({
  id: 'manual',
  version: 1,
  asks: 'points',
  /** `step`: only whole multiples of it, as where a table scores in halves. */
  params: forms => z.strictObject({ step: forms.points.optional() }),
  faultOf: ({ points }, { step }, { max }) => {
    if (points > max) return { code: 'out_of_range', min: 0, max };
    return step !== undefined && points % step !== 0 ? { code: 'off_step', step } : null;
  },
  evaluate: ({ value }, _, scope) => {
    const points = signed(value.points, scope);
    return scored(points, { rule: 'manual', facts: { points } });
  },
});

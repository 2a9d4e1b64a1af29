import { z } from 'zod';
import { points } from '../points.ts';
import { defineRule } from './rule.ts';
import { atMost, scored } from './scored.ts';

/** So many points for each item, up to the criterion's maximum (or a lower cap). */
export const bonusPerItem = defineRule({
  id: 'bonus_per_item',
  version: 1,
  asks: 'count',
  params: forms => z.strictObject({ each: forms.points, cap: forms.points.optional() }),
  evaluate: ({ value: { count } }, { each, cap: lower }, { max }) => {
    const cap = lower === undefined ? max : atMost(lower, max);
    const all = points(count * each);
    return scored(atMost(all, cap), {
      rule: 'bonus_per_item',
      facts: { count, each, cap, capped: all > cap },
    });
  },
});

import { z } from 'zod';
import { points, zero } from '../points.ts';
import { defineRule } from './rule.ts';
import { atMost, scored } from './scored.ts';

/**
 * So many points off for each occurrence: from the criterion's maximum down to a floor, or, where the criterion
 * is a penalty itself, from 0 down to what it may take off at most.
 */
export const penaltyPerOccurrence = defineRule({
  id: 'penalty_per_occurrence',
  version: 1,
  asks: 'count',
  params: forms => z.strictObject({ each: forms.points, floor: forms.points.optional() }),
  evaluate: ({ value: { count } }, { each, floor = zero }, { max, counts }) => {
    const from = counts === 'penalty' ? zero : max;
    const most = counts === 'penalty' ? max : points(Math.max(0, max - floor));
    const off = points(count * each);
    return scored(points(from - atMost(off, most)), {
      rule: 'penalty_per_occurrence',
      facts: { count, each, from, stopped: off > most },
    });
  },
});

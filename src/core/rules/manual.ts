import { z } from 'zod';
import { defineRule } from './rule.ts';

/** The points a person has typed. Not capped: an entry over the maximum is a fault to show, not to hide. */
export const manual = defineRule({
  id: 'manual',
  version: 1,
  params: z.strictObject({}),
  evaluate({ entered, max }) {
    if (entered?.value.kind !== 'points') return null;
    const { value, entryVersion, by, at } = entered;
    return {
      points: value.points,
      facts: { points: value.points, max, entryVersion, by, at: at.toISOString() },
    };
  },
});

import { z } from 'zod';
import { zero } from '../points.ts';
import { defineRule } from './rule.ts';
import { scored } from './scored.ts';

/** Something that keeps a unit out of the ranking (điểm liệt, không xét), whatever its points. */
export const knockout = defineRule({
  id: 'knockout',
  version: 1,
  effect: 'knockout',
  asks: 'yes_no',
  params: () => z.strictObject({}),
  evaluate: ({ value: { yes } }) => scored(zero, { rule: 'knockout', facts: { happened: yes } }),
});

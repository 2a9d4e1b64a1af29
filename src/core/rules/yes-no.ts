import { z } from 'zod';
import { zero } from '../points.ts';
import { defineRule } from './rule.ts';
import { scored, signed } from './scored.ts';

/** All of the criterion's points, or none. */
export const yesNo = defineRule({
  id: 'yes_no',
  version: 1,
  asks: 'yes_no',
  params: () => z.strictObject({}),
  evaluate: ({ value: { yes } }, _, scope) =>
    scored(yes ? signed(scope.max, scope) : zero, { rule: 'yes_no', facts: { yes } }),
});

import { z } from 'zod';
import { zero } from '../points.ts';
import { defineRule } from './rule.ts';
import { scored } from './scored.ts';

/** A precondition: with "no", the group it stands in has no points, whatever was reached there. Gives none itself. */
export const gate = defineRule({
  id: 'gate',
  version: 1,
  effect: 'gate',
  asks: 'yes_no',
  params: () => z.strictObject({}),
  evaluate: ({ value: { yes } }) => scored(zero, { rule: 'gate', facts: { open: yes } }),
});

import { z } from 'zod';
import { points } from '../points.ts';
import { defineRule } from './rule.ts';
import { atMost, scored, signed } from './scored.ts';

/** So many points for each inspected case that was found right. */
export const sample = defineRule({
  id: 'sample',
  version: 1,
  asks: 'count',
  params: forms => z.strictObject({ cases: z.int().positive().max(100_000), each: forms.points }),
  doubts: ({ cases, each }, { max }) => {
    const all = points(cases * each);
    return all === max ? [] : [{ code: 'reaches', points: all }];
  },
  faultOf: ({ count }, { cases }) => (count > cases ? { code: 'too_many', max: cases } : null),
  evaluate: ({ value: { count } }, { cases, each }, scope) =>
    scored(signed(atMost(points(count * each), scope.max), scope), {
      rule: 'sample',
      facts: { count, of: cases, each },
    }),
});

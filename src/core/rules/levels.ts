import { z } from 'zod';
import { type NumberForms, storedForms } from '../number-forms.ts';
import { type Points, points, zero } from '../points.ts';
import { defineRule } from './rule.ts';
import { scored, signed } from './scored.ts';

const paramsOf = (forms: NumberForms) =>
  z
    .strictObject({
      levels: z
        .array(
          z.strictObject({
            key: z.string().min(1).max(64),
            name: z.string().min(1).max(300),
            points: forms.points,
          }),
        )
        .min(1)
        .max(50),
    })
    .refine(({ levels }) => new Set(levels.map(one => one.key)).size === levels.length, 'level_twice');

const stored = paramsOf(storedForms);

/** What a criterion that asks for a level offers; nothing for one that does not. */
export function levelsOf(ref: {
  id: string;
  params: unknown;
}): { key: string; name: string; points: Points }[] {
  return ref.id === 'levels' ? (stored.safeParse(ref.params).data?.levels ?? []) : [];
}

/** Named levels, each with its points. */
export const levels = defineRule({
  id: 'levels',
  version: 1,
  asks: 'level',
  params: paramsOf,
  doubts: ({ levels }, { max }) => {
    const best = points(Math.max(...levels.map(one => one.points)));
    return best === max ? [] : [{ code: 'reaches', points: best }];
  },
  faultOf: ({ level }, { levels }) =>
    levels.some(one => one.key === level)
      ? null
      : { code: 'unknown_level', names: levels.map(one => one.name) },
  evaluate: ({ value: { level } }, { levels }, scope) => {
    const found = levels.find(one => one.key === level);
    return scored(signed(found?.points ?? zero, scope), {
      rule: 'levels',
      facts: { level, name: found?.name ?? level },
    });
  },
});

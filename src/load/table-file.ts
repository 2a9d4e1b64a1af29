import { z } from 'zod';
import { intervalShape, isInterval } from '../core/interval.ts';
import { type Points, zero } from '../core/points.ts';
import type { Counts } from '../core/rules/rule.ts';
import type { Caps, RuleRef } from '../core/score-table.ts';
import { defaultSettings } from '../core/table-settings.ts';
import { pointsAmount, pointsValue, words } from './file-values.ts';
import { fileForms, ruleText } from './rule-file.ts';

/** The format of docs/scores.md: a score table as people write it. */

export interface FileCriterion {
  no: string;
  name: string;
  /** Of a gate or a knockout 0, and best left out. */
  max: Points;
  counts: Counts;
  clause?: string | undefined;
  at_least?: Points | undefined;
  caps: Caps;
  rule?: RuleRef | undefined;
  children?: FileCriterion[] | undefined;
}

const limit = pointsAmount.nullable().default(null);
const capsSchema = z.strictObject({ bonus: limit, penalty: limit, total: limit }).prefault({});

const NO_POINTS = ['gate', 'knockout'];

const criterionSchema: z.ZodType<FileCriterion> = z.lazy(() =>
  z
    .strictObject({
      no: words(12),
      name: words(500),
      max: pointsValue.optional(),
      counts: z.enum(['base', 'bonus', 'penalty']).default('base'),
      clause: words(200).optional(),
      at_least: pointsAmount.optional(),
      caps: capsSchema,
      rule: ruleText.optional(),
      children: z.array(criterionSchema).min(1).optional(),
    })
    .transform(({ max, ...given }, context): FileCriterion => {
      if (given.rule && given.children)
        context.addIssue({ code: 'custom', message: 'rule_of_group', path: ['rule'] });
      if (max !== undefined) return { ...given, max };
      if (given.rule && NO_POINTS.includes(given.rule.id)) return { ...given, max: zero };
      context.addIssue({ code: 'custom', message: 'missing', path: ['max'] });
      return z.NEVER;
    }),
);

const word = words(200);
const decimals = z.union([z.literal(0), z.literal(1), z.literal(2)]);

const tieKeySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('criterion'), criterion: words(64) }),
  z.strictObject({
    by: z.literal('indicator'),
    key: words(64),
    name: word,
    prefer: z.enum(['higher', 'lower']).default('higher'),
  }),
  z.strictObject({ by: z.literal('ballot') }),
  z.strictObject({ by: z.literal('decision') }),
]);

const classCapSchema = z
  .strictObject({ event: words(64), name: word, max_class: word })
  .transform(({ max_class: maxClass, ...cap }) => ({ ...cap, maxClass }));

const classSchema = z
  .strictObject({ name: word, no_zero: z.boolean().default(false), ...intervalShape(fileForms) })
  .transform(({ name, no_zero, ...within }, context) => {
    if (!isInterval(within)) context.addIssue({ code: 'custom', message: 'not_an_interval' });
    return { name, noZero: no_zero, within };
  });

/** What is left out stands at its default. */
const settingsSchema = z
  .strictObject({
    rounding: z
      .strictObject({ at: z.enum(['leaf', 'group', 'total']).default('leaf'), decimals: decimals.default(2) })
      .prefault({}),
    shown_decimals: decimals.default(defaultSettings.shownDecimals),
    floor: z.enum(['none', 'group', 'table']).default(defaultSettings.floor),
    measure: z.enum(['points', 'percent']).default(defaultSettings.measure),
    ranking: z.enum(['gaps', 'dense']).default(defaultSettings.ranking),
    tie_break: z.array(tieKeySchema).max(20).default([]),
    classes: z.array(classSchema).max(20).default([]),
    class_caps: z.array(classCapSchema).max(50).default([]),
  })
  .transform(({ shown_decimals: shownDecimals, class_caps: classCaps, tie_break, ...same }) => {
    return { ...same, shownDecimals, classCaps, tieKeys: tie_break };
  });

export const tableFileSchema = z.strictObject({
  name: words(200),
  max: pointsValue,
  caps: capsSchema,
  settings: settingsSchema.prefault({}),
  criteria: z.array(criterionSchema).min(1),
});
export type TableFile = z.infer<typeof tableFileSchema>;

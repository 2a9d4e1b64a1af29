import { z } from 'zod';
import { at, type Day, endOf, isDay, isTimeOfDay, timeOfDay } from '../core/day.ts';
import { deadlineKinds, rollPolicies } from '../core/deadline.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import { dayText, decimalValue, pointsAmount, words } from './file-values.ts';

/** The format of docs/scores.md: what a tally is made of, as people write it. */

const name = words(200);
const key = words(64);

/** An instant with its offset, or a day: its first moment or its last, as the fact asks. */
const instantText = (ofDay: (on: Day) => Date) =>
  z.string().transform((text, context): Date => {
    if (isDay(text)) return ofDay(text);
    const instant = z.iso.datetime({ offset: true }).safeParse(text);
    if (instant.success) return new Date(text);
    context.addIssue({ code: 'custom', message: 'not_an_instant' });
    return z.NEVER;
  });
const fromStart = instantText(on => at(on, timeOfDay('00:00')));
const toEnd = instantText(endOf);

const answers = {
  points: pointsAmount.optional(),
  yes: z.boolean().optional(),
  level: key.optional(),
  number: decimalValue.optional(),
  actual: decimalValue.optional(),
  count: z.int().nonnegative().max(1_000_000).optional(),
  skipped: z.literal(true).optional(),
  not_assigned: z.literal(true).optional(),
};

const entrySchema = z
  .strictObject({
    unit: name,
    criterion: key,
    stage: key.default('self'),
    version: z.int().positive().default(1),
    /** Who entered it, where that matters. */
    by: name.default(''),
    at: fromStart.optional(),
    target: decimalValue.optional(),
    ...answers,
  })
  .transform(({ unit, criterion, stage, version, by, at, target, ...answer }, context) => {
    const values = valuesOf({ ...answer, target });
    const [value] = values;
    if (values.length === 1 && value && (target === undefined || value.kind === 'ratio'))
      return { unit, criterion, stage, version, by, at: at ?? null, value };
    context.addIssue({ code: 'custom', message: 'one_answer' });
    return z.NEVER;
  });

type Answers = { [K in keyof typeof answers]?: z.infer<(typeof answers)[K]> } & {
  target: z.infer<typeof decimalValue> | undefined;
};

function valuesOf(given: Answers): SheetValue[] {
  const { points, yes, level, number, actual, count, skipped, not_assigned, target = null } = given;
  return [
    ...(points === undefined ? [] : [{ kind: 'points', points } as const]),
    ...(yes === undefined ? [] : [{ kind: 'yes_no', yes } as const]),
    ...(level === undefined ? [] : [{ kind: 'level', level } as const]),
    ...(number === undefined ? [] : [{ kind: 'number', number } as const]),
    ...(actual === undefined ? [] : [{ kind: 'ratio', actual, target } as const]),
    ...(count === undefined ? [] : [{ kind: 'count', count } as const]),
    ...(skipped === undefined ? [] : [{ kind: 'skipped' } as const]),
    ...(not_assigned === undefined ? [] : [{ kind: 'not_assigned' } as const]),
  ];
}

const obligationSchema = z.strictObject({
  unit: name,
  title: name,
  kind: z.enum(deadlineKinds).default('report'),
  /** What a rule that names deadlines calls it. */
  deadline: key.optional(),
  due: dayText.nullable().default(null),
  /** Null: not yet, or sent back and owed again. */
  sent: fromStart.nullable().default(null),
  /** Where it is not the version that stands. */
  first_sent: fromStart.optional(),
});

const lateSchema = z.strictObject({
  roll: z.enum(rollPolicies).default('next_working_day'),
  end_of_day: z
    .string()
    .transform((text, context) => {
      if (isTimeOfDay(text)) return text;
      context.addIssue({ code: 'custom', message: 'not_a_time' });
      return z.NEVER;
    })
    .nullable()
    .default(null),
  /** Beside the public holidays that everybody knows. */
  off: z.array(dayText).max(400).default([]),
  working: z.array(dayText).max(400).default([]),
});

export const factsFileSchema = z.strictObject({
  now: toEnd.optional(),
  stages: z.array(key).min(1).max(20).default(['self']),
  self_score_closed: z.boolean().default(false),
  units: z
    .array(z.strictObject({ id: key, name: name.optional() }))
    .min(1)
    .max(500),
  entries: z.array(entrySchema).max(200_000).default([]),
  obligations: z.array(obligationSchema).max(50_000).default([]),
  late: lateSchema.prefault({}),
  indicators: z
    .array(z.strictObject({ unit: name, key, value: decimalValue }))
    .max(10_000)
    .default([]),
  knockouts: z
    .array(z.strictObject({ unit: name, reason: name, source: name }))
    .max(10_000)
    .default([]),
  events: z
    .array(z.strictObject({ unit: name, event: key, source: name }))
    .max(10_000)
    .default([]),
});
export type FactsFile = z.infer<typeof factsFileSchema>;

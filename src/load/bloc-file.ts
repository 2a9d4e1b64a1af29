import { z } from 'zod';
import { deadlineKinds } from '../core/deadline.ts';
import { blocLabels, blocLevels, obligedParties } from '../core/new-bloc.ts';
import { dueSchema } from './due-file.ts';
import { dayText, roomUserText, words } from './file-values.ts';
import { tableFileSchema } from './table-file.ts';

/** The format of docs/bloc-file.md. Strict: a misspelt key is a mistake, never ignored. */

const NAME = 200;
const TEXT = 500;

const unitSchema = z.strictObject({
  name: words(NAME),
  short_name: words(60).optional(),
  aliases: z.array(words(NAME)).max(20).default([]),
  role: z.enum(['lead', 'deputy', 'member']),
});

const personSchema = z.strictObject({
  name: words(NAME),
  unit: words(NAME),
  role: z.enum(['contact', 'member', 'clerk']),
  room: z.strictObject({ user: roomUserText }).optional(),
});

const deadlineSchema = z
  .strictObject({
    title: words(NAME),
    kind: z.enum(deadlineKinds),
    obliged: z.enum(obligedParties).default('units'),
    only: z.array(words(NAME)).min(1).optional(),
    due: dueSchema.optional(),
    rule_text: words(TEXT).optional(),
    recipient: words(NAME).optional(),
  })
  .superRefine(({ due, rule_text, only, obliged }, context) => {
    if (!due && !rule_text)
      context.addIssue({ code: 'custom', message: 'rule_text_needed', path: ['rule_text'] });
    if (only && obliged === 'bloc')
      context.addIssue({ code: 'custom', message: 'only_without_units', path: ['only'] });
  });

const year = z.int().min(2000).max(2100);

export const blocFileSchema = z.strictObject({
  council: z.strictObject({ name: words(NAME), area: words(NAME), level: z.enum(blocLevels) }),
  bloc: z.strictObject({
    name: words(NAME),
    label: z.enum(blocLabels).default('khối'),
    symbol: words(60).optional(),
    formation: z.strictObject({ number: words(60), date: dayText.optional() }).optional(),
  }),
  season: z
    .strictObject({ year: year.optional(), starts_on: dayText.optional(), ends_on: dayText.optional() })
    .prefault({}),
  settings: z.strictObject({ reminders: z.record(z.string(), z.unknown()).default({}) }).prefault({}),
  units: z.array(unitSchema).min(1).max(200),
  persons: z.array(personSchema).max(2000).default([]),
  room_group: z
    .strictObject({
      title: words(NAME),
      guests: z.array(z.strictObject({ name: words(NAME), user: roomUserText })).default([]),
    })
    .optional(),
  deadlines: z.array(deadlineSchema).max(1000).default([]),
  score_table: tableFileSchema.optional(),
});
export type BlocFile = z.infer<typeof blocFileSchema>;

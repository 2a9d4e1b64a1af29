import { z } from 'zod';
import { type Day, isDay } from './day.ts';
import type { DueItem } from './reminder-plan.ts';

const daySchema = z.custom<Day>(value => typeof value === 'string' && isDay(value), 'not_a_day');
const slot = { key: z.string(), day: daySchema, at: z.coerce.date() };
const party = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: z.string() }),
  z.object({ kind: z.literal('bloc') }),
]);

/** A planned slot as it comes back from its row. */
export const dueItemSchema: z.ZodType<DueItem> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['remind', 'overdue']), ...slot, party }),
  z.object({ kind: z.enum(['lead_overdue', 'digest']), ...slot }),
]);

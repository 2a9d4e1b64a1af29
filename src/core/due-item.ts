import { z } from 'zod';
import { type Day, isDay } from './day.ts';
import type { DueItem } from './reminder-plan.ts';

const daySchema = z.custom<Day>(value => typeof value === 'string' && isDay(value), 'not_a_day');
const slot = { key: z.string(), day: daySchema, at: z.coerce.date() };
const party = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: z.string() }),
  z.object({ kind: z.literal('bloc') }),
]);

/** The lead asked for a deadline's units to be reminded at that time, once more than planned. */
export interface NudgeItem {
  kind: 'nudge';
  key: string;
  day: Day;
  at: Date;
  deadlineId: string;
}

/** What comes due of reminders: planned, or asked for by hand. */
export type ClaimedItem = DueItem | NudgeItem;

/** As it comes back from its row. */
export const dueItemSchema: z.ZodType<ClaimedItem> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['remind', 'overdue']), ...slot, party }),
  z.object({ kind: z.enum(['lead_overdue', 'digest']), ...slot }),
  z.object({ kind: z.literal('nudge'), ...slot, deadlineId: z.string() }),
]);

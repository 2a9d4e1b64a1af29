import { z } from 'zod';
import { type Decimal, decimalSchema } from './decimal.ts';
import { pointsSchema } from './points-schema.ts';

/**
 * What was answered to a criterion. Three states must not be taken for one another: scored (0 is a score), not
 * yet (no value, or passed over on purpose), and not assigned to this unit ("không được giao").
 */
export const sheetValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: pointsSchema }),
  z.strictObject({ kind: z.literal('yes_no'), yes: z.boolean() }),
  z.strictObject({ kind: z.literal('level'), level: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal('number'), number: decimalSchema }),
  /** Where the table has the target, none is entered. */
  z.strictObject({ kind: z.literal('ratio'), actual: decimalSchema, target: decimalSchema.nullable() }),
  z.strictObject({ kind: z.literal('count'), count: z.int().nonnegative().max(1_000_000) }),
  z.strictObject({ kind: z.literal('skipped') }),
  z.strictObject({ kind: z.literal('not_assigned') }),
]);
export type SheetValue = z.infer<typeof sheetValueSchema>;

/** What a rule may ask for. */
export type AskedKind = Exclude<SheetValue['kind'], 'skipped' | 'not_assigned'>;
export type ValueOf<Kind extends AskedKind> = Extract<SheetValue, { kind: Kind }>;

/** Why a value cannot stand for a criterion; the sentences are in src/text/value-faults.ts. */
export type ValueFault =
  /** Another kind of answer than the rule asks for. */
  | { code: 'other_kind'; asked: AskedKind }
  /** The points come from the bot's own records; only "not assigned" may be entered. */
  | { code: 'derived' }
  | { code: 'out_of_range'; min: number; max: number }
  | { code: 'off_step'; step: number }
  | { code: 'unknown_level'; names: string[] }
  | { code: 'too_many'; max: number }
  | { code: 'outside'; low: Decimal | null; high: Decimal | null }
  | { code: 'target_needed' | 'target_given' | 'target_zero' };

/** One answer to one criterion. A correction is the next version; the highest holds. */
export interface Entry {
  criterionKey: string;
  /** From 1 on, without two alike for a criterion of a stage. */
  version: number;
  value: SheetValue;
  /** Person id. */
  by: string;
  byName: string;
  at: Date;
}

/** The entry that holds for each criterion, in whatever order the versions come. */
export function currentEntries<E extends Entry>(entries: readonly E[]): Map<string, E> {
  const current = new Map<string, E>();
  for (const entry of entries) {
    const held = current.get(entry.criterionKey);
    if (!held || entry.version > held.version) current.set(entry.criterionKey, entry);
  }
  return current;
}

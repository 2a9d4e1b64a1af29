import { z } from 'zod';
import { pointsSchema } from './points-schema.ts';

/**
 * Three states that must not be taken for one another: scored (0 is a score), not yet (no value, or passed
 * over on purpose), and not assigned to this unit ("không được giao").
 */
const sheetValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: pointsSchema }),
  z.strictObject({ kind: z.literal('skipped') }),
  z.strictObject({ kind: z.literal('not_assigned') }),
]);
export type SheetValue = z.infer<typeof sheetValueSchema>;

/** One answer to one criterion. A correction is the next version; the highest holds. */
export interface Entry {
  criterionKey: string;
  /** From 1 on, without two alike for a criterion. */
  version: number;
  value: SheetValue;
  /** Person id. */
  by: string;
  byName: string;
  at: Date;
}

/** The entry that holds for each criterion, in whatever order the versions come. */
export function currentEntries(entries: readonly Entry[]): Map<string, Entry> {
  const current = new Map<string, Entry>();
  for (const entry of entries) {
    const held = current.get(entry.criterionKey);
    if (!held || entry.version > held.version) current.set(entry.criterionKey, entry);
  }
  return current;
}

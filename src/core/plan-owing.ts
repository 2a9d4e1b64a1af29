import { z } from 'zod';
import type { PlannedDeadline } from './plan-draft.ts';

/** Some of the units, by the names that the document or the lead gives them. */
export const amongSchema = z.strictObject({
  kind: z.enum(['only', 'except']),
  names: z.array(z.string()),
});
export type Among = z.infer<typeof amongSchema>;

export interface Owing {
  unitIds: string[];
  /** The bloc itself owes it, for which its lead acts. */
  bloc: boolean;
  /** Names that are no unit's. */
  strangers: string[];
}

/**
 * Who owes an item. `find`: a name → the unit's id. A duty of somebody outside the bloc alone is for its lead to watch,
 * never everybody's.
 */
export function owingOf(
  { obliged, among }: Pick<PlannedDeadline, 'obliged' | 'among'>,
  unitIds: readonly string[],
  find: (name: string) => string | null,
): Owing {
  const bloc = obliged !== 'units';
  if (among === null) return { unitIds: obliged === 'bloc' ? [] : [...unitIds], bloc, strangers: [] };
  const named = new Set(among.names.flatMap(name => find(name) ?? []));
  const strangers = among.names.filter(name => find(name) === null);
  const only = among.kind === 'only';
  const own = unitIds.filter(id => named.has(id) === only);
  return { unitIds: own, bloc: bloc || own.length === 0, strangers };
}

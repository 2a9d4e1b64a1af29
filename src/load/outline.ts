import { z } from 'zod';
import { clean } from '../text/fold.ts';

/**
 * What of a file can be compared although other parts of it are wrong: so that a misspelt role does not hide
 * an unknown unit further down. Null stands for whatever is missing or of the wrong kind.
 */
const word = z.string().transform(clean).nullable().catch(null);
const listOf = <T>(item: z.ZodType<T>) => z.array(item).catch([]);

const unit = z
  .looseObject({ name: word, short_name: word, aliases: listOf(word), role: word })
  .catch({ name: null, short_name: null, aliases: [], role: null });

const room = z.looseObject({ user: word }).catch({ user: null });
const person = z
  .looseObject({ name: word, unit: word, role: word, room })
  .catch({ name: null, unit: null, role: null, room: { user: null } });
const guest = z.looseObject({ user: word }).catch({ user: null });
const deadline = z.looseObject({ title: word, only: listOf(word) }).catch({ title: null, only: [] });

export interface OutlineCriterion {
  no: string | null;
  children: OutlineCriterion[];
}
const criterion: z.ZodType<OutlineCriterion> = z.lazy(() =>
  z.looseObject({ no: word, children: listOf(criterion) }).catch({ no: null, children: [] }),
);

const outlineSchema = z.looseObject({
  settings: z
    .looseObject({ reminders: z.record(z.string(), z.unknown()).catch({}) })
    .catch({ reminders: {} }),
  units: listOf(unit),
  persons: listOf(person),
  room_group: z.looseObject({ guests: listOf(guest) }).catch({ guests: [] }),
  deadlines: listOf(deadline),
  score_table: z.looseObject({ criteria: listOf(criterion) }).catch({ criteria: [] }),
});
export type Outline = z.infer<typeof outlineSchema>;

/** Null for what is no object at all. */
export function outlineOf(file: unknown): Outline | null {
  return outlineSchema.safeParse(file).data ?? null;
}

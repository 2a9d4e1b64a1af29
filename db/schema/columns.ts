import { sql } from 'drizzle-orm';
import { bigint, date, pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core';

export const blocId = () => bigint('bloc_id', { mode: 'number' }).notNull();
/** UUIDv7, made in the application: `uuidv7()` in SQL exists from 18 on only. */
export const id = () => uuid('id').notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
export const dayColumn = (name: string) => date(name, { mode: 'string' });

/**
 * The row belongs to the bloc of the turn's setting. `nullif`: after a transaction a local setting leaves
 * '' behind, which must see nothing rather than fail. For everyone, the owner too (FORCE in a migration).
 */
export const ownBlocOnly = () =>
  pgPolicy('own_bloc_only', {
    for: 'all',
    to: 'public',
    using: sql`bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint`,
    withCheck: sql`bloc_id = nullif(current_setting('tlk.bloc_id', true), '')::bigint`,
  });

/** Who did it, acting for which unit, and when. */
export const actedBy = () => ({
  unitId: uuid('unit_id').notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

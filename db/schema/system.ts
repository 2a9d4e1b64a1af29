import { doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { dayColumn, instant } from './columns.ts';

/** Global: days off and make-up working days with their standing; a bloc confirms doubtful ones for itself. */
export const holiday = pgTable('holiday', {
  day: dayColumn('day').primaryKey(),
  what: text('what', { enum: ['off', 'working'] }).notNull(),
  name: text('name').notNull(),
  status: text('status', {
    enum: ['law', 'confirmed', 'likely', 'proposal', 'computed', 'unknown'],
  }).notNull(),
  source: text('source').notNull(),
});

/** Global: one-time codes that the operator prints, each good for creating one bloc (decision 5). */
export const setupCode = pgTable('setup_code', {
  codeHash: text('code_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** Global: the domain's clock where it is not the machine's: `base + (now − anchored) × speed`. One row. */
export const domainClock = pgTable('domain_clock', {
  id: integer('id').primaryKey(),
  base: instant('base').notNull(),
  anchored: instant('anchored').notNull(),
  speed: doublePrecision('speed').notNull(),
});

import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { actedBy, blocId, id, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';
import { criterion, ofCriterion, sheet } from './score.ts';
import { unit } from './unit.ts';

/** After publication: a unit asks for one line to be looked at again (kiến nghị). */
export const appeal = pgTable(
  'appeal',
  {
    blocId: blocId(),
    id: id(),
    ...ofCriterion(),
    text: text('text').notNull(),
    ...actedBy(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({
      columns: [t.blocId, t.sheetId, t.tableId],
      foreignColumns: [sheet.blocId, sheet.id, sheet.tableId],
    }),
    foreignKey({
      columns: [t.blocId, t.tableId, t.criterionKey],
      foreignColumns: [criterion.blocId, criterion.tableId, criterion.key],
    }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    index('appeal_of').on(t.blocId, t.tableId),
    ownBlocOnly(),
  ],
);

/** An appeal is decided once; a new value stands in the verdict that goes with it. */
export const appealDecision = pgTable(
  'appeal_decision',
  {
    blocId: blocId(),
    appealId: uuid('appeal_id').notNull(),
    kind: text('kind', { enum: ['accepted', 'rejected'] }).notNull(),
    reason: text('reason').notNull(),
    ...actedBy(),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.appealId] }),
    foreignKey({ columns: [t.blocId, t.appealId], foreignColumns: [appeal.blocId, appeal.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.madeBy], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bloc } from './bloc.ts';
import { blocId, dayColumn, id, instant, ownBlocOnly } from './columns.ts';
import { person } from './people.ts';

export const unit = pgTable(
  'unit',
  {
    blocId: blocId(),
    id: id(),
    name: text('name').notNull(),
    shortName: text('short_name'),
    aliases: text('aliases').array().notNull().default([]),
    /** Order as printed in the decision that formed the bloc. */
    position: integer('position').notNull(),
    validFrom: dayColumn('valid_from').notNull(),
    validTo: dayColumn('valid_to'),
    mergedInto: uuid('merged_into'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    foreignKey({ columns: [t.blocId, t.mergedInto], foreignColumns: [t.blocId, t.id] }),
    ownBlocOnly(),
  ],
);

/** Lead and deputy are units, for a time; a unit without a row here is a plain member. */
export const unitRole = pgTable(
  'unit_role',
  {
    blocId: blocId(),
    id: id(),
    unitId: uuid('unit_id').notNull(),
    role: text('role', { enum: ['lead', 'deputy'] }).notNull(),
    validFrom: dayColumn('valid_from').notNull(),
    validTo: dayColumn('valid_to'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    ownBlocOnly(),
  ],
);

/** A person acts for a unit: as its contact, a plain member of it, or the lead's clerk. */
export const membership = pgTable(
  'membership',
  {
    blocId: blocId(),
    id: id(),
    unitId: uuid('unit_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role', { enum: ['contact', 'member', 'clerk'] }).notNull(),
    validFrom: dayColumn('valid_from').notNull(),
    validTo: dayColumn('valid_to'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    index('membership_person').on(t.blocId, t.personId),
    ownBlocOnly(),
  ],
);

/** One-time pairing: whoever brings the code first becomes that unit's person. Only its hash is kept. */
export const pairingCode = pgTable(
  'pairing_code',
  {
    blocId: blocId(),
    id: id(),
    codeHash: text('code_hash').notNull(),
    unitId: uuid('unit_id').notNull(),
    role: text('role', { enum: ['contact', 'member', 'clerk'] }).notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: uuid('used_by'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId, t.unitId], foreignColumns: [unit.blocId, unit.id] }),
    foreignKey({ columns: [t.usedBy], foreignColumns: [person.id] }),
    unique('pairing_code_once').on(t.blocId, t.codeHash),
    ownBlocOnly(),
  ],
);

/** One-time code by which a lead binds a group chat to the bloc (decision 4); only its hash is kept. */
export const groupCode = pgTable(
  'group_code',
  {
    blocId: blocId(),
    codeHash: text('code_hash').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.codeHash] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    ownBlocOnly(),
  ],
);

/** A person is away, days included; what he would be told goes to whoever stands in for him. */
export const absence = pgTable(
  'absence',
  {
    blocId: blocId(),
    id: id(),
    personId: uuid('person_id').notNull(),
    standInId: uuid('stand_in_id').notNull(),
    fromDay: dayColumn('from_day').notNull(),
    toDay: dayColumn('to_day').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  t => [
    primaryKey({ columns: [t.blocId, t.id] }),
    foreignKey({ columns: [t.blocId], foreignColumns: [bloc.blocId] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    foreignKey({ columns: [t.standInId], foreignColumns: [person.id] }),
    ownBlocOnly(),
  ],
);

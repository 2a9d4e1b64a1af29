import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { PersonRole } from '../src/core/bloc.ts';
import { membership, pairingCode } from './schema/unit.ts';
import { instantText, rows, type Tx } from './tx.ts';

/** Codes are kept as hashes only, folded to what people may type. */
export const hashCode = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex');

export interface NewPairing {
  blocId: number;
  code: string;
  unitId: string;
  role: PersonRole;
  createdBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export async function addPairingCode(tx: Tx, { code, ...facts }: NewPairing): Promise<void> {
  await tx.insert(pairingCode).values({ ...facts, id: uuidv7(), codeHash: hashCode(code) });
}

const foundSchema = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  role: z.enum(['contact', 'member', 'clerk']),
  expiresAt: instantText,
  usedAt: instantText.nullable(),
  /** The person who brought it. */
  usedBy: z.string().nullable(),
});
export type FoundPairing = z.infer<typeof foundSchema>;

/** The entered bloc's code, locked: of two who bring it at once, one is first. */
export async function findPairingCode(tx: Tx, code: string): Promise<FoundPairing | null> {
  const [found] = await rows(
    tx,
    foundSchema,
    sql`select c.id, u.id as "unitId", u.name as "unitName", c.role, c.expires_at as "expiresAt",
      c.used_at as "usedAt", c.used_by as "usedBy" from pairing_code c join unit u on u.bloc_id = c.bloc_id and u.id = c.unit_id
      where c.code_hash = ${hashCode(code)} for update of c`,
  );
  return found ?? null;
}

export interface Membership {
  blocId: number;
  unitId: string;
  personId: string;
  role: PersonRole;
  validFrom: string;
}

/** False where the person holds this very post already. */
export async function addMembership(tx: Tx, given: Membership): Promise<boolean> {
  const held = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select id from membership where person_id = ${given.personId}::uuid and unit_id = ${given.unitId}::uuid
      and role = ${given.role} and (valid_to is null or valid_to >= ${given.validFrom}::date)`,
  );
  if (held.length > 0) return false;
  await tx.insert(membership).values({ ...given, id: uuidv7() });
  return true;
}

export async function usePairingCode(tx: Tx, id: string, personId: string, now: Date): Promise<void> {
  await tx.execute(sql`update pairing_code set used_at = ${now.toISOString()}::timestamptz,
    used_by = ${personId}::uuid where id = ${id}::uuid`);
}

/** The entered bloc's code is over; its id, null where it was no good before. */
export async function voidPairingCode(tx: Tx, code: string, now: Date): Promise<string | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [voided] = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`update pairing_code set expires_at = ${at}
      where code_hash = ${hashCode(code)} and used_at is null and expires_at > ${at} returning id`,
  );
  return voided?.id ?? null;
}

const contactsSchema = z.object({ unitId: z.string(), contacts: z.number() });

/** How many of the bloc's units have somebody who answers for them today. */
export async function unitsWithContact(tx: Tx, today: string) {
  const units = await rows(
    tx,
    contactsSchema,
    sql`select u.id as "unitId", count(m.id)::int as contacts from unit u
      left join membership m on m.bloc_id = u.bloc_id and m.unit_id = u.id and m.role = 'contact'
        and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)
      where u.valid_to is null or u.valid_to >= ${today}::date group by u.id`,
  );
  return {
    done: units.filter(({ contacts }) => contacts > 0).length,
    of: units.length,
    own: (unitId: string) => units.find(unit => unit.unitId === unitId)?.contacts ?? 0,
  };
}

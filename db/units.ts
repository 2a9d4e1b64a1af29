import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { UnitRole } from '../src/core/bloc.ts';
import { noteBlocOf } from './people.ts';
import { obligation } from './schema/deadline.ts';
import { membership, unit, unitRole } from './schema/unit.ts';
import { dayText, rows, type Tx } from './tx.ts';

const unitSchema = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  aliases: z.array(z.string()),
  role: z.enum(['lead', 'deputy', 'member']),
  validFrom: dayText,
});

/** The entered bloc's units on `today`, with all they are called. */
export const unitsInFull = (tx: Tx, today: string) =>
  rows(
    tx,
    unitSchema,
    sql`select u.id, u.name, u.short_name as "shortName", to_jsonb(u.aliases) as aliases,
        coalesce(r.role, 'member') as role, u.valid_from::text as "validFrom"
      from unit u left join unit_role r on r.bloc_id = u.bloc_id and r.unit_id = u.id
        and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date)
      where u.valid_from <= ${today}::date and (u.valid_to is null or u.valid_to >= ${today}::date)
      order by u.position`,
  );

interface UnitKey {
  blocId: number;
  unitId: string;
}

const here = ({ blocId, unitId }: UnitKey) => and(eq(unit.blocId, blocId), eq(unit.id, unitId));

export async function renameUnit(
  tx: Tx,
  key: UnitKey,
  set: { name?: string; shortName?: string | null; aliases?: string[] },
): Promise<void> {
  await tx.update(unit).set(set).where(here(key));
}

/** The unit's last day, and into which it was merged; its roles end with it. */
export async function endUnit(
  tx: Tx,
  key: UnitKey,
  lastDay: string,
  mergedInto: string | null,
): Promise<void> {
  await tx.update(unit).set({ validTo: lastDay, mergedInto }).where(here(key));
  await endRoles(tx, key.unitId, lastDay);
  // Nobody is paired with a unit that is no more.
  await tx.execute(sql`update pairing_code set expires_at = least(expires_at,
      (${lastDay}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') where unit_id = ${key.unitId}::uuid`);
}

const endRoles = (tx: Tx, unitId: string, lastDay: string) =>
  tx.execute(sql`update unit_role set valid_to = ${lastDay}::date
    where unit_id = ${unitId}::uuid and (valid_to is null or valid_to > ${lastDay}::date)`);

/** From a day on the unit has this role; the one lead before it is a member then. */
export async function setUnitRole(
  tx: Tx,
  key: UnitKey,
  role: UnitRole,
  { from, dayBefore }: { from: string; dayBefore: string },
): Promise<void> {
  await endRoles(tx, key.unitId, dayBefore);
  if (role === 'lead')
    await tx.execute(sql`update unit_role set valid_to = ${dayBefore}::date
      where role = 'lead' and (valid_to is null or valid_to > ${dayBefore}::date)`);
  if (role !== 'member') await tx.insert(unitRole).values({ ...key, id: uuidv7(), role, validFrom: from });
}

/** At the end of the printed order. */
export async function addUnit(tx: Tx, blocId: number, name: string, validFrom: string): Promise<string> {
  const id = uuidv7();
  const [last] = await rows(
    tx,
    z.object({ position: z.number() }),
    sql`select coalesce(max(position), -1) + 1 as position from unit`,
  );
  await tx.insert(unit).values({ blocId, id, name, position: last?.position ?? 0, validFrom });
  return id;
}

export async function addObligations(
  tx: Tx,
  at: { blocId: number; seasonId: string; unitId: string },
  deadlineIds: readonly string[],
  now: Date,
): Promise<void> {
  if (deadlineIds.length === 0) return;
  await tx
    .insert(obligation)
    .values(deadlineIds.map(deadlineId => ({ ...at, id: uuidv7(), deadlineId, createdAt: now })));
}

export async function withdrawObligations(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.execute(sql`update obligation set withdrawn_at = ${now.toISOString()}::timestamptz
    where withdrawn_at is null and id = any(${sql.param(ids)}::uuid[])`);
}

const postSchema = z.object({
  membershipId: z.string(),
  personId: z.string(),
  personName: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitRole: z.enum(['lead', 'deputy', 'member']),
  role: z.enum(['contact', 'member', 'clerk']),
});
export type HeldPost = z.infer<typeof postSchema>;

/** Everybody's posts today, in the order of units. */
export const heldPosts = (tx: Tx, today: string): Promise<HeldPost[]> =>
  rows(
    tx,
    postSchema,
    sql`select m.id as "membershipId", p.id as "personId", p.display_name as "personName", u.id as "unitId",
        u.name as "unitName", coalesce(r.role, 'member') as "unitRole", m.role
      from membership m join person p on p.id = m.person_id
      join unit u on u.bloc_id = m.bloc_id and u.id = m.unit_id
      left join unit_role r on r.bloc_id = u.bloc_id and r.unit_id = u.id
        and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date)
      where m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)
      order by u.position, m.role, p.display_name`,
  );

/** Ends posts with a day, never deletes them; whose last they were no longer belongs to the bloc. */
export async function endPosts(
  tx: Tx,
  blocId: number,
  posts: readonly HeldPost[],
  { lastDay, today }: { lastDay: string; today: string },
): Promise<void> {
  const ids = posts.map(post => post.membershipId);
  await tx.execute(sql`update membership set valid_to = ${lastDay}::date
    where id = any(${sql.param(ids)}::uuid[]) and (valid_to is null or valid_to > ${lastDay}::date)`);
  await noteLeavers(
    tx,
    blocId,
    posts.map(post => post.personId),
    today,
  );
}

export async function addPost(
  tx: Tx,
  post: { blocId: number; unitId: string; personId: string; role: HeldPost['role']; validFrom: string },
): Promise<void> {
  await tx.insert(membership).values({ ...post, id: uuidv7() });
  await noteBlocOf(tx, post.personId, post.blocId, true);
}

async function noteLeavers(tx: Tx, blocId: number, personIds: string[], today: string): Promise<void> {
  const staying = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select distinct person_id as id from membership where person_id = any(${sql.param(personIds)}::uuid[])
      and (valid_to is null or (valid_to >= ${today}::date and valid_to >= valid_from))`,
  );
  const ids = new Set(staying.map(one => one.id));
  for (const id of new Set(personIds)) if (!ids.has(id)) await noteBlocOf(tx, id, blocId, false);
}

import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { idText, instantText, rows, type Tx } from './tx.ts';

const dueSchema = z.object({
  id: idText,
  blocId: idText,
  kind: z.string(),
  key: z.string(),
  item: z.unknown(),
  dueAt: instantText,
});
export type DueRow = z.infer<typeof dueSchema>;

const storedSchema = z.object({ key: z.string(), day: z.string(), at: instantText, done: z.boolean() });

/** What is known of a bloc's slots of these kinds, waiting and done; others' kinds are others' business. */
export function storedDue(tx: Tx, blocId: number, kinds: readonly string[], since: Date) {
  return rows(
    tx,
    storedSchema,
    sql`select key, item->>'day' as day, due_at as at, state = 'done' as done from due
      where bloc_id = ${blocId} and kind = any(${sql.param(kinds)}::text[])
        and (state = 'waiting' or done_at > ${since.toISOString()}::timestamptz)`,
  );
}

export interface DueChange {
  insert: { kind: string; key: string; at: Date }[];
  move: { kind: string; key: string; at: Date }[];
  remove: string[];
}

/** Carries a re-planning out. What was done stays done under its key, so that nothing happens twice. */
export async function changeDue(tx: Tx, blocId: number, { insert, move, remove }: DueChange): Promise<void> {
  const put = [...insert, ...move];
  if (put.length > 0)
    await tx.execute(sql`
      insert into due (bloc_id, kind, key, item, due_at)
      select ${blocId}, w->>'kind', w->>'key', w, (w->>'at')::timestamptz
      from jsonb_array_elements(${JSON.stringify(put)}::text::jsonb) as w
      on conflict (bloc_id, key) do update set due_at = excluded.due_at, item = excluded.item
        where due.state = 'waiting'`);
  if (remove.length > 0)
    await tx.execute(sql`delete from due where bloc_id = ${blocId} and state = 'waiting'
      and key = any(${sql.param(remove)}::text[])`);
}

/** Something that happens once, at that time, without a planner: what is planned of other kinds leaves it alone. */
export async function addDue(
  tx: Tx,
  blocId: number,
  item: { kind: string; key: string; at: Date } & Record<string, unknown>,
): Promise<void> {
  await changeDue(tx, blocId, { insert: [item], move: [], remove: [] });
}

/** Takes back what still waits under keys that begin so. @returns how much that was */
export async function removeDue(tx: Tx, blocId: number, kind: string, prefix: string): Promise<number> {
  const removed = await rows(
    tx,
    z.object({ id: idText }),
    sql`delete from due where bloc_id = ${blocId} and kind = ${kind} and state = 'waiting'
      and starts_with(key, ${prefix}) returning id`,
  );
  return removed.length;
}

/** Blocs with something due at `now`, the longest waiting first, and of what kinds it is. */
export function blocsWithDue(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ blocId: number; kinds: string[] }[]> {
  return rows(
    tx,
    z.object({ blocId: idText, kinds: z.array(z.string()) }),
    sql`select bloc_id as "blocId", array_agg(distinct kind) as kinds from (
        select bloc_id, kind, due_at from due where state = 'waiting' and due_at <= ${now.toISOString()}::timestamptz
        order by due_at limit 5000) as d
      group by bloc_id order by min(due_at) limit ${limit}`,
  );
}

/** What was done of these kinds since then. */
export async function doneDue(
  tx: Tx,
  blocId: number,
  kinds: readonly string[],
  since: Date,
): Promise<unknown[]> {
  const done = await rows(
    tx,
    z.object({ item: z.unknown() }),
    sql`select item from due where bloc_id = ${blocId} and kind = any(${sql.param(kinds)}::text[])
      and state = 'done' and done_at >= ${since.toISOString()}::timestamptz`,
  );
  return done.map(one => one.item);
}

/** Whether something of that kind waits that is due by now. */
export async function isDue(tx: Tx, kind: string, now: Date): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ due: z.boolean() }),
    sql`select exists (select from due where state = 'waiting' and kind = ${kind}
      and due_at <= ${now.toISOString()}::timestamptz) as due`,
  );
  return row?.due === true;
}

/**
 * The bloc's due rows of these kinds, locked; another process at the same bloc gets none of them. Row locks alone
 * would let two that begin together share them out, and what belongs in one message would be said in two.
 */
export async function claimDue(
  tx: Tx,
  blocId: number,
  kinds: readonly string[],
  now: Date,
): Promise<DueRow[]> {
  const [mine] = await rows(
    tx,
    z.object({ locked: z.boolean() }),
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`due|${blocId}|${kinds.join()}`}, 2)) as locked`,
  );
  if (!mine?.locked) return [];
  return rows(
    tx,
    dueSchema,
    sql`select id, bloc_id as "blocId", kind, key, item, due_at as "dueAt" from due
      where bloc_id = ${blocId} and kind = any(${sql.param(kinds)}::text[]) and state = 'waiting'
        and due_at <= ${now.toISOString()}::timestamptz
      order by due_at, id for update skip locked`,
  );
}

export async function finishDue(tx: Tx, ids: number[], now: Date): Promise<void> {
  await tx.execute(sql`update due set state = 'done', done_at = ${now.toISOString()}::timestamptz
    where id = any(${sql.param(ids)}::bigint[])`);
}

export async function postponeDue(tx: Tx, ids: number[], to: Date): Promise<void> {
  await tx.execute(sql`update due set due_at = ${to.toISOString()}::timestamptz
    where id = any(${sql.param(ids)}::bigint[])`);
}

/** When the next due thing of all blocs is, in the domain's time; null = nothing planned. */
export async function nextDueAt(tx: Tx): Promise<Date | null> {
  const [row] = await rows(
    tx,
    z.object({ at: instantText.nullable() }),
    sql`select min(due_at) as at from due where state = 'waiting'`,
  );
  return row?.at ?? null;
}

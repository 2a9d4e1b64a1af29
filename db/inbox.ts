import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { jsonText } from './json.ts';
import { idText, instantText, rows, type Tx } from './tx.ts';

/** Any number that no other advisory lock of ours uses. */
const INTAKE_LOCK = 7_302_000_001;

export interface NewInboxRow {
  platform: string;
  botId: string;
  eventKey: string;
  chatId: string;
  chatKind: 'private' | 'group';
  userId: string | null;
  raw: unknown;
  state: 'fetching' | 'waiting' | 'secret';
}

/**
 * One INSERT for all that arrived together; events seen before change nothing. Returns how many were new.
 * Processes store one after the other: two that hold the same events in different orders would wait for each
 * other's keys, and ids follow the order of commits, so that a chat's events are taken as they came.
 */
export async function storeEvents(tx: Tx, events: NewInboxRow[]): Promise<number> {
  const stored = await tx.execute(sql`
    with queue as materialized (select pg_advisory_xact_lock(${INTAKE_LOCK}))
    insert into inbox (platform, bot_id, event_key, chat_id, chat_kind, user_id, raw, state)
    select r.platform, r."botId", r."eventKey", r."chatId", r."chatKind", r."userId", r.raw, r.state
    from queue, jsonb_to_recordset(${jsonText(events)}::text::jsonb) as r(platform text, "botId" text,
      "eventKey" text, "chatId" text, "chatKind" text, "userId" text, raw jsonb, state text)
    on conflict do nothing returning id`);
  return stored.length;
}

const claimedSchema = z.object({
  id: idText,
  platform: z.enum(['room', 'telegram', 'zalo']),
  botId: z.string(),
  chatId: z.string(),
  chatKind: z.enum(['private', 'group']),
  userId: z.string().nullable(),
  raw: z.unknown(),
  state: z.enum(['waiting', 'secret']),
  attempts: z.number(),
  error: z.string().nullable(),
  receivedAt: instantText,
  chatKnown: z.boolean(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  personBlocs: z.array(idText).nullable(),
  /** The bloc that the chat speaks of (decision 3), null where none is known. */
  blocId: idText.nullable(),
});

/** A group's own; in private the one that the person speaks of now. */
const blocOfEvent = sql`case when i.chat_kind = 'group' then b.bloc_id
  else coalesce(p.current_bloc_id, p.bloc_ids[1]) end`;

/** Of all blocs, those that one of several hands looks after. */
export interface Share {
  of: number;
  rest: number;
}
const WHOLE: Share = { of: 1, rest: 0 };

export type ClaimedEvent = z.infer<typeof claimedSchema>;

/**
 * The oldest open event of each of up to `limit` chats that nobody else is at, locked until the
 * transaction ends: the row (SKIP LOCKED) against another worker, the chat's advisory lock against
 * events that were committed out of order. With the sender's account and the chat's bloc; of the blocs whose
 * number leaves `share.rest` when divided by `share.of`. Times are kept to the millisecond, rounded: half of what was stored just now would seem to lie ahead and wait
 * for the next look. Without a join on the queue itself (`offset 0` keeps the look at a chat's earlier events apart): a
 * plan made while it was empty would go through all of it for each row, for as long as the connection lives.
 */
export function claimEvents(tx: Tx, limit: number, share: Share = WHOLE): Promise<ClaimedEvent[]> {
  return rows(
    tx,
    claimedSchema,
    sql`
    with head as materialized (
      select i.id, i.platform, i.bot_id as "botId", i.chat_id as "chatId", i.chat_kind as "chatKind",
        i.user_id as "userId", i.raw, i.state, i.attempts, i.error, i.received_at as "receivedAt",
        b.chat_id is not null and b.gone_at is null as "chatKnown", p.id as "personId",
        p.display_name as "personName", p.bloc_ids as "personBlocs", ${blocOfEvent} as "blocId"
      from inbox i
      left join chat_binding b on b.platform = i.platform and b.bot_id = i.bot_id and b.chat_id = i.chat_id
      left join account a on a.platform = i.platform and a.bot_id = i.bot_id and a.user_id = i.user_id
      left join person p on p.id = a.person_id
      where i.state in ('waiting', 'secret') and i.not_before <= now() + interval '1 ms'
        and not exists (select from inbox j where j.platform = i.platform and j.bot_id = i.bot_id
          and j.chat_id = i.chat_id and j.state in ('fetching', 'waiting', 'secret') and j.id < i.id offset 0)
        and coalesce(${blocOfEvent}, 0) % ${share.of} = ${share.rest}
      order by i.id limit ${limit} for update of i skip locked
    )
    select * from head where pg_try_advisory_xact_lock(hashtextextended(
      platform || '|' || "botId" || '|' || "chatId", 0)) order by id`,
  );
}

/**
 * Done: the attachments go, and what must not lie about (decision 16) is blanked in the same stroke. Returns whether
 * others wait whose time has come: what is stored from now on wakes the worker itself.
 */
export async function finishEvents(tx: Tx, ids: number[], blank: number[]): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ more: z.boolean() }),
    sql`
    with done as (
      update inbox set state = 'done', done_at = now(), error = null,
        raw = case when id = any(${sql.param(blank)}::bigint[]) then null else raw end
      where id = any(${sql.param(ids)}::bigint[]) returning id),
    gone as (delete from inbox_file where inbox_id in (select id from done))
    select exists (select from inbox where state in ('waiting', 'secret')
      and not_before <= now() + interval '1 ms' and id <> all(${sql.param(ids)}::bigint[])) as more`,
  );
  return row?.more === true;
}

/** A turn failed: again after a pause that grows, and set aside as dead after `most` attempts, if `blank` without its body. */
export async function failEvent(
  tx: Tx,
  id: number,
  error: string,
  { most, blank }: { most: number; blank: boolean },
): Promise<'again' | 'dead'> {
  const [row] = await rows(
    tx,
    z.object({ state: z.string() }),
    sql`
    update inbox set attempts = attempts + 1, error = ${error},
      not_before = now() + interval '1 second' * power(2, attempts),
      state = case when attempts + 1 >= ${most} then 'dead' else state end,
      done_at = case when attempts + 1 >= ${most} then now() end,
      raw = case when attempts + 1 >= ${most} and ${blank} then null else raw end
    where id = ${id} returning state`,
  );
  return row?.state === 'dead' ? 'dead' : 'again';
}

/** Age of the oldest event still waiting, in seconds by the database's clock; null where none is. */
export async function oldestWaiting(tx: Tx): Promise<{ events: number | null; messages: number | null }> {
  const [row] = await rows(
    tx,
    z.object({ events: z.coerce.number().nullable(), messages: z.coerce.number().nullable() }),
    sql`select
      (select extract(epoch from now() - min(received_at)) from inbox
        where state in ('fetching', 'waiting', 'secret')) as events,
      (select extract(epoch from now() - min(created_at)) from outbox
        where state in ('waiting', 'sending')) as messages`,
  );
  return row ?? { events: null, messages: null };
}

/** Nothing open in either queue: everything that came in has been answered. */
export async function queuesAreEmpty(tx: Tx): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ busy: z.boolean() }),
    sql`select exists (select from inbox where state in ('fetching', 'waiting', 'secret'))
      or exists (select from outbox where state in ('waiting', 'sending')) as busy`,
  );
  return row?.busy === false;
}

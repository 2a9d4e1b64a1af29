import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Message, messageSchema } from '../src/core/message.ts';
import { jsonText } from './json.ts';
import { idText, rows, type Tx } from './tx.ts';

export interface NewMessage {
  platform: string;
  botId: string;
  chatId: string;
  chatKind: 'private' | 'group';
  class: 'reply' | 'bulk';
  /** Unique for ever: what makes the same cause said once. */
  dedupeKey: string;
  blocId: number | null;
  body: Message;
}

/** In the given order, which is the order of sending within a chat and class. */
export async function enqueue(tx: Tx, messages: NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.execute(sql`
    insert into outbox (platform, bot_id, chat_id, chat_kind, class, dedupe_key, bloc_id, body)
    select m->>'platform', m->>'botId', m->>'chatId', m->>'chatKind', m->>'class', m->>'dedupeKey',
      (m->>'blocId')::bigint, m->'body'
    from jsonb_array_elements(${jsonText(messages)}::text::jsonb) with ordinality as e(m, n)
    order by n on conflict do nothing`);
}

const pinnedSchema = z.object({
  platform: z.string(),
  botId: z.string(),
  chatId: z.string(),
  dedupeKey: z.string(),
  body: messageSchema,
});
export type Pinned = z.infer<typeof pinnedSchema>;

/** What the bloc's groups have at their top, or will have once it is sent: of each the newest. */
export function pinnedMessages(tx: Tx, blocId: number): Promise<Pinned[]> {
  return rows(
    tx,
    pinnedSchema,
    sql`select distinct on (platform, bot_id, chat_id) platform, bot_id as "botId", chat_id as "chatId",
        dedupe_key as "dedupeKey", body
      from outbox where bloc_id = ${blocId} and body ? 'pinned' and state not in ('refused', 'gone')
      order by platform, bot_id, chat_id, id desc`,
  );
}

/**
 * A claim's commit does not wait for the disk, since every answer waits for its claim. What a power cut takes
 * of it is a message whose mark is missing too: its outcome is unknown, it is sent once more like any other.
 * A killed process of ours takes nothing.
 */
const unhurried = sql`unhurried as materialized (select set_config('synchronous_commit', 'off', true))`;

const claimedSchema = z.object({
  id: idText,
  platform: z.string(),
  botId: z.string(),
  chatId: z.string(),
  chatKind: z.enum(['private', 'group']),
  class: z.enum(['reply', 'bulk']),
  dedupeKey: z.string(),
  blocId: idText.nullable(),
  body: messageSchema,
  attempts: z.number(),
  unknowns: z.number(),
  editsMessageId: z.string().nullable(),
  topic: z.string().nullable(),
});

export type ClaimedMessage = z.infer<typeof claimedSchema>;

/** How much of the class `bulk` may go now. */
export interface BulkRoom {
  most: number;
  /** Bots that have none, as `platform|botId`. */
  held: readonly string[];
  /** Chats that were written to just now, as `platform|botId|chatId`. */
  resting: readonly string[];
}

/** Open, and nothing in its chat, `p`, has to be said before it or is being said. */
const mayGo = (before: SQL) => sql`o.state = 'waiting' and o.not_before <= now() + interval '1 ms'
        and not exists (select from outbox p where p.platform = o.platform and p.bot_id = o.bot_id
          and p.chat_id = o.chat_id and p.state in ('waiting', 'sending') and (p.state = 'sending' or ${before}) offset 0)`;
/** Notices that nobody asked for let an answer pass, but not between their parts nor while the chat is to be spared. */
const replyMayGo = mayGo(sql`p.id < o.id and (p.class = 'reply' or p.attempts > 0)`);
const bulkMayGo = mayGo(sql`p.id < o.id or (p.class = 'reply' and o.attempts = 0)`);

/**
 * The first open message of each of up to `limit` chats: one in flight per chat keeps its order, also where
 * one with a lower number was committed later. Replies go before bulk, in their chat too. `owner` is the claiming
 * process, see `releaseLost`. Rows of the queue are looked up and not joined, for the reason given at `claimEvents`.
 */
export function claimMessages(
  tx: Tx,
  owner: number,
  limit: number,
  { most, held, resting }: BulkRoom = { most: limit, held: [], resting: [] },
): Promise<ClaimedMessage[]> {
  return rows(
    tx,
    claimedSchema,
    sql`
    with ${unhurried}, replies as materialized (
      select o.id from outbox o, unhurried where o.class = 'reply' and ${replyMayGo}
      order by o.id limit ${limit} for update of o skip locked
    ), bulk as materialized (
      select o.id from outbox o where o.class = 'bulk' and ${bulkMayGo}
        and o.platform || '|' || o.bot_id <> all(${sql.param(held)}::text[])
        and o.platform || '|' || o.bot_id || '|' || o.chat_id <> all(${sql.param(resting)}::text[])
      order by o.id limit least(${most}::int, ${limit}::int - (select count(*) from replies)) for update skip locked
    ), head as (
      select id from replies union all select id from bulk
    ), claimed as (
      update outbox o set state = 'sending', owner = ${owner}, claimed_at = now(), attempts = attempts + 1
      where o.id = any(array(select id from head)) returning o.*
    )
    select c.id, c.platform, c.bot_id as "botId", c.chat_id as "chatId", c.chat_kind as "chatKind", c.class,
      c.dedupe_key as "dedupeKey", c.bloc_id as "blocId", c.body, c.attempts, c.unknowns,
      (select e.message_id from outbox e where e.dedupe_key = c.body->>'edits') as "editsMessageId", b.topic
    from claimed c
    left join chat_binding b on b.platform = c.platform and b.bot_id = c.bot_id and b.chat_id = c.chat_id
    order by c.class desc, c.id`,
  );
}

export interface SendResult {
  id: number;
  state: 'sent' | 'waiting' | 'unknown' | 'gone' | 'refused';
  messageId: string | null;
  error: string | null;
  /** Milliseconds until the next attempt; 0 for a final state. */
  afterMs: number;
  /** Whether this attempt ended with nobody knowing. */
  unknown: boolean;
  /** The chat's new id, where the platform gave one. */
  chatId: string | null;
  /** What is still to be said of a message that is sent in parts. */
  rest: Message | null;
}

/**
 * All outcomes of a round in one statement, which may be said twice: a message is set back only while it is
 * still in the hands of `owner`, but known to be sent it is sent for good. The ids are said twice, so that they are
 * looked up (see `claimEvents`). Returns whether others wait whose time has come.
 */
export async function recordSends(tx: Tx, owner: number, results: SendResult[]): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ more: z.boolean() }),
    sql`
    with recorded as (
    update outbox o set state = r.state, owner = null, error = r.error,
      message_id = coalesce(r."messageId", o.message_id), chat_id = coalesce(r."chatId", o.chat_id),
      body = coalesce(r.rest, o.body),
      sent_at = case when r.state = 'sent' then now() end,
      not_before = now() + r."afterMs" * interval '1 millisecond',
      unknowns = case when r.rest is null then o.unknowns + r.unknown::int else 0 end
    from jsonb_to_recordset(${jsonText(results)}::text::jsonb) as r(id bigint, state text, "messageId" text,
      error text, "afterMs" int, unknown boolean, "chatId" text, rest jsonb)
    where o.id = any(${sql.param(results.map(one => one.id))}::bigint[]) and o.id = r.id and (r.state = 'sent' or (o.state = 'sending' and o.owner = ${owner})))
    select exists (select from outbox where state = 'waiting' and not_before <= now() + interval '1 ms') as more`,
  );
  return row?.more === true;
}

/** A sending process, and the messages that it knows to be in its hands. */
export interface Sending {
  owner: number;
  inHand: number[];
}

/**
 * Messages in the hands of a process that is no more (its session lock is gone) have an unknown outcome:
 * once more, and never a second time (decision 15); in the room, where a message said again is the same one, until it
 * is said. Those that are ours without our knowing of it (the answer
 * to a claim was lost, or a crash of the database took a mark) wait again. Returns how many are to be sent.
 */
export async function releaseLost(tx: Tx, lockClass: number, me: Sending): Promise<number> {
  const again = await rows(
    tx,
    z.object({ state: z.string() }),
    sql`
    update outbox set owner = null,
      state = case when owner = ${me.owner} or unknowns = 0 or platform = 'room' then 'waiting' else 'unknown' end,
      unknowns = case when owner = ${me.owner} then unknowns else unknowns + 1 end,
      error = case when owner = ${me.owner} then 'claim or mark lost' else 'process ended while sending' end
    where state = 'sending' and case
      when owner = ${me.owner} then id <> all(${sql.param(me.inHand)}::bigint[])
      else owner not in (
        select l.objid::bigint::int from pg_locks l
        where l.locktype = 'advisory' and l.classid = ${lockClass} and l.objsubid = 2 and l.granted
          and l.database = (select oid from pg_database where datname = current_database()))
      end
    returning state`,
  );
  return again.filter(row => row.state === 'waiting').length;
}

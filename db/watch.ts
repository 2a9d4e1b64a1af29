import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { instantText, rows, type Tx } from './tx.ts';

const lookSchema = z.object({
  /** The database's clock. */
  at: instantText,
  events: z.coerce.number().nullable(),
  messages: z.coerce.number().nullable(),
  /** Ids of events set aside since the last look, or shortly before it. */
  dead: z.array(z.coerce.number()),
  waiting: z.record(z.string(), z.number()),
  givenUp: z.number(),
});
export type Look = z.infer<typeof lookSchema>;

/** Events among which dead ones are sought: an event is set aside within a minute, and no index leads there. */
const RECENT = 20_000;
/** A turn writes when it set an event aside before it commits. */
const OVERLAP = '1 minute';

/** What an operator watches, in one round trip; since looks overlap, `dead` may name what the last did. */
export async function lookAtQueues(tx: Tx, since: Date | null): Promise<Look> {
  const [row] = await rows(
    tx,
    lookSchema,
    sql`select clock_timestamp() as at,
      (select extract(epoch from now() - min(received_at)) from inbox
        where state in ('fetching', 'waiting', 'secret')) as events,
      (select extract(epoch from now() - min(created_at)) from outbox
        where state in ('waiting', 'sending')) as messages,
      (select coalesce(jsonb_agg(id), '[]') from inbox
        where id > (select max(id) from inbox) - ${RECENT}::bigint and state = 'dead'
          and done_at > coalesce(${since?.toISOString() ?? null}::timestamptz, clock_timestamp()) - ${OVERLAP}::interval
      ) as dead,
      (select coalesce(jsonb_object_agg(platform, n), '{}') from (select platform, count(*) as n from outbox
        where state in ('waiting', 'sending') group by platform) w) as waiting,
      (select count(*)::int from outbox o where o.state = 'unknown' and o.created_at > now() - interval '1 day'
        and not exists (select from outbox p where p.id > o.id and p.state = 'sent' and p.platform = o.platform
          and p.bot_id = o.bot_id and p.chat_id = o.chat_id)) as "givenUp"`,
  );
  if (!row) throw new Error('no answer about the queues');
  return row;
}

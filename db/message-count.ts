import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows, type Tx } from './tx.ts';

export interface BotKey {
  platform: string;
  botId: string;
}

/** Deliveries are the machine's: the month is the database's, in Vietnam. */
const month = sql`to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`;

const sentSchema = z.object({ sent: z.number() });

export async function sentThisMonth(tx: Tx, { platform, botId }: BotKey): Promise<number> {
  const [row] = await rows(
    tx,
    sentSchema,
    sql`select sent from message_count where platform = ${platform} and bot_id = ${botId} and month = ${month}`,
  );
  return row?.sent ?? 0;
}

/** One more; returns how many that makes. */
export async function countMessage(tx: Tx, { platform, botId }: BotKey): Promise<number> {
  const [row] = await rows(
    tx,
    sentSchema,
    sql`insert into message_count (platform, bot_id, month, sent) values (${platform}, ${botId}, ${month}, 1)
      on conflict (platform, bot_id, month) do update set sent = message_count.sent + 1 returning sent`,
  );
  return row?.sent ?? 0;
}

const countSchema = z.object({ platform: z.string(), botId: z.string(), sent: z.number() });
export type MessageCount = z.infer<typeof countSchema>;

/** Of every bot that has sent something this month. */
export const messageCounts = (tx: Tx): Promise<MessageCount[]> =>
  rows(
    tx,
    countSchema,
    sql`select platform, bot_id as "botId", sent from message_count where month = ${month} order by 1, 2`,
  );

/** Blocs that a bot speaks to. */
export async function blocsOfBot(tx: Tx, { platform, botId }: BotKey): Promise<number[]> {
  const found = await rows(
    tx,
    z.object({ blocId: z.coerce.number() }),
    sql`select distinct coalesce(b.bloc_id, x.id) as "blocId" from chat_binding b
      left join person p on p.id = b.person_id left join lateral unnest(p.bloc_ids) as x(id) on b.bloc_id is null
      where b.platform = ${platform} and b.bot_id = ${botId} and b.gone_at is null
        and coalesce(b.bloc_id, x.id) is not null order by 1`,
  );
  return found.map(one => one.blocId);
}

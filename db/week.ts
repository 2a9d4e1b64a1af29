import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows, type Tx } from './tx.ts';

const weekSchema = z.object({ reminders: z.number(), reports: z.number(), errors: z.number() });

/**
 * What happened in the entered bloc since `since`: reminders and reports by the domain's time; messages that
 * could not be delivered and events given up in the machine's last seven days.
 */
export async function weekOf(tx: Tx, blocId: number, since: Date): Promise<z.infer<typeof weekSchema>> {
  const [row] = await rows(
    tx,
    weekSchema,
    sql`select
      (select coalesce(sum((detail->>'messages')::int), 0)::int from audit
        where bloc_id = ${blocId} and action in ('reminder.sent', 'reminder.nudged')
          and at > ${since.toISOString()}::timestamptz) as reminders,
      (select count(*)::int from submission
        where bloc_id = ${blocId} and received_at > ${since.toISOString()}::timestamptz) as reports,
      (select count(*)::int from outbox
        where bloc_id = ${blocId} and state in ('unknown', 'refused', 'gone')
          and created_at > now() - interval '7 days')
      + (select count(*)::int from inbox i
        join chat_binding c on c.platform = i.platform and c.bot_id = i.bot_id and c.chat_id = i.chat_id
        left join person p on p.id = c.person_id
        where i.state = 'dead' and i.received_at > now() - interval '7 days'
          and (c.bloc_id = ${blocId} or ${blocId} = any(p.bloc_ids))) as errors`,
  );
  if (!row) throw new Error('no counts');
  return row;
}

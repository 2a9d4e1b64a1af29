import { sql } from 'drizzle-orm';
import type { Tx } from './tx.ts';

/**
 * What has served its time goes: bodies of events after 7 days, their keys and messages after 30
 * (decision 16), done due rows after 90. By the database's clock, since deliveries are the machine's.
 */
export async function purge(tx: Tx): Promise<void> {
  await tx.execute(
    sql`update inbox set raw = null where raw is not null and done_at < now() - interval '7 days'`,
  );
  await tx.execute(sql`delete from inbox where done_at < now() - interval '30 days'`);
  await tx.execute(sql`delete from outbox where state not in ('waiting', 'sending')
    and created_at < now() - interval '30 days'`);
  await tx.execute(sql`delete from due where state = 'done' and done_at < now() - interval '90 days'`);
}

import { sql } from 'drizzle-orm';
import { connect } from './client.ts';
import type { DatabaseTarget } from './target.ts';

/** First key of the session locks of whoever polls for a bot. */
const POLLER_LOCKS = 7302;
const PATIENCE_MS = 5_000;

export interface SolePoller {
  /** True while this process, and no other, may poll; asking is also the pulse. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/** One process of many polls for a bot: a session lock on a connection of its own, free again when that ends. */
export function solePoller(target: DatabaseTarget, botId: string): SolePoller {
  let connection: ReturnType<typeof connect> | null = null;
  return {
    held: async () => {
      connection ??= connect(target, { role: 'tlk_system', max: 1, lasting: true, patienceMs: PATIENCE_MS });
      // A session may take its own lock any number of times; one that is new holds none.
      const [row] = await connection.db.execute(
        sql`select pg_try_advisory_lock(${POLLER_LOCKS}::int, hashtext(${botId})) as held`,
      );
      return row?.held === true;
    },
    release: async () => {
      await connection?.end();
      connection = null;
    },
  };
}

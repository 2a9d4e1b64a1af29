import { randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { connect } from './client.ts';
import type { DatabaseTarget } from './target.ts';

/** First key of the session locks by which sending processes show that they live. */
export const OWNER_LOCKS = 7301;

/** How soon a lost lock is taken again, and a connection that died in silence found out. */
const PULSE_MS = 1_000;
const PATIENCE_MS = 5_000;

/** Of a machine that lost its power the server would otherwise believe for two hours that it lives. */
const settings = { tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 3 };

export interface ProcessLock {
  owner: number;
  release(): Promise<void>;
}

/**
 * A number of this process's own, and a session lock on it for as long as it lives: messages claimed under
 * a number that nobody holds are known to be orphans. A lost connection is renewed and the lock with it.
 */
export async function holdProcessLock(target: DatabaseTarget): Promise<ProcessLock> {
  const owner = randomInt(1, 2 ** 31 - 1);
  const { db, end } = connect(target, {
    role: 'tlk_system',
    max: 1,
    lasting: true,
    patienceMs: PATIENCE_MS,
    settings,
  });
  // A session may take its own lock any number of times, so asking again is also the pulse.
  const hold = () => db.execute(sql`select pg_try_advisory_lock(${OWNER_LOCKS}::int, ${owner}::int)`);
  await hold();
  let asking = false;
  const pulse = setInterval(async () => {
    if (asking) return;
    asking = true;
    await hold().catch(() => undefined);
    asking = false;
  }, PULSE_MS).unref();
  return {
    owner,
    release: async () => {
      clearInterval(pulse);
      await end();
    },
  };
}

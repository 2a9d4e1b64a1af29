import { randomInt } from 'node:crypto';
import { connect } from './client.ts';
import type { DatabaseTarget } from './target.ts';

/** First key of the session locks by which sending processes show that they live. */
export const OWNER_LOCKS = 7301;

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
  let released = false;
  const { sql, end } = connect(target, {
    role: 'tlk_system',
    max: 1,
    lasting: true,
    onClose: () => {
      if (!released) void hold();
    },
  });
  const hold = async () => {
    try {
      await sql`select pg_advisory_lock(${OWNER_LOCKS}, ${owner})`;
    } catch {
      // The database is away: the next close, or this timer, tries again.
      if (!released) setTimeout(() => void hold(), 500).unref();
    }
  };
  await sql`select pg_advisory_lock(${OWNER_LOCKS}, ${owner})`;
  return {
    owner,
    release: async () => {
      released = true;
      await end();
    },
  };
}

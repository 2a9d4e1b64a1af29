import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Connection, connect } from '../client.ts';
import { ConnectionLost } from '../lane.ts';
import type { DatabaseTarget } from '../target.ts';
import { rows } from '../tx.ts';
import { errorCode } from './error-code.ts';
import { poll } from './poll.ts';

export interface OwnerLock {
  release(): Promise<void>;
}

/** Any number that nothing else in this cluster locks. */
const KEY = 7_564_395_401;
/** The server is just going down or not yet up; or the socket is already gone. */
const PASSING = ['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'];

/**
 * One process per data folder: a lock held by one kept connection. Tried for 1 s, since the server may need
 * a moment to notice that the last owner was killed. `null`: someone else has it. `lost` is called when
 * the connection breaks, and the lock with it.
 */
export async function takeOwnerLock(target: DatabaseTarget, lost: () => void): Promise<OwnerLock | null> {
  let held = false;
  const onClose = () => {
    if (held) lost();
    held = false;
  };
  const kept = connect(target, { role: null, max: 1, lasting: true, onClose });
  const release = () => {
    held = false;
    return kept.end();
  };
  try {
    held = (await poll(50, 20, () => tryLock(kept))) ?? false;
    if (held) return { release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}

async function tryLock({ db }: Connection): Promise<true | null> {
  try {
    const locked = z.object({ locked: z.boolean() });
    const [row] = await rows(db, locked, sql`select pg_try_advisory_lock(${KEY}::bigint) as locked`);
    return row?.locked ? true : null;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (cause instanceof ConnectionLost || PASSING.includes(errorCode(cause))) return null;
    throw error;
  }
}

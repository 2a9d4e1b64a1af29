import { blocsWithDue, claimDue } from '../../db/due.ts';
import type { Tx } from '../../db/tx.ts';
import type { Logger } from '../log.ts';
import { type DueWork, dueHandlers } from './kinds.ts';

/** Blocs taken in one look. */
const BLOCS = 200;

export interface TickDeps {
  db: Tx;
  clock: { now(): Date };
  log: Logger;
  pins: DueWork['pins'];
  /** Called after a bloc's notices were committed. */
  queued(): void;
}

/**
 * Everything due by now, bloc by bloc, each handler's rows in a transaction of their own: what fails keeps nothing
 * else from its time. Its cost grows with what is due.
 */
export async function tick(deps: TickDeps): Promise<number> {
  let done = 0;
  for (;;) {
    const now = deps.clock.now();
    const blocs = await blocsWithDue(deps.db, now, BLOCS);
    let progress = 0;
    for (const { blocId, kinds } of blocs) {
      const settled = await settleBloc(deps, blocId, kinds, now);
      if (settled > 0) deps.queued();
      progress += settled;
    }
    done += progress;
    if (progress === 0 || blocs.length < BLOCS) return done;
  }
}

async function settleBloc(
  { db, log, pins }: TickDeps,
  blocId: number,
  due: readonly string[],
  now: Date,
): Promise<number> {
  let done = 0;
  for (const { kinds, settle } of dueHandlers) {
    if (!kinds.some(kind => due.includes(kind))) continue;
    try {
      done += await db.transaction(async tx => {
        const rows = await claimDue(tx, blocId, kinds, now);
        if (rows.length > 0) await settle({ tx, blocId, rows, now, log, pins });
        return rows.length;
      });
    } catch (error) {
      log.error({ err: error, bloc: blocId, kinds }, 'due rows failed');
    }
  }
  return done;
}

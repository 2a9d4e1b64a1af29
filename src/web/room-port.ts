import { nextDueAt } from '../../db/due.ts';
import { roomPosts } from '../../db/room-who.ts';
import type { Tx } from '../../db/tx.ts';
import type { DomainClock } from '../clock.ts';
import { dayOf } from '../core/day.ts';
import { roleName, unitRoleName } from '../text/people.ts';
import type { RoomDeps } from './room/deps.ts';

interface Movable {
  db: Tx;
  clock: DomainClock;
  /** Does everything due by the clock's time, and waits until all of it is said. */
  catchUp(): Promise<void>;
}

/** The room's clock: on the way forward everything due happens at its own time, unless one leaps. */
export function roomClock({ db, clock, catchUp }: Movable): RoomDeps['clock'] {
  return {
    now: clock.now,
    nextDue: () => nextDueAt(db),
    advanceTo: async (to, how) => {
      if (how === 'step') {
        let next = await nextDueAt(db);
        while (next && next <= to) {
          await clock.moveTo(next);
          await catchUp();
          const after = await nextDueAt(db);
          if (after && after <= next) break;
          next = after;
        }
      }
      await clock.moveTo(to);
      await catchUp();
    },
  };
}

/** Who the room's people are, as shown beside their names. */
export function roomWho(db: Tx, clock: DomainClock): RoomDeps['who'] {
  return async personIds => {
    const posts = await db.transaction(tx => roomPosts(tx, personIds, dayOf(clock.now())));
    return new Map(
      posts.map(({ userId, unitName, unitRole, role }) => {
        const lead = unitRole !== 'member' && role === 'contact';
        return [userId, { unit: unitName, role: lead ? unitRoleName[unitRole] : roleName[role] }];
      }),
    );
  };
}

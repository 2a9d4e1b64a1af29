import { max } from 'date-fns/max';
import { type ClockRow, readClock, writeClock } from '../db/clock.ts';
import type { Tx } from '../db/tx.ts';

/** The domain's time (decision 11): what deadlines, receipts and reminders go by. */
export interface DomainClock {
  now(): Date;
  /** Takes over what another process has set. */
  refresh(): Promise<void>;
  /** It does not go on by itself: nothing falls due until it is moved. */
  still(): boolean;
  /** Only forward, and only where the clock may be moved at all. */
  moveTo(to: Date): Promise<void>;
}

export interface ClockSetting {
  at: Date;
  /** How much faster than the machine's time; 0 stands still. */
  speed: number;
}

/** Milliseconds that pass whatever the domain's clock does: for paces. */
export const elapsedMs = (): number => performance.now();

/** The machine's time, unmovable: for every real bloc. */
export const systemClock: DomainClock = {
  now: () => new Date(),
  refresh: async () => {},
  still: () => false,
  moveTo: async () => {
    throw new Error('the clock of a real bloc is not moved');
  },
};

const read = ({ base, anchored, speed }: ClockRow): Date =>
  new Date(base.getTime() + (Date.now() - anchored.getTime()) * speed);

/**
 * A clock that demos and tests may move, kept in its row so that a restart goes on where it was. `setting`
 * begins it, or pushes it on where it lags behind; without one it runs with the machine.
 */
export async function movableClock(db: Tx, setting: ClockSetting | null): Promise<DomainClock> {
  let row = await readClock(db);
  const set = async (base: Date, speed: number) => {
    row = { base, anchored: new Date(), speed };
    await writeClock(db, row);
  };
  if (setting) {
    const kept = row ? read(row) : setting.at;
    await set(max([kept, setting.at]), setting.speed);
  }
  const now = () => (row ? read(row) : new Date());
  return {
    now,
    still: () => row?.speed === 0,
    refresh: async () => {
      row = (await readClock(db)) ?? row;
    },
    moveTo: async to => {
      if (to > now()) await set(to, row?.speed ?? 1);
    },
  };
}

import { type Lane, type LaneDeps, openLane } from './lane.ts';

/** Whichever server stands behind a balancer now, it is looked up again after so long. */
const LIFETIME_MS = 45 * 60_000;
/** How long running statements may take when the pool ends. */
const GRACE_MS = 5_000;

export interface PoolDeps extends Pick<LaneDeps, 'open' | 'patienceMs'> {
  max: number;
  /** True: connections are never renewed, so that what a session holds stays held. */
  lasting: boolean;
  /** Called for every connection that was lost. */
  lost(): void;
}

/** Lends lanes: each to one statement or one transaction at a time, to whoever has waited longest. */
export interface Pool {
  take(): Promise<Lane>;
  giveBack(lane: Lane): void;
  end(): Promise<void>;
}

interface Waiting {
  resolve(lane: Lane): void;
  reject(why: unknown): void;
}

export function createPool({ open, patienceMs, max, lasting, lost }: PoolDeps): Pool {
  const born = new Set<Lane>();
  const aged = new WeakSet<Lane>();
  const idle: Lane[] = [];
  const queue: Waiting[] = [];
  let attempt = 0;
  let ending: Promise<void> | null = null;
  let emptied = () => {};

  const openOne = (): Lane => {
    const lane: Lane = openLane({ open, attempt, patienceMs, lost: () => bury(lane) });
    born.add(lane);
    if (!lasting) setTimeout(() => aged.add(lane), LIFETIME_MS).unref();
    return lane;
  };

  /** Where one was lost, those at rest are not trusted either: each would be a wait until it is known dead. */
  const bury = (lane: Lane) => {
    attempt += 1;
    lost();
    drop(lane);
    for (const resting of idle.splice(0)) {
      void resting.close();
      drop(resting);
    }
  };

  const drop = (lane: Lane) => {
    if (!born.delete(lane)) return;
    const next = ending ? undefined : queue.shift();
    if (next) next.resolve(openOne());
    if (born.size === idle.length) emptied();
  };

  const giveBack = (lane: Lane) => {
    if (!lane.alive()) return drop(lane);
    if (ending || aged.has(lane)) {
      void lane.close().then(() => drop(lane));
      return;
    }
    const next = queue.shift();
    if (next) next.resolve(lane);
    else idle.push(lane);
  };

  const end = async () => {
    for (const { reject } of queue.splice(0)) reject(new Error('the pool has ended'));
    for (const lane of idle.splice(0)) {
      born.delete(lane);
      await lane.close();
    }
    if (born.size === 0) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, GRACE_MS);
      emptied = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    await Promise.all([...born].map(lane => lane.close()));
  };

  return {
    take: () =>
      new Promise((resolve, reject) => {
        if (ending) return reject(new Error('the pool has ended'));
        const resting = idle.pop();
        if (resting) resolve(resting);
        else if (born.size < max) resolve(openOne());
        else queue.push({ resolve, reject });
      }),
    giveBack,
    end: () => {
      ending ??= end();
      return ending;
    },
  };
}

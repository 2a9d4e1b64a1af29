import { setTimeout as wait } from 'node:timers/promises';
import { createCalendars } from '../db/calendar.ts';
import { isDue } from '../db/due.ts';
import { queuesAreEmpty } from '../db/inbox.ts';
import { OWNER_LOCKS } from '../db/process-lock.ts';
import type { Tx } from '../db/tx.ts';
import type { DomainClock } from './clock.ts';
import { type TickDeps, tick } from './scheduler/tick.ts';
import { adapterOf, type TurnDeps } from './turn/deps.ts';
import { startFetcher } from './turn/fetcher.ts';
import { createIntake, type Intake } from './turn/intake.ts';
import type { ReadingLimits } from './turn/read-files.ts';
import { startSender } from './turn/sender.ts';
import { startWorker } from './turn/worker.ts';

interface EngineDeps extends Omit<TurnDeps, 'clock' | 'calendars'> {
  clock: DomainClock;
  /** Turns and ticks, in the blocs' rows. */
  app: Tx;
  /** Intake and sends: global tables only. */
  system: Tx;
  owner: number;
  /** Of documents, before the turn. */
  reading?: ReadingLimits;
  /** Called after each look at what is due. */
  ticked(done: number): void;
}

export interface Engine {
  intake: Intake;
  /** One look at what is due, now. */
  tick(): Promise<void>;
  /** Resolves once inbox and outbox are empty. @throws after `withinMs` */
  settle(withinMs?: number): Promise<void>;
  /** Finishes turns and sends in hand. */
  stop(): Promise<void>;
}

const POLL_MS = 3;

/** The pipeline of house.md: inbox, turns, outbox, and the tick; any number of processes may run it. */
export function startEngine(given: EngineDeps): Engine {
  const { app, system, owner, clock } = given;
  const deps = { ...given, calendars: createCalendars(system) };
  const sender = startSender({ ...deps, db: system, blocs: app, owner, lockClass: OWNER_LOCKS });
  const pins: TickDeps['pins'] = chat =>
    adapterOf(deps, chat.platform, chat.botId)?.capabilities.pins === true;
  const tickDeps: TickDeps = { db: app, clock, log: deps.log, queued: sender.wake, pins };
  let ticking: Promise<void> = Promise.resolve();
  const once = async () => {
    await clock.refresh();
    deps.calendars.refresh();
    deps.ticked(await tick(tickDeps));
  };
  // One at a time: a tick that begins while another runs begins after it.
  const tickNext = () => {
    ticking = ticking.catch(() => {}).then(once);
    return ticking;
  };
  const dueNow = () => {
    tickNext().catch(error => deps.log.error({ err: error }, 'tick failed'));
  };
  const worker = startWorker({ ...deps, db: app, queued: sender.wake, dueNow });
  const fetcher = startFetcher({ ...deps, db: system, ready: worker.wake });
  const stored = (count: number, files: boolean) => {
    deps.seen.stored(count);
    worker.wake();
    if (files) fetcher.wake();
  };

  /** Until nothing that we know of is left to do; each of them wakes the next. */
  const rest = async () => {
    for (const loop of [fetcher, worker, sender]) await loop.idle();
    await ticking.catch(() => {});
  };

  return {
    intake: createIntake({ db: system, adapters: deps.adapters, stored }),
    tick: tickNext,
    async settle(withinMs = 20_000) {
      const over = new AbortController();
      const timer = setTimeout(() => over.abort(), withinMs);
      const late = new Promise<void>(resolve => over.signal.addEventListener('abort', () => resolve()));
      try {
        while (!over.signal.aborted) {
          await Promise.race([rest(), late]);
          // In this order: what a job leaves is in the outbox once the job is no longer due.
          const working = await isDue(system, 'export', clock.now());
          if (!working && (await queuesAreEmpty(system))) return;
          // Another process is at it, or it waits for its time.
          worker.wake();
          sender.wake();
          await wait(POLL_MS);
        }
      } finally {
        clearTimeout(timer);
      }
      throw new Error(`queues not empty after ${withinMs} ms`);
    },
    async stop() {
      await fetcher.stop();
      await worker.stop();
      await ticking.catch(() => {});
      await sender.stop();
    },
  };
}

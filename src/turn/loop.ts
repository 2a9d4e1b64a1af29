import type { Logger } from '../log.ts';

export interface Loop {
  /** There may be work: look now rather than at the next interval. */
  wake(): void;
  /** Resolves once it sleeps, having found no work. */
  idle(): Promise<void>;
  /** Ends after the round in hand. */
  stop(): Promise<void>;
}

interface LoopOptions {
  name: string;
  /** Looks for work of its own accord this often: other processes do not wake us. */
  everyMs: number;
  log: Logger;
  /** One round; true = there may be more. A failure is logged and tried again, slower each time. */
  round(): Promise<boolean>;
}

/** A database that is back must find us at work within five seconds, a try for a connection included. */
const SLOWEST_MS = 1_500;

/** Runs rounds as long as there is work, then sleeps until woken or the interval is over. */
export function startLoop({ name, everyMs, log, round }: LoopOptions): Loop {
  let stopped = false;
  let woken = false;
  let rouse = () => {};
  let asleep = false;
  const waiting: (() => void)[] = [];
  let failures = 0;

  const isIdle = () => (asleep && !woken && failures === 0) || stopped;
  const tellIdle = () => {
    if (!isIdle()) return;
    for (const resolve of waiting.splice(0)) resolve();
  };

  const sleep = (ms: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      asleep = true;
      tellIdle();
    }).finally(() => {
      asleep = false;
    });

  const run = async () => {
    while (!stopped) {
      woken = false;
      try {
        const more = await round();
        failures = 0;
        if (more || woken || stopped) continue;
        await sleep(everyMs);
      } catch (error) {
        failures += 1;
        log.error({ err: error, loop: name, failures }, 'round failed');
        if (!stopped) await sleep(Math.min(SLOWEST_MS, 100 * 2 ** failures));
      }
    }
  };
  const running = run();

  return {
    wake() {
      woken = true;
      if (failures === 0) rouse();
    },
    idle: () =>
      new Promise(resolve => {
        waiting.push(resolve);
        tellIdle();
      }),
    async stop() {
      stopped = true;
      rouse();
      await running;
      tellIdle();
    },
  };
}

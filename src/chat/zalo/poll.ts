import type { Logger } from '../../log.ts';
import { ZaloApiError } from './errors.ts';
import type { ZaloMethods } from './methods.ts';

/** Seconds that Zalo may wait for news. */
const WAIT_S = 25;
const RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 30_000;
/** While another process polls, or a webhook forbids it. */
const ASIDE_MS = 15_000;

export interface PollDeps {
  methods: ZaloMethods;
  /** True while this process is the only one that polls for this bot: two would share its messages out. */
  alone(): Promise<boolean>;
  /** Resolves once the update is stored. */
  take(update: unknown): Promise<void>;
  answered(): void;
  /** Milliseconds from one poll to the next: some bots hand out what was consumed again and again, at once. */
  floorMs: number;
  log: Logger;
  pause(ms: number): Promise<void>;
  signal: AbortSignal;
}

/** Polls until `signal` aborts. There is no acknowledgement: what is handed out is stored before it is asked again. */
export async function poll(deps: PollDeps): Promise<void> {
  const { methods, alone, take, answered, floorMs, log, pause, signal } = deps;
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (!(await alone())) {
        await pause(ASIDE_MS);
        continue;
      }
      const floor = pause(floorMs);
      const updates = await methods.getUpdates(WAIT_S, signal);
      answered();
      for (const update of updates) await take(update);
      failures = 0;
      await floor;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      log.warn({ err: error, failures }, 'Zalo poll failed');
      await pause(forbidden(error) ? ASIDE_MS : Math.min(RETRY_MS * 2 ** (failures - 1), SLOWEST_RETRY_MS));
    }
  }
}

/** A webhook is set: somebody else is to hear of the messages, and nobody but a person decides otherwise. */
const forbidden = (error: unknown) => error instanceof ZaloApiError && /webhook/i.test(error.description);

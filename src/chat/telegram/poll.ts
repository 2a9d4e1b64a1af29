import type { Logger } from '../../log.ts';
import type { BotApi } from './api.ts';
import { outcomeOf } from './outcome.ts';
import { allowedUpdates } from './update.ts';

/** Seconds that Telegram may wait for news. */
const WAIT_S = 25;
const AT_ONCE = 100;
const RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 4_000;

type ApiSignal = NonNullable<Parameters<BotApi['patient']['getUpdates']>[1]>;
/** grammY names the type of an older package; the platform's own signals do as well. */
const isApiSignal = (signal: unknown): signal is ApiSignal => signal instanceof AbortSignal;

interface PollDeps {
  api: BotApi;
  /** Resolves once the updates are stored. */
  take(updates: readonly unknown[]): Promise<void>;
  answered(): void;
  log: Logger;
  /** Resolves after so many ms, or when the polling is to end. */
  pause(ms: number): Promise<void>;
  signal: AbortSignal;
}

/**
 * Long polling until `signal` aborts. Asking for what follows the last update confirms it, so that is asked only once
 * it is stored; the last ones are confirmed at the end.
 */
export async function poll({ api, take, answered, log, pause, signal }: PollDeps): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const given = { offset, timeout: WAIT_S, limit: AT_ONCE, allowed_updates: allowedUpdates };
      const updates = await api.patient.getUpdates(given, isApiSignal(signal) ? signal : undefined);
      answered();
      failures = 0;
      if (updates.length === 0) continue;
      await take(updates);
      offset = Math.max(...updates.map(update => update.update_id)) + 1;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const outcome = outcomeOf(error);
      log.warn({ err: error, failures }, 'poll failed');
      const asked = outcome.kind === 'later' ? outcome.afterMs : 0;
      await pause(Math.max(asked, Math.min(RETRY_MS * failures, SLOWEST_RETRY_MS)));
    }
  }
  if (offset > 0) await api.raw.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
}

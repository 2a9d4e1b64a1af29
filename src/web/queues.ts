/** Seconds by the database's clock, null where nothing waits. */
export interface Queues {
  events: number | null;
  messages: number | null;
}

export type QueueAnswer = Queues | 'unreachable' | 'slow';

/** As long as whoever asks is likely to wait. */
const PATIENCE_MS = 3_000;

/** Asks the database for the ages, and is its pulse. However many look at once, it is asked once. */
export function watchQueues(
  ask: () => Promise<Queues>,
  patienceMs = PATIENCE_MS,
): () => Promise<QueueAnswer> {
  let asking: Promise<QueueAnswer> | null = null;
  const once = async () => {
    try {
      return await withinPatience(ask(), patienceMs);
    } catch {
      return 'unreachable';
    } finally {
      asking = null;
    }
  };
  return () => {
    asking ??= once();
    return asking;
  };
}

/** A half-open connection may answer never. */
async function withinPatience(answer: Promise<Queues>, patienceMs: number): Promise<QueueAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'slow'>(resolve => {
    timer = setTimeout(() => resolve('slow'), patienceMs);
  });
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer));
}

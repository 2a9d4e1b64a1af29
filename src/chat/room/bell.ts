/** Wakes whoever waits for news of the room, within this process. */
export interface Bell {
  ring(): void;
  /** How often it has rung: read it before looking for news. */
  count(): number;
  /** Resolves once it has rung more than `seen` times, or when `signal` aborts. */
  heard(seen: number, signal: AbortSignal): Promise<void>;
  /** How many wait now. */
  waiting(): number;
}

export function createBell(): Bell {
  let count = 0;
  const waiting = new Set<() => void>();

  return {
    ring() {
      count += 1;
      for (const wake of [...waiting]) wake();
    },
    count: () => count,
    heard(seen, signal) {
      if (count > seen || signal.aborted) return Promise.resolve();
      return new Promise(resolve => {
        const wake = () => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    },
    waiting: () => waiting.size,
  };
}

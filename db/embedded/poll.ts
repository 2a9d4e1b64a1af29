import { setTimeout as wait } from 'node:timers/promises';

/** Asks every `every` ms, `tries` times at most, until there is an answer; null where there was none. */
export async function poll<T>(every: number, tries: number, ask: () => Promise<T | null>): Promise<T | null> {
  for (let i = 0; i < tries; i++) {
    const answer = await ask();
    if (answer !== null) return answer;
    await wait(every);
  }
  return null;
}

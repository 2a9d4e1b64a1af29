import { drawnSeed } from './seed.ts';

/** mulberry32: small, and the same on every machine for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A new order, and the seed to name when a test fails in it. */
export function shuffled<T>(given: readonly T[], seed = drawnSeed()): { items: T[]; seed: number } {
  const random = seededRandom(seed);
  const items = [...given];
  for (let n = items.length - 1; n > 0; n -= 1) {
    const m = Math.floor(random() * (n + 1));
    const [a, b] = [items[n], items[m]];
    if (a !== undefined && b !== undefined) [items[n], items[m]] = [b, a];
  }
  return { items, seed };
}

import { randomInt } from 'node:crypto';

/**
 * The seed of a generated test: `SEED` where one is given, so that a failure can be had again; drawn anew in
 * `npm run gates`; and in `npm test` always the same, since a change is judged by what it changed.
 */
export function drawnSeed(): number {
  if (process.env.SEED !== undefined) return Number(process.env.SEED);
  return process.env.GATES === 'full' ? randomInt(2 ** 31) : 20_260_608;
}

import { fold } from './fold.ts';

const LONGEST_KEY = 64;

/** The key of a criterion by the numbers of its groups and its own, `ii/2.1`; `place` where they are too long for one. */
export function criterionKey(above: string, no: string, place: string): { key: string; numbers: string } {
  const numbers = `${above}${fold(no).replaceAll(/[\s/]/g, '_')}`;
  return { key: numbers.length > LONGEST_KEY ? place : numbers, numbers };
}

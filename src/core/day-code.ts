import { type Day, isDay } from './day.ts';

/** A day in six digits, for a button: `2026-06-10` ↔ `260610`. */
export const packDay = (on: Day): string => on.slice(2).replaceAll('-', '');

export function unpackDay(code: string): Day | null {
  const on = `20${code.slice(0, 2)}-${code.slice(2, 4)}-${code.slice(4, 6)}`;
  return isDay(on) ? on : null;
}

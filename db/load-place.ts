import type { Tx } from './tx.ts';

export interface LoadTools {
  now: Date;
  /** The day of `now` in Vietnam. */
  today: string;
  sameName(a: string, b: string): boolean;
  /** Plans the new bloc's due rows. */
  replan(tx: Tx, blocId: number, now: Date): Promise<void>;
}

/** Where the parts of a new bloc are written. */
export interface Place extends LoadTools {
  tx: Tx;
  blocId: number;
  seasonId: string;
  /** Since when all holds: at the latest today, so that a bloc loaded before its season works at once. */
  since: string;
}

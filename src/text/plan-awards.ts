import { capitalised } from './plan-names.ts';

/** An award as it is written: its first letter large, one space between words. */
export const awardName = (printed: string): string =>
  capitalised(printed.replace(/\s+/g, ' ').replace(/[\s,;.]+$/, ''));

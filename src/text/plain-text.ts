import type { Line } from '../core/message.ts';

/** A line without its markup. */
export const plainText = (line: Line): string =>
  line.map(part => (typeof part === 'string' ? part : Object.values(part)[0])).join('');

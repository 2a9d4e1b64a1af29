import { Unzip, UnzipInflate } from 'fflate';
import { Unreadable } from './outcome.ts';

const CHUNK = 64 * 1024;
/** Parts of one file; an office document has a few dozen. */
const MOST_PARTS = 2_000;

/**
 * Expands an archive piece by piece without keeping it, since the sizes that its directory states may be lies.
 * @throws Unreadable `too_large` as soon as it holds more than `limit` bytes
 */
export function checkExpansion(bytes: Uint8Array, limit: number): void {
  let expanded = 0;
  let parts = 0;
  const unzip = new Unzip(part => {
    parts += 1;
    if (parts > MOST_PARTS) throw new Unreadable('too_large');
    part.ondata = (error, data) => {
      if (error) throw error;
      expanded += data.length;
      if (expanded > limit) throw new Unreadable('too_large');
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += CHUNK)
    unzip.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length);
}

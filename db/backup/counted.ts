import { createHash } from 'node:crypto';
import type { TableEnd } from './format.ts';

/** Bytes to which small rows are gathered before they go on; a file's row, up to 40 MB, goes alone. */
const ENOUGH = 64 * 1024;

/** Ends a row of COPY's text, and stands nowhere else in it. */
const LF = 10;

/** A table's rows, counted and hashed as they pass; `end` once they have passed. */
export function counted(source: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  let rows = 0;
  async function* pieces(): AsyncGenerator<Buffer> {
    let waiting: Buffer[] = [];
    let size = 0;
    for await (const piece of source) {
      for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) rows += 1;
      hash.update(piece);
      waiting.push(piece);
      size += piece.length;
      if (size < ENOUGH) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      size = 0;
    }
    if (size > 0) yield Buffer.concat(waiting);
  }
  return { rows: pieces(), end: (): TableEnd => ({ rows, sha256: hash.digest('hex') }) };
}

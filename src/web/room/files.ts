import type { Context } from 'hono';
import { safeFileName, safeMime } from '../../core/file-name.ts';
import { secrecyMarking } from '../../text/secrecy.ts';
import { asDownload } from '../file-name.ts';
import { readBytes } from './body.ts';
import type { RoomDeps } from './deps.ts';
import { pathId } from './input.ts';
import { RoomProblem } from './problem.ts';

/** Bytes (decision 9). */
export const FILE_LIMIT = 20 * 1024 * 1024;

/** Stores the request's body as an attachment that a message may name. */
export async function upload({ store, lookThrough }: RoomDeps, c: Context, givenName: string) {
  const name = safeFileName(givenName);
  if (secrecyMarking(name) !== null) throw new RoomProblem('marked-secret');
  const bytes = await readBytes(c, FILE_LIMIT, 'file-too-large');
  if (bytes.length === 0) throw new RoomProblem('empty-file');
  const file = { name, mime: safeMime(c.req.header('content-type')), bytes };
  const looked = await lookThrough?.(file);
  if (looked === 'secret') throw new RoomProblem('marked-secret');
  if (looked === 'not-in-time') throw new RoomProblem('not-in-time');
  return store.keepFile(file);
}

/** Never shown in the room's own origin: a page that somebody uploads must not run there. */
export async function download({ store }: RoomDeps, c: Context, ref: string): Promise<Response> {
  const file = pathId.safeParse(ref).success ? await store.file(ref) : null;
  if (!file) throw new RoomProblem('unknown-file');
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.mime,
    'Content-Disposition': asDownload(file.name),
  });
}

import type { Context } from 'hono';
import type { FetchedFile } from '../../../db/inbox-files.ts';
import { safeFileName } from '../../core/file-name.ts';
import { namedAs, sniffFile } from '../../documents/sniff.ts';
import type { UploadProblemCode } from '../../text/links.ts';
import { secrecyMarking } from '../../text/secrecy.ts';
import { readBody } from '../read-body.ts';
import type { LinkDeps } from './link.ts';

/** Bytes (decision 9). */
const FILE_LIMIT = 20 * 1024 * 1024;

/** The request's body as a file named by its query, or why it is not taken; nothing is stored. */
export async function receiveFile(
  c: Context,
  { lookThrough }: LinkDeps,
): Promise<FetchedFile | UploadProblemCode> {
  const given = safeFileName(c.req.query('name') ?? '');
  if (secrecyMarking(given) !== null) return 'secret';
  const bytes = await readBody(c, FILE_LIMIT);
  if (!bytes) return 'too-large';
  if (bytes.length === 0) return 'empty';
  const known = await sniffFile(bytes, given);
  if (!known) return 'kind';
  const file = { name: namedAs(given, known), mime: known.mime, bytes };
  const looked = await lookThrough?.(file);
  return looked === 'secret' || looked === 'not-in-time' ? looked : file;
}

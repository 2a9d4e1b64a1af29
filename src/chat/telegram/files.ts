import { type FileRef, FileTooLarge } from '../port.ts';
import type { BotApi } from './api.ts';
import { isTooBig } from './outcome.ts';

/** A download that stands still holds up its chat. */
const PATIENCE_MS = 90_000;

/** The bytes of a file that somebody sent. @throws as the port says */
export async function fetchFile(api: BotApi, file: FileRef, maxBytes: number): Promise<Uint8Array> {
  const found = await api.raw.getFile({ file_id: file.ref }).catch((error: unknown) => {
    throw isTooBig(error) ? new FileTooLarge('Telegram gives no file of that size') : error;
  });
  const { file_path: path, file_size: size = 0 } = found;
  if (path === undefined) throw new Error('Telegram names no path for the file');
  if (size > maxBytes) throw new FileTooLarge(`the file has ${size} bytes`);
  const response = await fetch(api.fileUrl(path), { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (error: unknown) => {
      // The address holds the token: only the kind of mishap may be told.
      throw new Error(`file not downloaded: ${error instanceof Error ? error.name : 'no answer'}`);
    },
  );
  if (!response.ok || !response.body) throw new Error(`file not downloaded: ${response.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body) {
    length += part.length;
    if (length > maxBytes) throw new FileTooLarge(`the file has more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

import { FileTooLarge } from '../port.ts';

/** Where Zalo keeps what people send; nothing else is ever fetched in their name. */
const HOSTS = /(?:^|\.)(?:zdn|zadn)\.vn$/i;
const PATIENCE_MS = 60_000;

/** Whether an address in an update may be fetched: an update is a stranger's word. */
export function mayFetch(address: string, alsoFrom: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.origin === new URL(alsoFrom).origin) return true;
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && HOSTS.test(url.hostname);
}

/** @throws where it cannot be had or is larger than `maxBytes`; redirects lead nowhere. */
export async function fetchPicture(address: string, alsoFrom: string, maxBytes: number): Promise<Uint8Array> {
  if (!mayFetch(address, alsoFrom)) throw new Error('a picture from a host that is not allowed');
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`picture: HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new FileTooLarge(`a picture of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import type { Context } from 'hono';

/** The body, read no further than `limit` bytes, whatever its Content-Length says; null where it is longer. */
export async function readBody(c: Context, limit: number): Promise<Uint8Array | null> {
  if (Number(c.req.header('content-length') ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as JSON; null where it is longer or none. What it is, the caller's schema says. */
export async function readJson(c: Context, limit: number): Promise<unknown> {
  const bytes = await readBody(c, limit);
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

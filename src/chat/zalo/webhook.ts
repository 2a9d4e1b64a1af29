import { hash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { isProbe, unwrapped } from './update.ts';
import { MARK_PATTERN } from './webhook-address.ts';

const SECRET_HEADER = 'X-Bot-Api-Secret-Token';
/** Bytes; what comes unsigned is read no further. */
const PROBE_LIMIT = 4_096;

interface WebhookDeps {
  path: string;
  secret: string;
  /** Resolves once the update is stored. */
  take(update: unknown): Promise<void>;
}

const digest = (text: string) => hash('sha256', text, 'buffer');

/**
 * Zalo's calls: whoever does not know the secret gets no further, but for the platform's own probe, which may come
 * without it and is not processed. 200 means that the update is stored.
 */
export function webhookRoutes({ path, secret, take }: WebhookDeps): Hono {
  const expected = digest(secret);
  const app = new Hono();
  // The mark only tells addresses apart; what counts is the secret.
  app.on('POST', [path, `${path}/:mark{${MARK_PATTERN}}`], async c => {
    // Digests are of one length whatever is sent, so that the time tells nothing.
    const signed = timingSafeEqual(digest(c.req.header(SECRET_HEADER) ?? ''), expected);
    const length = Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY);
    if (!signed && length > PROBE_LIMIT) return c.body(null, 401);
    const body = await c.req.json<unknown>().catch(() => undefined);
    if (!signed) return c.body(null, isProbe(body) ? 200 : 401);
    if (body === undefined) return c.body(null, 400);
    if (!isProbe(body)) await take(unwrapped(body));
    return c.body(null, 200);
  });
  return app;
}

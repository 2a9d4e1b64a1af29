import { hash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';

export const WEBHOOK_PATH = '/telegram';

const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token';

interface WebhookDeps {
  secret: string;
  /** Resolves once the update is stored; false while the bot does not know yet who it is. */
  take(update: unknown): Promise<boolean>;
}

const digest = (text: string) => hash('sha256', text, 'buffer');

/** Telegram's calls: whoever does not know the secret gets no further, and 200 means that the update is stored. */
export function webhookRoutes({ secret, take }: WebhookDeps): Hono {
  const expected = digest(secret);
  const app = new Hono();
  app.post(WEBHOOK_PATH, async c => {
    // Digests are of one length whatever is sent, so that the time tells nothing.
    if (!timingSafeEqual(digest(c.req.header(SECRET_HEADER) ?? ''), expected)) return c.body(null, 401);
    const update = await c.req.json<unknown>().catch(() => undefined);
    if (update === undefined) return c.body(null, 400);
    // Whatever is not 200 comes again.
    return c.body(null, (await take(update)) ? 200 : 503);
  });
  return app;
}

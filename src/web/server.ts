import { Hono, type HonoRequest, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type HealthPorts, healthRoutes } from './health.ts';
import { type Metrics, metricsRoutes, timed } from './metrics.ts';
import { problemPage } from './problem-page.ts';
import { type Queues, watchQueues } from './queues.ts';

/** Bytes; the largest update of a platform is far below. The room and upload links, which take files, have limits of their own. */
const BODY_LIMIT = 1024 * 1024;
const OWN_LIMITS = /^\/(room|l)(\/|$)/;

export interface ServerDeps {
  /** Of the messengers: webhooks, and the demo room where it is on. */
  connected: readonly Hono[];
  health: Omit<HealthPorts, 'queues'> & { queues(): Promise<Queues> };
  metrics: Metrics;
  /** Told of every error that was not the caller's. */
  report(error: unknown): void;
}

/** Everything that is served over HTTP. */
export function createServer({ connected, health, metrics, report }: ServerDeps): Hono {
  const app = new Hono();
  const queues = watchQueues(health.queues);
  const limit = bodyLimit({ maxSize: BODY_LIMIT, onError: c => problemPage(c, 'too-large') });
  app.onError((error, c) => {
    report(error);
    return problemPage(c, 'internal');
  });
  app.notFound(c => problemPage(c, 'not-found'));
  app.use(timed(metrics), safeHeaders, (c, next) =>
    OWN_LIMITS.test(c.req.path) || saysItIsSmall(c.req) ? next() : limit(c, next),
  );
  app.route('/', healthRoutes({ ...health, queues }));
  app.route('/', metricsRoutes(metrics, queues));
  for (const routes of connected) app.route('/', routes);
  return app;
}

/**
 * Node lets nobody send more than he announced. To watch a body of unknown length, Hono turns it into a stream,
 * which costs a webhook a fifth of its time.
 */
function saysItIsSmall(request: HonoRequest): boolean {
  const announced = request.header('Content-Length');
  return announced !== undefined && !request.header('Transfer-Encoding') && Number(announced) <= BODY_LIMIT;
}

/** For every answer that does not say otherwise: kept nowhere, shown in no frame, may load nothing. */
const SAFE = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Said beforehand: each header added to a finished answer makes Hono build that answer anew. */
const safeHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of Object.entries(SAFE)) c.header(name, value);
  await next();
};

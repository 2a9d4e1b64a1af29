import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueAnswer, Queues } from './queues.ts';

/** Seconds; a healthy answer takes milliseconds, the room's listening up to 25 s. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export type Metrics = ReturnType<typeof createMetrics>;

/** What is counted, in a registry of its own; labels never hold a chat, a person or a bloc. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string) => new Counter({ name: `tlk_${name}`, help, registers });
  const gauge = (name: string, help: string) => new Gauge({ name: `tlk_${name}`, help, registers });

  const stored = counter('events_stored_total', 'Events that intake stored');
  const turns = counter('turns_total', 'Turns that were committed');
  const failures = counter('turn_failures_total', 'Attempts at a turn that failed');
  const messages = new Counter({
    name: 'tlk_messages_total',
    help: 'Attempts to send a message, by what became of them',
    labelNames: ['platform', 'outcome'] as const,
    registers,
  });
  const ticks = counter('ticks_total', 'Looks at what is due');
  const due = counter('due_done_total', 'Due rows that were settled');
  const oldestEvent = gauge('inbox_oldest_seconds', 'Age of the oldest event that waits for its turn');
  const oldestMessage = gauge('outbox_oldest_seconds', 'Age of the oldest message that waits to be sent');
  const http = new Histogram({
    name: 'tlk_http_request_duration_seconds',
    help: 'Time until an answer began, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: DURATIONS,
    registers,
  });

  return {
    eventsStored: (count: number) => stored.inc(count),
    turnsTaken: (count: number) => turns.inc(count),
    turnFailed: () => failures.inc(),
    messageSent: (platform: string, outcome: string) => messages.inc({ platform, outcome }),
    ticked: (dueDone: number) => {
      ticks.inc();
      due.inc(dueDone);
    },
    queueAges({ events, messages }: Queues) {
      oldestEvent.set(events ?? 0);
      oldestMessage.set(messages ?? 0);
    },
    /** Times a request; the clock is the library's own. */
    startRequest: () => http.startTimer(),
    type: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** Every request's duration under its route, not its path: paths hold ids, and anyone can make them up. */
export function timed(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const end = metrics.startRequest();
    await next();
    end({ method: c.req.method, route: routeOf(c), status: String(c.res.status) });
  };
}

/** -1: the last route that matched, which is the one that answered. */
function routeOf(c: Context): string {
  const route = routePath(c, -1);
  return route === '*' || route === '/*' ? 'none' : route;
}

/** `GET /metrics`. Ages are asked for at that moment; without a database the rest is still told. */
export function metricsRoutes(metrics: Metrics, queues: () => Promise<QueueAnswer>): Hono {
  const app = new Hono();
  app.get('/metrics', async c => {
    const answer = await queues();
    if (typeof answer !== 'string') metrics.queueAges(answer);
    return c.body(await metrics.text(), 200, { 'Content-Type': metrics.type });
  });
  return app;
}

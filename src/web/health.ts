import { Hono } from 'hono';
import { healthText } from '../text/health.ts';
import type { QueueAnswer } from './queues.ts';

/** The tick comes every 30 s; three missed are no accident. */
const TICK_LATE_S = 90;

/** All times are the machine's (decision 11). */
export interface HealthFacts {
  now: Date;
  startedAt: Date;
  lastTick: Date | null;
  queues: QueueAnswer;
  /** Per platform, when it last answered. */
  contacts: Readonly<Record<string, Date | null>>;
  /** Sentences of src/watch.ts. */
  alarms: readonly string[];
  /** What bots have sent this month, where their platform counts. */
  budgets?: readonly Budget[];
}

interface Budget {
  platform: string;
  botId: string;
  sent: number;
  limit: number;
}

export interface HealthPorts {
  now(): Date;
  startedAt: Date;
  lastTick(): Date | null;
  contacts(): Readonly<Record<string, Date | null>>;
  alarms(): readonly string[];
  queues(): Promise<QueueAnswer>;
  budgets?(): Promise<readonly Budget[]>;
}

const secondsBetween = (from: Date, to: Date) =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

/** What a monitor reads: well when database and tick are; the rest is told, not judged. */
export function healthOf({ now, startedAt, lastTick, queues, contacts, alarms, budgets = [] }: HealthFacts) {
  const age = secondsBetween(lastTick ?? startedAt, now);
  const database = typeof queues === 'string' ? queues : 'ok';
  const { events, messages } = typeof queues === 'string' ? { events: null, messages: null } : queues;
  const reasons: string[] = [];
  if (database !== 'ok') reasons.push(healthText[database]);
  if (age > TICK_LATE_S) reasons.push(lastTick ? healthText.tickLate(age) : healthText.neverTicked(age));
  return {
    ok: reasons.length === 0,
    reasons,
    alarms,
    database,
    tick: { lastAt: lastTick, ageSeconds: lastTick ? age : null },
    inbox: { oldestSeconds: rounded(events) },
    outbox: { oldestSeconds: rounded(messages) },
    platforms: Object.fromEntries(
      Object.entries(contacts).map(([platform, lastContact]) => [platform, { lastContact }]),
    ),
    budgets: budgets.map(({ platform, botId, sent, limit }) => ({ platform, botId, sent, limit })),
  };
}

const rounded = (seconds: number | null) => (seconds === null ? null : Math.round(seconds));

/** `GET /healthz`: 200, or 503 with the reasons. */
export function healthRoutes({ now, startedAt, queues, ...ports }: HealthPorts): Hono {
  const app = new Hono();
  app.get('/healthz', async c => {
    const answer = await queues();
    const seen = { lastTick: ports.lastTick(), contacts: ports.contacts(), alarms: ports.alarms() };
    const known = typeof answer !== 'string' && ports.budgets;
    const budgets = known ? await known().catch(() => []) : [];
    const health = healthOf({ now: now(), startedAt, queues: answer, budgets, ...seen });
    return c.json(health, health.ok ? 200 : 503);
  });
  return app;
}

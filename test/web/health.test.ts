import { describe, expect, test } from 'vitest';
import { type HealthFacts, type HealthPorts, healthOf, healthRoutes } from '../../src/web/health.ts';
import { type Queues, watchQueues } from '../../src/web/queues.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 8) + seconds * 1000);
const well: HealthFacts = {
  now: at(1000),
  startedAt: at(0),
  lastTick: at(910),
  queues: { events: 12.4, messages: null },
  contacts: { room: at(990), telegram: null },
  alarms: ['Ổ đĩa sắp đầy.'],
};

test('all well: ages, contacts and alarms are told', () => {
  expect(healthOf(well)).toEqual({
    ok: true,
    reasons: [],
    alarms: ['Ổ đĩa sắp đầy.'],
    database: 'ok',
    tick: { lastAt: at(910), ageSeconds: 90 },
    inbox: { oldestSeconds: 12 },
    outbox: { oldestSeconds: null },
    platforms: { room: { lastContact: at(990) }, telegram: { lastContact: null } },
    budgets: [],
  });
});

describe('not well, and why', () => {
  test.each<[string, Partial<HealthFacts>, RegExp]>([
    ['the database is away', { queues: 'unreachable' }, /Không kết nối được cơ sở dữ liệu/],
    ['the database is silent', { queues: 'slow' }, /không trả lời/],
    ['the tick is late', { lastTick: at(909) }, /đã dừng 91 giây/],
    ['the tick never came', { lastTick: null }, /chưa chạy lần nào sau 1000 giây/],
  ])('%s', (_, facts, reason) => {
    const health = healthOf({ ...well, ...facts });
    expect(health.ok).toBe(false);
    expect(health.reasons).toEqual([expect.stringMatching(reason)]);
  });

  test('two reasons are both given', () => {
    expect(healthOf({ ...well, queues: 'unreachable', lastTick: null }).reasons).toHaveLength(2);
  });
});

test('a fresh start is well before its first tick', () => {
  expect(healthOf({ ...well, now: at(90), lastTick: null }).ok).toBe(true);
});

test('a clock that was set back makes no tick late', () => {
  expect(healthOf({ ...well, now: at(500) }).tick.ageSeconds).toBe(0);
});

describe('GET /healthz', () => {
  const asked = (ask: () => Promise<Queues>, patienceMs?: number, more: Partial<HealthPorts> = {}) => {
    const ports = {
      now: () => at(10),
      startedAt: at(0),
      lastTick: () => at(5),
      contacts: () => ({}),
      alarms: () => [],
      ...more,
    };
    return healthRoutes({ ...ports, queues: watchQueues(ask, patienceMs) }).request('/healthz');
  };

  test('what bots have sent this month is told, and no reason for anything', async () => {
    const budget = { platform: 'zalo', botId: '12345', sent: 2_999, limit: 3_000 };
    const well = async () => ({ events: null, messages: null });
    const told = await asked(well, undefined, { budgets: async () => [budget] });
    expect([told.status, await told.json()]).toMatchObject([200, { budgets: [budget] }]);
    const failed = await asked(well, undefined, { budgets: () => Promise.reject(new Error('away')) });
    expect([failed.status, await failed.json()]).toMatchObject([200, { budgets: [] }]);
  });

  test('200 when well', async () => {
    const response = await asked(async () => ({ events: null, messages: 3 }));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: true, outbox: { oldestSeconds: 3 } });
  });

  test('503 when the database refuses, and nothing of its own words', async () => {
    const response = await asked(() => Promise.reject(new Error('login tlk at db:5432')));
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(text).toContain('"database":"unreachable"');
    expect(text).not.toContain('5432');
  });

  test('503 when the database never answers', async () => {
    const response = await asked(() => new Promise(() => undefined), 1);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ database: 'slow' });
  });
});

describe('however many ask, the database is asked once at a time', () => {
  test('and again by the next who asks', async () => {
    let asked = 0;
    const watch = watchQueues(async () => ({ events: ++asked, messages: null }));
    expect(await Promise.all([watch(), watch(), watch()])).toEqual(
      Array(3).fill({ events: 1, messages: null }),
    );
    expect(await watch()).toEqual({ events: 2, messages: null });
  });

  test('an answer that comes too late breaks nothing', async () => {
    let reject = (_: Error) => {};
    const promise = new Promise<Queues>((_, no) => {
      reject = no;
    });
    const watch = watchQueues(() => promise, 1);
    expect(await watch()).toBe('slow');
    reject(new Error('cut off'));
    expect(await watch()).toBe('unreachable');
  });
});

import { get as getOver } from 'node:http';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { ListenProblem } from '../../src/core/listen-problem.ts';
import { listenProblemText } from '../../src/text/problems-listen.ts';
import { listen } from '../../src/web/listen.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { createServer } from '../../src/web/server.ts';

function served(room: Hono | null = null) {
  const reported: unknown[] = [];
  const metrics = createMetrics();
  const now = new Date(0);
  const health = {
    now: () => now,
    startedAt: now,
    lastTick: () => now,
    alarms: () => [],
    contacts: () => ({}),
    queues: async () => ({ events: 7, messages: null }),
  };
  const app = createServer({
    connected: room ? [room] : [],
    health,
    metrics,
    report: error => reported.push(error),
  });
  return { app, reported, metrics };
}

const broken = () =>
  new Hono().get('/room/:id', () => {
    throw new Error('secret inside');
  });

/** A promise for others to wait on. */
function signal() {
  let resolve = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

const asBrowser = { headers: { accept: 'text/html,*/*' } };

describe('what is not there', () => {
  test('is said in JSON to a program', async () => {
    const response = await served().app.request('/room');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: { code: 'not-found', message: expect.stringContaining('Không có trang') },
    });
  });

  test('is said on a page to a person', async () => {
    const response = await served().app.request('/<script>', asBrowser);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/text\/html; charset=utf-8/i);
    const text = await response.text();
    expect(text).toContain('<p>Không có trang này.');
    expect(text).not.toContain('script');
  });
});

describe('an error of ours', () => {
  test.each([undefined, asBrowser])('is reported and not shown', async init => {
    const { app, reported } = served(broken());
    const response = await app.request('/room/1', init);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('lỗi ngoài dự kiến');
    expect(text).not.toMatch(/secret inside|\.ts|at /);
    expect(reported).toEqual([expect.objectContaining({ message: 'secret inside' })]);
  });
});

describe('every answer has safe headers', () => {
  test.each(['/healthz', '/metrics', '/nothing', '/room/1'])('%s', async path => {
    const { headers } = await served(broken()).app.request(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a route’s own policy stands', async () => {
    const own = new Hono().get('/room', c =>
      c.text('x', 200, { 'Content-Security-Policy': "script-src 'self'" }),
    );
    const { headers } = await served(own).app.request('/room');
    expect(headers.get('content-security-policy')).toBe("script-src 'self'");
  });
});

describe('bodies', () => {
  const reading = () => {
    const size = async (body: Promise<ArrayBuffer>) => String((await body).byteLength);
    return new Hono()
      .post('/room/files', async c => c.text(await size(c.req.arrayBuffer())))
      .post('/roomy', async c => c.text(await size(c.req.arrayBuffer())));
  };
  const post = (path: string, size: number) =>
    served(reading()).app.request(path, {
      method: 'POST',
      body: Buffer.alloc(size),
      headers: { 'content-length': String(size) },
    });
  const MB = 1024 * 1024;

  test.each([
    ['/roomy', MB, 200],
    ['/roomy', MB + 1, 413],
    ['/room/files', 2 * MB, 200],
  ])('%s with %i bytes: %i', async (path, size, status) => {
    expect((await post(path, size)).status).toBe(status);
  });
});

describe('GET /metrics', () => {
  test('what was counted, with the ages of that moment', async () => {
    const { app, metrics } = served();
    metrics.eventsStored(3);
    metrics.turnsTaken(2);
    metrics.turnFailed();
    metrics.messageSent('room', 'sent');
    metrics.ticked(4);
    metrics.ticked(0);
    const text = await (await app.request('/metrics')).text();
    for (const line of [
      'tlk_events_stored_total 3',
      'tlk_turns_total 2',
      'tlk_turn_failures_total 1',
      'tlk_messages_total{platform="room",outcome="sent"} 1',
      'tlk_ticks_total 2',
      'tlk_due_done_total 4',
      'tlk_inbox_oldest_seconds 7',
      'tlk_outbox_oldest_seconds 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('process_resident_memory_bytes');
  });

  test('requests are timed by route, and paths that anyone can make up leave no trace', async () => {
    const { app } = served(broken());
    for (const path of ['/room/1', '/room/2', '/made-up-1', '/made/up/2', '/healthz'])
      await app.request(path);
    const text = await (await app.request('/metrics')).text();
    expect(text).toContain('duration_seconds_count{method="GET",route="/room/:id",status="500"} 2');
    expect(text).toContain('duration_seconds_count{method="GET",route="none",status="404"} 2');
    expect(text).toContain('duration_seconds_count{method="GET",route="/healthz",status="200"} 1');
    expect(text).not.toContain('made');
  });

  test('two servers in one process count apart', async () => {
    const [one, two] = [served(), served()];
    one.metrics.eventsStored(5);
    expect(await two.metrics.text()).toContain('tlk_events_stored_total 0');
  });
});

describe('listening', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(closers.splice(0).map(close => close()));
  });
  const open = async (app: Hono, where = { host: '127.0.0.1', port: 0 }) => {
    const listening = await listen(app, where);
    closers.push(() => listening.close(0));
    return listening;
  };
  const problem = (where: { host: string; port: number }) =>
    open(new Hono(), where).then(
      () => 'it listens',
      (error: unknown) => (error instanceof ListenProblem ? listenProblemText(error) : error),
    );

  test('the page is at the address it names', async () => {
    const { url } = await open(served().app);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('any address is named so that one can go there', async () => {
    const { url, port } = await open(served().app, { host: '0.0.0.0', port: 0 });
    expect(url).toBe(`http://localhost:${port}`);
  });

  test('a port that is taken is named, with another', async () => {
    const { port } = await open(served().app);
    expect(await problem({ host: '127.0.0.1', port })).toMatch(new RegExp(`Cổng ${port} .*PORT=${port + 1}`));
  });

  test.each([
    ['port_taken', 'PORT=81'],
    ['port_not_allowed', 'PORT=8080'],
    ['host_not_here', 'HOST=127.0.0.1'],
    ['cannot_listen', 'khoi.local, cổng 80'],
  ] as const)('%s: what to do is said', (code, advice) => {
    const text = listenProblemText(new ListenProblem({ code, host: 'khoi.local', port: 80 }));
    expect(text).toContain(advice);
    expect(text).toContain('Đồng chí');
  });

  test('closing lets a request in hand end', async () => {
    const started = signal();
    const finish = signal();
    const app = new Hono().get('/slow', async c => {
      started.resolve();
      await finish.promise;
      return c.text('done');
    });
    const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 });
    const answer = fetch(`${url}/slow`).then(response => response.text());
    await started.promise;
    const closed = close(60_000);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
    finish.resolve();
    expect(await answer).toBe('done');
    await closed;
  });

  test('closing waits for nobody for ever', async () => {
    const started = signal();
    const app = new Hono().get('/never', () => {
      started.resolve();
      return new Promise(() => undefined);
    });
    const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 });
    const cut = new Promise(resolve => getOver(`${url}/never`).once('error', resolve));
    await started.promise;
    await close(1);
    expect(await cut).toMatchObject({ code: 'ECONNRESET' });
  });
});

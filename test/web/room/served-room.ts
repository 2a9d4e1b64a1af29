import { request } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll } from 'vitest';
import type { RawEvent } from '../../../src/chat/port.ts';
import { createRoomAdapter } from '../../../src/chat/room/adapter.ts';
import type { RoomDeps } from '../../../src/web/room/deps.ts';
import { roomRoutes } from '../../../src/web/room/routes.ts';
import { BOT_NAME, roomStore } from '../../chat/room/room-store.ts';
import { testDatabase } from '../../support/database.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every shape
  body: any;
  headers: Headers;
}

/**
 * The room over real HTTP, with a bot behind it that says back what it hears: buttons with a text that
 * begins with `?`. `inbox` holds each key once, as the real one does.
 */
export async function servedRoom(overrides: Partial<RoomDeps> = {}) {
  const database = await testDatabase();
  const { store, clock } = roomStore(database);
  const adapter = createRoomAdapter({ store, botName: BOT_NAME, readFile: async () => null });
  const inbox = new Map<string, RawEvent>();
  const done = new Set<string>();
  const errors: unknown[] = [];
  const moves: [string, string][] = [];

  async function answerAll() {
    for (const [key, { raw }] of inbox) {
      const event = adapter.parse(raw);
      if (done.has(key) || !event) continue;
      done.add(key);
      const { body, address, chatKind } = event;
      if (body.kind === 'edited' || (body.kind === 'text' && !body.addressed)) continue;
      const text = body.kind === 'text' ? body.text : body.kind;
      const options = text.startsWith('?') ? { options: [[{ token: 'yes', label: 'Có' }]] } : {};
      const message = { lines: [[`nghe: ${text}`]], ...options };
      await adapter.send({ address, chatKind, message, dedupeKey: key, blocId: null, editsMessageId: null });
    }
  }

  // Mounted as the server mounts it.
  const app = new Hono();
  const routes = roomRoutes({
    store,
    intake: {
      store: async events =>
        events.map(event => inbox.has(event.eventKey) || inbox.set(event.eventKey, event)),
    },
    clock: {
      now: () => clock.at,
      advanceTo: async (to, how) => {
        moves.push([to.toISOString(), how]);
        clock.at = to;
      },
      nextDue: async () => null,
    },
    settle: answerAll,
    commands: [{ name: 'han', summary: 'Hạn nộp' }],
    botName: BOT_NAME,
    who: async ids =>
      new Map(ids.filter(id => id === 'lan').map(id => [id, { role: 'Trưởng khối', unit: 'Sở A' }])),
    hints: async () => ['Gõ /han để xem hạn nộp.'],
    allowedHosts: ['khoi.example.vn'],
    report: error => errors.push(error),
    ...overrides,
  });

  app.route('/', routes);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise(resolve => server.once('listening', resolve));
  afterAll(() => new Promise(resolve => server.close(resolve)));
  const listening = server.address();
  const port = typeof listening === 'object' && listening ? listening.port : 0;
  const origin = `http://127.0.0.1:${port}`;

  async function call(method: string, path: string, body?: unknown, init: RequestInit = {}): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${origin}/room/api${path}`, { method, ...sent, ...init });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  /** With headers that fetch would not let us set. */
  const rawStatus = (path: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path, headers, method }, response => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject);
      asked.end();
    });

  return {
    database,
    store,
    adapter,
    inbox,
    errors,
    moves,
    port,
    origin,
    rawStatus,
    get: (path: string, init?: RequestInit) => call('GET', path, undefined, init),
    post: (path: string, body?: unknown) => call('POST', path, body),
  };
}

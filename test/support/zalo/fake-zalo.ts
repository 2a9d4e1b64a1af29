import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { breakDown, carriesOut, createFaults, json } from './faults.ts';
import { type Answer, methods } from './methods.ts';
import { people } from './people.ts';
import { type FakeBot, newBot, usual, type ZaloSwitches, type ZaloWorld } from './world.ts';

/** Milliseconds that an empty poll is held at most, whatever it asks for. */
const POLL_CAP = 200;
const STEP = 5;

const pollInput = z.object({ timeout: z.coerce.number().default(30) });

export interface FakeZaloOptions {
  switches?: Partial<ZaloSwitches>;
  bots?: string[];
  now?: () => number;
}

/** The Zalo Bot Platform on a loopback port, with people who write to its bots. */
export async function fakeZalo({ switches, bots = ['Bot Khối'], now = Date.now }: FakeZaloOptions = {}) {
  const world: ZaloWorld = {
    switches: { ...usual, ...switches },
    bots: bots.map(newBot),
    people: new Map(),
    groups: new Map(),
    pictures: new Map(),
    problems: [],
    now,
  };
  const faults = createFaults();
  let over = false;

  const reply = (response: ServerResponse, answer: Answer) => {
    if (answer.ok)
      return json(response, 200, { ...answer, ...(world.switches.zeroCode && { error_code: 0 }) });
    const { code: error_code, description } = answer;
    const status = world.switches.refusals === '200' ? 200 : error_code;
    json(response, status, { ok: false, error_code, description });
  };

  async function updates(bot: FakeBot, body: unknown): Promise<Answer> {
    if (bot.webhook) return { ok: false, code: 400, description: 'Bad request: a webhook is set' };
    const { timeout } = pollInput.parse(body);
    const { delivery, updates: form } = world.switches;
    for (let left = Math.min(timeout * 1_000, POLL_CAP); bot.queue.length === 0 && left > 0; left -= STEP) {
      if (over) break;
      await wait(STEP);
    }
    const next = bot.queue.shift();
    if (next === undefined) return { ok: false, code: 408, description: 'Request timeout' };
    if (delivery === 'replay') bot.queue.push(next);
    return { ok: true, result: form === 'array' ? [next] : next };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const picture = world.pictures.get(request.url ?? '');
    if (picture) {
      response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(picture);
      return;
    }
    const bot = world.bots.find(one => one.token === token);
    if (!bot) return reply(response, { ok: false, code: 401, description: 'Unauthorized' });
    bot.calls.set(method, (bot.calls.get(method) ?? 0) + 1);
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
    const fault = faults.take(method);
    const act =
      method === 'getUpdates' ? () => updates(bot, body) : methods[method]?.bind(null, world, bot, body);
    if (!act) return reply(response, { ok: false, code: 400, description: 'Bad request' });
    const answered = carriesOut(fault) ? await act() : null;
    if (fault) return breakDown(fault, response);
    if (answered) reply(response, answered);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const listen = (port: number) => new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const apiRoot = `http://127.0.0.1:${port}`;
  const down = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  const [bot] = world.bots;
  if (!bot) throw new Error('a platform without bots');

  return {
    apiRoot,
    world,
    bot,
    faults,
    problems: () => world.problems,
    /** Nobody listens until `up`. */
    down,
    up: () => listen(port),
    ...people(world, apiRoot),
    close: async () => {
      over = true;
      await down();
    },
  };
}
export type FakeZalo = Awaited<ReturnType<typeof fakeZalo>>;

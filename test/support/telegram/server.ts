import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, ApiProblem } from './answer.ts';
import type { Delivery } from './delivery.ts';
import { createFaults, type Fault } from './faults.ts';
import { methods } from './methods.ts';
import { type Request, readRequest } from './request.ts';
import { callProblems } from './wire.ts';
import type { World } from './world.ts';

/** A call that the bot made, and what is wrong with it by the Bot API's own schema. */
export interface MadeCall {
  method: string;
  payload: Record<string, unknown>;
  problems: string[];
  /** Milliseconds since the server began. */
  at: number;
}

const TEXT_TYPES = { 'Content-Type': 'application/json' };

/** The Bot API over real HTTP, faults included. */
export async function serveBotApi(world: World, delivery: Delivery, token: string) {
  const calls: MadeCall[] = [];
  const faults = createFaults();
  const began = performance.now();

  async function result(method: string, { payload, files }: Request, gone: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'getUpdates':
        return delivery.getUpdates(payload, gone);
      case 'setWebhook':
        return delivery.setWebhook(payload);
      case 'deleteWebhook':
        return delivery.deleteWebhook(payload);
      case 'getWebhookInfo':
        return delivery.webhookInfo();
      default: {
        const known = methods[method];
        if (!known) throw new ApiProblem(404, 'Not Found');
        return known(world, payload, files);
      }
    }
  }

  async function answerTo(method: string, request: Request, gone: AbortSignal): Promise<Answer> {
    try {
      const problems = callProblems(method, request.payload);
      if (problems === null) throw new ApiProblem(404, 'Not Found');
      if (method !== 'getUpdates') {
        calls.push({ method, payload: request.payload, problems, at: performance.now() - began });
      }
      if (problems.length > 0) throw new ApiProblem(400, `Bad Request: ${problems.join('; ')}`);
      return { ok: true, result: await result(method, request, gone) };
    } catch (error) {
      if (error instanceof ApiProblem) return error.answer;
      return {
        ok: false,
        error_code: 500,
        description: `imitation failed: ${error instanceof Error ? error.stack : String(error)}`,
      };
    }
  }

  function write(response: ServerResponse, answer: Answer): void {
    response.writeHead(answer.ok ? 200 : answer.error_code, TEXT_TYPES).end(JSON.stringify(answer));
  }

  async function disturb(
    fault: Fault,
    accept: () => Promise<Answer>,
    response: ServerResponse,
  ): Promise<void> {
    switch (fault.kind) {
      case 'answer': {
        const { code, description, parameters } = fault;
        const answer = {
          ok: false as const,
          error_code: code,
          description,
          ...(parameters && { parameters }),
        };
        return write(response, answer);
      }
      case 'html':
        response.writeHead(fault.code, { 'Content-Type': 'text/html' });
        response.end(`<html><body><h1>${fault.code} Bad Gateway</h1></body></html>`);
        return;
      case 'reset':
        if (fault.accepted) await accept();
        response.socket?.resetAndDestroy();
        return;
      case 'slow': {
        const answer = await accept();
        await wait(fault.ms);
        return write(response, answer);
      }
      case 'silent':
        if (fault.accepted) await accept();
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const [, path] = new RegExp(`^/file/bot${token}/(.+)$`).exec(request.url ?? '') ?? [];
    if (path !== undefined) return download(path, response);
    if (given !== token) return write(response, { ok: false, error_code: 401, description: 'Unauthorized' });
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const read = await readRequest(request).catch(() => null);
    if (!read)
      return write(response, { ok: false, error_code: 400, description: "Bad Request: can't parse JSON" });
    const accept = () => answerTo(method, read, gone.signal);
    const fault = faults.meet(method, read.payload.chat_id);
    if (fault) await disturb(fault, accept, response);
    else write(response, await accept());
  }

  function download(path: string, response: ServerResponse): void {
    const file = [...world.files.values()].find(one => one.path === path);
    if (file) response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(file.bytes);
    else write(response, { ok: false, error_code: 404, description: 'Not Found' });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const { port } = address;
  const down = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    faults,
    /** Nobody listens until `up`. */
    down,
    up: () => listen(port),
    close: down,
  };
}

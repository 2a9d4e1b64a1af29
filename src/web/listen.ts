import { createServer as createNodeServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ListenProblem, type ListenTrouble } from '../core/listen-problem.ts';

export interface Listening {
  port: number;
  /** As a browser on this machine takes it. */
  url: string;
  /** Takes no more requests, lets those in hand end, and cuts off what is still open after `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

const GRACE_MS = 2_000;
const SWEEP_MS = 20;

const troubles: Record<string, ListenTrouble['code']> = {
  EADDRINUSE: 'port_taken',
  EACCES: 'port_not_allowed',
  EADDRNOTAVAIL: 'host_not_here',
  ENOTFOUND: 'host_not_here',
  EAI_AGAIN: 'host_not_here',
};

/** @throws ListenProblem where nothing can be served there */
export async function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createNodeServer(getRequestListener(app.fetch));
  await opened(server, host, port);
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return { port: bound, url: urlOf(host, bound), close: (graceMs = GRACE_MS) => closed(server, graceMs) };
}

function opened(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const code = troubles[cause.code ?? ''] ?? 'cannot_listen';
      reject(new ListenProblem({ code, host, port }, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

/** "Any address" is none to go to. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection kept alive turns idle after its last answer, of which nobody tells us.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}

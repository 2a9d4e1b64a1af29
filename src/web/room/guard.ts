import type { MiddlewareHandler } from 'hono';
import { RoomProblem } from './problem.ts';

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** `host` is the Host header, lower-cased; `allowed` are names, with a port or (any port) without. */
function isOurs(host: string, allowed: string[]): boolean {
  const [, name] = HOST.exec(host) ?? [];
  return name !== undefined && (LOOPBACK.includes(name) || allowed.includes(name) || allowed.includes(host));
}

/**
 * A foreign page must neither read nor write here, not even through a name of its own that resolves to
 * 127.0.0.1 (DNS rebinding): the Host is ours, and the Origin, if any, is this very host.
 */
export function onlyOurs(allowedHosts: string[]): MiddlewareHandler {
  const allowed = allowedHosts.map(host => host.toLowerCase());
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!isOurs(host, allowed)) throw new RoomProblem('not-our-host');
    const origin = c.req.header('origin')?.toLowerCase();
    if (origin !== undefined) {
      const [, from] = /^https?:\/\/(.+)$/.exec(origin) ?? [];
      // A proxy may have changed the Host: the public name is ours as well.
      if (from !== host && !(from && allowed.includes(from))) throw new RoomProblem('not-our-page');
    }
    await next();
  };
}

/** Browsers say where a request comes from; a link to the page is fine, a call from elsewhere is not. */
export const onlyFromThePage: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new RoomProblem('not-our-page');
  await next();
};

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', CONTENT_POLICY);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
};

import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { afterAll, afterEach, inject } from 'vitest';

/**
 * Tests reach nothing but this machine. A look-up of another host is refused, and it also fails the test
 * that did it, whatever the code under test makes of the refusal.
 */
const offences: string[] = [];
const allowed = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0', '::', ...serverHost()]);

function serverHost(): string[] {
  const server = inject('server');
  return server.kind === 'url' ? [new URL(server.url).hostname.replace(/^\[|\]$/g, '')] : [];
}

function check(host: unknown): void {
  if (typeof host !== 'string' || host === '' || allowed.has(host) || host.startsWith('127.')) return;
  offences.push(host);
  throw Object.assign(new Error(`tests may not reach ${host}`), { code: 'ENOTFOUND' });
}

/** The same function, that looks at its arguments first. */
function guarded<F extends (...args: never[]) => unknown>(
  original: F,
  hostOf: (args: unknown[]) => unknown,
): F {
  return new Proxy(original, {
    apply(target, self, args: unknown[]): unknown {
      check(hostOf(args));
      return Reflect.apply(target, self, args);
    },
  });
}

const first = (args: unknown[]) => args[0];

/** `connect(port, host)`, `connect({ host })`, or node's own list of normalised arguments. */
function hostOfConnect([where, host]: unknown[]): unknown {
  if (Array.isArray(where)) return hostOfConnect(where);
  if (typeof where === 'object' && where !== null && 'host' in where) return where.host;
  return host;
}

dns.lookup = guarded(dns.lookup, first);
dns.resolve = guarded(dns.resolve, first);
dns.promises.lookup = guarded(dns.promises.lookup, first);
dns.promises.resolve = guarded(dns.promises.resolve, first);
net.Socket.prototype.connect = guarded(net.Socket.prototype.connect, hostOfConnect);
syncBuiltinESMExports();

function report(): void {
  const found = offences.splice(0);
  if (found.length > 0) throw new Error(`this test tried to reach ${found.join(', ')}`);
}

afterEach(report);
afterAll(report);

import { connect as dial, type Socket } from 'node:net';
import postgres from 'postgres';
import { z } from 'zod';

/** The connection went away under a statement; whether a commit in flight came through, nobody knows. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

/**
 * One connection, used until its first trouble and then thrown away. postgres.js 3.4.9 revives a lost one
 * under statements that were meant for its predecessor: the process dies of a write to no socket, or the
 * rest of a dead transaction runs in somebody else's (porsager/postgres#1208, #1216).
 */
export interface Lane {
  /** In the order in which they are given, without waiting for each other. */
  run(query: string, parameters: unknown[], values: boolean): Promise<unknown>;
  /** False: of no use any more. */
  alive(): boolean;
  close(): Promise<void>;
}

/** What postgres.js is to be given for its one connection. */
export interface LaneSettings {
  max: 1;
  max_lifetime: null;
  idle_timeout: 0;
  socket(options: unknown): Socket;
  onclose(): void;
}

export interface LaneDeps {
  open(settings: LaneSettings): { unsafe: unknown; end(options: { timeout: number }): Promise<void> };
  /** Which of several hosts. */
  attempt: number;
  /** A half-open socket answers never: silent for so long while asked, it is given up. */
  patienceMs: number | null;
  lost(): void;
}

export function openLane({ open, attempt, patienceMs, lost }: LaneDeps): Lane {
  const waiting = new Set<(why: unknown) => void>();
  let socket: Socket | null = null;
  let trouble: unknown = null;
  let timer: NodeJS.Timeout | undefined;

  const lose = (why: unknown) => {
    if (trouble !== null) return;
    trouble = why;
    clearTimeout(timer);
    socket?.destroy();
    for (const reject of waiting) reject(why);
    waiting.clear();
    client.end({ timeout: 0 }).catch(() => undefined);
    lost();
  };
  const closed = () => lose(new ConnectionLost('the connection was closed'));

  const client = open({
    max: 1,
    max_lifetime: null,
    idle_timeout: 0,
    onclose: closed,
    socket(options) {
      if (socket) throw new ConnectionLost('a lane has one connection');
      socket = gathering(dialled(options, attempt)).once('error', lose).once('close', closed);
      return socket;
    },
  });

  const watch = () => {
    clearTimeout(timer);
    if (patienceMs === null || waiting.size === 0) return;
    const silent = new ConnectionLost(`no answer for ${patienceMs} ms`);
    timer = setTimeout(() => lose(silent), patienceMs);
  };

  return {
    run: (query, parameters, values) =>
      new Promise((resolve, reject) => {
        if (trouble !== null) return reject(trouble);
        waiting.add(reject);
        if (waiting.size === 1) watch();
        const settled = () => {
          waiting.delete(reject);
          watch();
        };
        started(client.unsafe, query, parameters, values).then(
          result => {
            settled();
            resolve(result);
          },
          error => {
            settled();
            // Whatever the server did not say itself leaves the connection in doubt.
            if (!(error instanceof postgres.PostgresError)) lose(error);
            reject(error);
          },
        );
      }),
    alive: () => trouble === null,
    async close() {
      trouble ??= new ConnectionLost('the lane was closed');
      clearTimeout(timer);
      await client.end({ timeout: 1 });
    },
  };
}

/** Every query of ours is prepared once per connection: 3 900 transactions a second instead of 2 400. */
function started(
  unsafe: unknown,
  query: string,
  parameters: unknown[],
  values: boolean,
): PromiseLike<unknown> {
  if (typeof unsafe !== 'function') throw new TypeError('no client of postgres.js');
  const running = Reflect.apply(unsafe, undefined, [query, parameters, { prepare: true }]);
  return values ? running.values() : running;
}

const whereSchema = z.object({
  path: z.union([z.string(), z.literal(false)]).nullish(),
  host: z.array(z.string()).min(1),
  port: z.array(z.number()).min(1),
});

/**
 * postgres.js writes at every kilobyte. What is said before the event loop goes on travels in one call instead:
 * statements of turns side by side are many, and each call wakes the server.
 */
function gathering(socket: Socket): Socket {
  const write = socket.write;
  const send = () => {
    socket.uncork();
  };
  socket.write = (...given: unknown[]) => {
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(send);
    }
    return Reflect.apply(write, socket, given);
  };
  return socket;
}

/** Still connecting; what is written meanwhile waits. */
function dialled(options: unknown, attempt: number): Socket {
  const { path, host, port } = whereSchema.parse(options);
  if (path) return dial(path);
  const n = attempt % host.length;
  // The name is what TLS will ask the server's certificate for.
  return Object.assign(dial(port[n] ?? 5432, host[n]), { host: host[n] });
}

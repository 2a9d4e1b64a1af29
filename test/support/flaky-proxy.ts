import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';
import type { DatabaseTarget } from '../../db/target.ts';

export interface FlakyProxy {
  /** The same database, by way of the proxy. */
  target: DatabaseTarget;
  /** Cuts every open connection. */
  cut(): void;
  /** Cuts them and takes no new ones. */
  refuse(): void;
  /** Half-open: nothing comes through any more, on open and on new connections, and nobody is told. */
  stall(): void;
  /** New connections work again; those that were stalled stay dead, as after a gateway has forgotten them. */
  heal(): void;
  close(): Promise<void>;
}

type State = 'well' | 'refusing' | 'stalled';

/** A way to the database that fails as networks do. */
export async function flakyProxy(behind: DatabaseTarget): Promise<FlakyProxy> {
  const open = new Set<{ near: Socket; far: Socket | null; dead: boolean }>();
  let state: State = 'well';

  const server = createServer(near => {
    if (state === 'refusing') return void near.on('error', () => undefined).resetAndDestroy();
    const pair = { near, far: state === 'stalled' ? null : dialTo(behind), dead: state === 'stalled' };
    open.add(pair);
    const { far } = pair;
    const end = () => {
      // The far side of a half-open connection does not hear that the near one has given up.
      if (pair.dead) return;
      open.delete(pair);
      near.destroy();
      far?.destroy();
    };
    near.on('data', bytes => void (pair.dead || far?.write(bytes)));
    far?.on('data', bytes => void (pair.dead || near.write(bytes)));
    for (const side of [near, far]) side?.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const cut = () => {
    for (const { near, far } of open) {
      near.resetAndDestroy();
      far?.destroy();
    }
    open.clear();
  };
  return {
    target: { kind: 'url', url: urlOf(behind, port) },
    cut,
    refuse: () => {
      state = 'refusing';
      cut();
    },
    stall: () => {
      state = 'stalled';
      for (const pair of open) pair.dead = true;
    },
    heal: () => {
      state = 'well';
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

function dialTo(target: DatabaseTarget): Socket {
  if (target.kind === 'socket') return dial(target.path);
  const { hostname, port } = new URL(target.url);
  return dial(Number(port || 5432), hostname);
}

function urlOf(target: DatabaseTarget, port: number): string {
  if (target.kind === 'socket') return `postgres://${target.user}@127.0.0.1:${port}/${target.database}`;
  const url = new URL(target.url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.href;
}

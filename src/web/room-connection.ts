import type { Command } from '../../commands/command.ts';
import { roomQueries } from '../../db/room.ts';
import type { Tx } from '../../db/tx.ts';
import type { Connection } from '../chat/connection.ts';
import { createRoomAdapter } from '../chat/room/adapter.ts';
import { createRoomStore } from '../chat/room/store.ts';
import type { DomainClock } from '../clock.ts';
import { storedFiles } from '../stored-files.ts';
import { roomText } from '../text/room.ts';
import { lookThrough } from '../turn/read-files.ts';
import { roomRoutes } from './room/routes.ts';
import { roomClock, roomWho } from './room-port.ts';

export interface RoomConnectionDeps {
  app: Tx;
  system: Tx;
  clock: DomainClock;
  commands: readonly Pick<Command, 'name' | 'summary'>[];
  /** Besides the loopback names. */
  allowedHosts: string[];
  report(error: unknown): void;
}

/** The demo room as a messenger: its page and interface are all there is to it. */
export function roomConnection({ app, system, clock, ...deps }: RoomConnectionDeps): Connection {
  const { botName } = roomText;
  const store = createRoomStore({ queries: roomQueries(system), now: clock.now, botName });
  return {
    adapter: createRoomAdapter({ store, botName, readFile: storedFiles(app) }),
    deepLink: () => null,
    open: ({ intake, tick, settle }) => ({
      routes: roomRoutes({
        store,
        intake,
        clock: roomClock({
          db: system,
          clock,
          catchUp: async () => {
            await tick();
            await settle();
          },
        }),
        settle,
        commands: deps.commands.map(({ name, summary }) => ({ name, summary })),
        botName,
        who: roomWho(app, clock),
        hints: async () => roomText.hints(),
        allowedHosts: deps.allowedHosts,
        lookThrough,
        report: deps.report,
      }),
      start: () => {},
      stop: async () => {},
    }),
  };
}

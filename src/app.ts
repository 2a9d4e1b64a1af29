import cron from 'node-cron';
import { commands } from '../commands/index.ts';
import { loadHolidays } from '../db/calendar.ts';
import { connect } from '../db/client.ts';
import { errorCode } from '../db/embedded/error-code.ts';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { oldestWaiting } from '../db/inbox.ts';
import { brokenInvariants } from '../db/invariants.ts';
import { migrate } from '../db/migrate.ts';
import { holdProcessLock } from '../db/process-lock.ts';
import { purge, purgeFiles } from '../db/purge.ts';
import type { DatabaseTarget } from '../db/target.ts';
import type { Connection } from './chat/connection.ts';
import { type DomainClock, movableClock, systemClock } from './clock.ts';
import { type Config, linksUrl } from './config.ts';
import { DatabaseProblem } from './core/database-problem.ts';
import type { Broken } from './core/invariants.ts';
import { startEngine } from './engine.ts';
import { loadSample } from './load/sample.ts';
import type { Logger } from './log.ts';
import { spendings } from './scheduler/budget-levels.ts';
import { storedFiles } from './stored-files.ts';
import { roomText } from './text/room.ts';
import { lookThrough } from './turn/read-files.ts';
import { createWatch } from './watch.ts';
import { linkRoutes } from './web/links/routes.ts';
import { listen } from './web/listen.ts';
import { createMetrics } from './web/metrics.ts';
import { roomConnection } from './web/room-connection.ts';
import { createServer } from './web/server.ts';
import { zaloBots } from './zalo-bots.ts';

/** Connections: turns and ticks, then intake, sends, the room and up to three downloads, so that none starves another. */
const APP_CONNECTIONS = 4;
const SYSTEM_CONNECTIONS = 6;

/** Until a connection that says nothing is given up; nothing of ours takes as long. */
const PATIENCE_MS = 10_000;
/** A file is downloaded while its event is held. */
const DOWNLOAD_MS = 120_000;

/** What becomes of a send where the platform has answered. */
const ANSWERED = new Set(['sent', 'gone', 'moved', 'refused']);

export interface App {
  url: string;
  /** Finishes what is in hand, then closes the database. */
  stop(): Promise<void>;
}

/** Brings everything up, in the order in which things need each other. Tests start it the same way as main. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const startedAt = new Date();
  const database = await openDatabase(config, log);
  const { target } = database;
  await migrate(target);
  const app = connect(target, { role: 'tlk_app', max: APP_CONNECTIONS, patienceMs: PATIENCE_MS });
  const system = connect(target, {
    role: 'tlk_system',
    max: SYSTEM_CONNECTIONS,
    patienceMs: PATIENCE_MS,
    settings: { idle_in_transaction_session_timeout: DOWNLOAD_MS },
  });
  await loadHolidays(system.db);
  const clock = await chooseClock(config, system.db);
  const lock = await holdProcessLock(target);

  const allowedHosts = config.publicUrl ? [new URL(config.publicUrl).host] : [];
  const report = (error: unknown) => log.error({ err: error }, 'request failed');

  const metrics = createMetrics();
  const contacts: Record<string, Date | null> = config.telegram ? { telegram: null } : {};
  let lastTick: Date | null = null;
  let broken: readonly Broken[] = [];
  const ticked = (done: number) => {
    lastTick = new Date();
    metrics.ticked(done);
  };
  const answered = (platform: string) => {
    contacts[platform] = new Date();
  };
  const messenger = {
    readFile: storedFiles(app.db),
    commands,
    now: clock.now,
    log,
    publicUrl: config.publicUrl,
  };
  // One entry for each messenger.
  // Half a megabyte of grammY: for those who speak over it.
  const telegram = config.telegram && (await import('./chat/telegram/connection.ts'));
  const connections: Connection[] = [
    ...(config.room
      ? [roomConnection({ app: app.db, system: system.db, clock, commands, allowedHosts, report })]
      : []),
    ...(config.telegram && telegram
      ? [
          telegram.telegramConnection({
            ...config.telegram,
            ...messenger,
            answered: () => answered('telegram'),
          }),
        ]
      : []),
    ...(config.zalo
      ? zaloBots(config.zalo, { ...messenger, target, app: app.db, answered: () => answered('zalo') })
      : []),
  ];
  const engine = startEngine({
    app: app.db,
    system: system.db,
    adapters: connections.map(one => one.adapter),
    commands,
    clock,
    log,
    botName: roomText.botName,
    owner: lock.owner,
    publicUrl: linksUrl(config),
    deepLinks: (payload, to) =>
      connections.flatMap(({ adapter, deepLink }) => {
        const url = deepLink(payload, to);
        return url === null ? [] : [{ platform: adapter.platform, url }];
      }),
    seen: {
      stored: metrics.eventsStored,
      turned: metrics.turnsTaken,
      failed: metrics.turnFailed,
      sent: (platform, outcome) => {
        metrics.messageSent(platform, outcome);
        if (ANSWERED.has(outcome)) answered(platform);
      },
    },
    ticked,
  });
  if (config.room) await loadSample({ app: app.db, system: system.db, clock });

  const open = connections.map(one => one.open(engine));
  const watch = createWatch({
    db: system.db,
    now: () => new Date(),
    startedAt,
    lastTick: () => lastTick,
    contacts: () => contacts,
    broken: () => broken,
    dataDir: config.database.kind === 'embedded' ? config.database.dataDir : null,
    alertUrl: config.alertUrl,
    log,
  });
  const server = await listen(
    createServer({
      connected: [
        linkRoutes({ db: app.db, now: clock.now, lookThrough }),
        ...open.flatMap(one => one.routes ?? []),
      ],
      health: {
        now: () => new Date(),
        startedAt,
        lastTick: () => lastTick,
        contacts: () => contacts,
        alarms: watch.open,
        queues: () => oldestWaiting(system.db),
        budgets: () => spendings(system.db),
      },
      metrics,
      report,
    }),
    config,
  );

  const tick = () => engine.tick().catch(error => log.error({ err: error }, 'tick failed'));
  const jobs = [
    cron.schedule('*/30 * * * * *', () => (clock.still() ? ticked(0) : tick()), { noOverlap: true }),
    cron.schedule('15,45 * * * * *', watch.look, { noOverlap: true }),
    cron.schedule('17 3 * * *', () =>
      Promise.all([purge(system.db), purgeFiles(target, clock.now())]).catch(error =>
        log.error({ err: error }, 'purge failed'),
      ),
    ),
    cron.schedule('37 3 * * *', async () => {
      try {
        broken = await brokenInvariants(app.db);
      } catch (error) {
        log.error({ err: error }, 'invariants not looked at');
      }
    }),
  ];
  void tick();
  for (const one of open) one.start();

  return {
    url: server.url,
    stop: async () => {
      for (const job of jobs) await job.stop();
      await server.close();
      await Promise.all(open.map(one => one.stop()));
      await engine.stop();
      await lock.release();
      await Promise.all([app.end(), system.end()]);
      await database.stop();
    },
  };
}

async function openDatabase(
  config: Config,
  log: Logger,
): Promise<{ target: DatabaseTarget; stop(): Promise<void> }> {
  if (config.database.kind === 'embedded') {
    const say = { info: (text: string) => log.info(text), warn: (text: string) => log.warn(text) };
    return startEmbedded(config.database.dataDir, { log: say });
  }
  await reach(config.database);
  return { target: config.database, stop: async () => {} };
}

/** @throws DatabaseProblem with the server's or the system's code */
async function reach(target: Extract<DatabaseTarget, { kind: 'url' }>): Promise<void> {
  const { sql, end } = connect(target, { role: null, max: 1 });
  try {
    await sql`select 1`;
  } catch (error) {
    // Never the account or its password; there may be several hosts.
    const [host = ''] = target.url.replace(/^[a-z]+:\/\/(?:[^@/]*@)?/, '').split(/[/?]/);
    throw new DatabaseProblem({ code: 'cannot_connect', host, reason: errorCode(error) || 'unknown' });
  } finally {
    await end();
  }
}

/** Only a demo's clock moves: never that of blocs on a real platform, nor on an operator's server. */
async function chooseClock(config: Config, db: Parameters<typeof movableClock>[0]): Promise<DomainClock> {
  const movable = config.clockMayMove && (config.room || config.clock !== null);
  return movable ? movableClock(db, config.clock) : systemClock;
}

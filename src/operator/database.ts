import { loadHolidays } from '../../db/calendar.ts';
import { connect } from '../../db/client.ts';
import { attachEmbedded } from '../../db/embedded/attach.ts';
import { startEmbedded } from '../../db/embedded/start-embedded.ts';
import { migrate } from '../../db/migrate.ts';
import type { DatabaseTarget } from '../../db/target.ts';
import type { Tx } from '../../db/tx.ts';
import { type DomainClock, movableClock, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';

export interface OperatorDatabase {
  app: Tx;
  system: Tx;
  clock: DomainClock;
}

interface Opened {
  target: DatabaseTarget;
  stop(): Promise<void>;
}

export const quiet = { info: () => undefined, warn: () => undefined };

/** The database the settings name, brought up to date for one command and closed after it. @throws DatabaseProblem */
export const withDatabase = <T>(config: Config, task: Task<T>): Promise<T> =>
  within(config, openDatabase, task);

/** The same beside a bot that may be running: for what reads, or adds a row that nobody else is at. */
export const besideBot = <T>(config: Config, task: Task<T>): Promise<T> => within(config, joinDatabase, task);

type Task<T> = (database: OperatorDatabase) => Promise<T>;

async function within<T>(
  config: Config,
  open: (config: Config) => Promise<Opened>,
  task: Task<T>,
): Promise<T> {
  const { target, stop } = await open(config);
  try {
    await migrate(target);
    const app = connect(target, { role: 'tlk_app', max: 1 });
    const system = connect(target, { role: 'tlk_system', max: 1 });
    try {
      await loadHolidays(system.db);
      return await task({ app: app.db, system: system.db, clock: await clockOf(config, system.db) });
    } finally {
      await Promise.all([app.end(), system.end()]);
    }
  } finally {
    await stop();
  }
}

/** Embedded, it is ours alone until `stop`. @throws DatabaseProblem */
export async function openDatabase({ database }: Config): Promise<Opened> {
  return database.kind === 'embedded'
    ? startEmbedded(database.dataDir, { log: quiet })
    : { target: database, stop: async () => {} };
}

async function joinDatabase(config: Config): Promise<Opened> {
  const { database } = config;
  const joined = database.kind === 'embedded' ? await attachEmbedded(database.dataDir, { log: quiet }) : null;
  return joined ?? openDatabase(config);
}

/** The time that the bot itself goes by with these settings. */
async function clockOf(config: Config, db: Tx): Promise<DomainClock> {
  const movable = config.clockMayMove && (config.room || config.clock !== null);
  return movable ? movableClock(db, config.clock) : systemClock;
}

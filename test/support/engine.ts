import { afterAll } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { commands as all } from '../../commands/index.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { type DomainClock, movableClock } from '../../src/clock.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import type { Logger } from '../../src/log.ts';
import type { TurnDeps } from '../../src/turn/deps.ts';
import type { ReadingLimits } from '../../src/turn/read-files.ts';
import type { TestDatabase } from './database.ts';
import { silentLog } from './silent-log.ts';

export interface TestEngine extends Engine {
  clock: DomainClock;
}

interface EngineSettings {
  at: Date;
  /** Commands besides. */
  extra?: readonly Command[];
  publicUrl?: string | null;
  log?: Logger;
  deepLinks?: TurnDeps['deepLinks'];
  reading?: ReadingLimits;
}

/** The real pipeline over a test file's database; the clock stands still where it is put. `extra`: commands besides. */
export async function testEngine(
  database: TestDatabase,
  adapters: ChatAdapter[],
  at = new Date('2026-06-08T02:00:00Z'),
  extra: readonly Command[] = [],
  publicUrl: string | null = null,
  log: Logger = silentLog(),
): Promise<TestEngine> {
  const engine = await startTestEngine(database, adapters, { at, extra, publicUrl, log });
  afterAll(engine.stop);
  return engine;
}

/** The same until it is stopped, also within a test. */
export async function startTestEngine(
  database: TestDatabase,
  adapters: ChatAdapter[],
  { at, extra = [], publicUrl = null, log = silentLog(), deepLinks = () => [], reading = {} }: EngineSettings,
): Promise<TestEngine> {
  await loadHolidays(database.system.db);
  const clock = await movableClock(database.system.db, { at, speed: 0 });
  const lock = await holdProcessLock(database.target);
  const nothing = () => {};
  const engine = startEngine({
    app: database.app.db,
    system: database.system.db,
    adapters,
    commands: [...all, ...extra],
    clock,
    log,
    botName: 'Trợ lý Khối',
    owner: lock.owner,
    publicUrl,
    deepLinks,
    reading,
    seen: { stored: nothing, turned: nothing, failed: nothing, sent: nothing },
    ticked: nothing,
  });
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await engine.stop();
    await lock.release();
  };
  return { ...engine, clock, stop };
}

import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { commands as all } from '../../commands/index.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { type DomainClock, movableClock } from '../../src/clock.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import type { TestDatabase } from './database.ts';

export interface TestEngine extends Engine {
  clock: DomainClock;
}

/** The real pipeline over a test file's database; the clock stands still where it is put. `extra`: commands besides. */
export async function testEngine(
  database: TestDatabase,
  adapters: ChatAdapter[],
  at = new Date('2026-06-08T02:00:00Z'),
  extra: readonly Command[] = [],
  publicUrl: string | null = null,
): Promise<TestEngine> {
  await loadHolidays(database.system.db);
  const clock = await movableClock(database.system.db, { at, speed: 0 });
  const lock = await holdProcessLock(database.target);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
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
    deepLinks: () => [],
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
  afterAll(stop);
  return { ...engine, clock, stop };
}

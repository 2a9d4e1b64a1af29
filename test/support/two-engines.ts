import { pino } from 'pino';
import { afterAll } from 'vitest';
import { commands } from '../../commands/index.ts';
import { holdProcessLock } from '../../db/process-lock.ts';
import type { Outgoing } from '../../src/chat/port.ts';
import type { DomainClock } from '../../src/clock.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import type { TestDatabase } from './database.ts';
import { stubAdapter } from './stub-adapter.ts';

export interface SentAt extends Outgoing {
  at: Date;
}

/** Two processes' worth of engines over one database, under a clock that may be set to any time, also back. */
export async function twoEngines(database: TestDatabase, start: Date) {
  let time = start;
  const clock: DomainClock = {
    now: () => time,
    refresh: async () => {},
    still: () => false,
    moveTo: async to => {
      time = to;
    },
  };
  const sent: SentAt[] = [];
  const stub = stubAdapter();
  const adapter = {
    ...stub,
    // What is counted is what was meant to be said, not the parts in which a messenger takes it.
    capabilities: { ...stub.capabilities, textUnits: Number.MAX_SAFE_INTEGER },
    platform: 'room' as const,
    botId: 'room',
    send: async (outgoing: Outgoing) => {
      sent.push({ ...outgoing, at: time });
      return { kind: 'sent' as const, messageId: String(sent.length) };
    },
  };
  const nothing = () => {};
  const begin = async (): Promise<Engine> => {
    const lock = await holdProcessLock(database.target);
    const engine = startEngine({
      app: database.app.db,
      system: database.system.db,
      adapters: [adapter],
      commands,
      clock,
      log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
      botName: 'Trợ lý Khối',
      owner: lock.owner,
      publicUrl: null,
      deepLinks: () => [],
      seen: { stored: nothing, turned: nothing, failed: nothing, sent: nothing },
      ticked: nothing,
    });
    return {
      ...engine,
      stop: async () => {
        await engine.stop();
        await lock.release();
      },
    };
  };
  let engines = [await begin(), await begin()];
  const stop = async () => {
    await Promise.all(engines.map(engine => engine.stop()));
    engines = [];
  };
  afterAll(stop);

  return {
    sent,
    now: () => time,
    set: (to: Date) => {
      time = to;
    },
    /** Both look at once; everything is sent before the time moves on. */
    tick: async () => {
      await Promise.all(engines.map(engine => engine.tick()));
      await engines[0]?.settle();
    },
    /** One is stopped in the middle of its look and a new one takes its place, while the other works on. */
    restart: async (which: 0 | 1) => {
      const [one, other] = which === 0 ? engines : engines.toReversed();
      const [next] = await Promise.all([begin(), other?.tick(), one?.tick(), one?.stop()]);
      engines = [...(other ? [other] : []), next];
    },
    stop,
    start: async () => {
      engines = [await begin(), await begin()];
    },
  };
}

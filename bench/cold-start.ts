import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, startBot } from './cold-start/bot.ts';
import { pssOf } from './cold-start/memory.ts';
import { soak } from './cold-start/soak.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult } from './results.ts';
import { spread } from './stats.ts';

/** Until then what the start left behind is tidied away, and timers have run once. */
const REST_MS = 10_000;
/** At once, so that the bot opens the connections that it has. */
const CROWD = 12;

/** Benchmark 7: the real program, to its first answers, on no data folder and on an existing one. */
export async function coldStart(environment: Environment, folder: string, options: Options): Promise<void> {
  const starts: { existing: boolean; round: number; healthyMs: number; answeredMs: number }[] = [];
  const memory: object[] = [];
  const dataDir = join(folder, 'cold-start');
  for (let round = 1; round <= options.rounds; round += 1)
    for (const existing of [false, true]) {
      if (!existing) rmSync(dataDir, { recursive: true, force: true });
      const bot = await startBot(dataDir);
      try {
        const { healthyMs, answeredMs } = bot;
        starts.push({ existing, round, healthyMs, answeredMs });
        console.log(
          `  ${round}  ${existing ? 'existing' : 'no'} data: /healthz ${ms(healthyMs)}, /han ${ms(answeredMs)}`,
        );
        if (existing && round === options.rounds) {
          memory.push(await atRest(bot));
          if (options.soak) memory.push(await soak(bot, options.soak));
        }
      } finally {
        await bot.stop();
      }
    }

  const summary = [false, true].map(existing => {
    const of = starts.filter(start => start.existing === existing);
    const healthy = spread(of.map(start => start.healthyMs));
    return { existing, healthy, answered: spread(of.map(start => start.answeredMs)) };
  });
  for (const { existing, healthy, answered } of summary)
    console.log(
      `${existing ? 'existing data' : 'no data'}: /healthz ${ms(healthy.median)} (${ms(healthy.min)}–${ms(healthy.max)}), ` +
        `/han ${ms(answered.median)} (${ms(answered.min)}–${ms(answered.max)})`,
    );
  appendResult('cold-start', { ...environment, options: { ...options }, summary, memory, starts });
}

async function atRest(bot: Bot) {
  await Promise.all(Array.from({ length: CROWD }, () => bot.ask('/han')));
  await wait(REST_MS);
  const { botMb, databaseMb, connections } = await pssOf(bot.pid, bot.dataDir);
  const totalMb = botMb + databaseMb;
  console.log(
    `  at rest: ${mb(totalMb)} (bot ${mb(botMb)}, PostgreSQL ${mb(databaseMb)} with ${connections} connections)`,
  );
  return { after: 'rest', totalMb, botMb, databaseMb, connections };
}

const ms = (value: number) => `${(value / 1000).toFixed(2)} s`;
const mb = (value: number) => `${value.toFixed(1)} MB`;

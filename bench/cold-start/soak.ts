import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from './bot.ts';
import { pssOf } from './memory.ts';

const PER_SECOND = 5;
/** Before the first reading the heap finds its size. */
const WARM_MINUTES = 2;

/** So many minutes of steady work; how far the memory moves between the first readings and the last. */
export async function soak(bot: Bot, minutes: number) {
  const readings: number[] = [];
  const failures: unknown[] = [];
  for (let minute = 1; minute <= minutes + WARM_MINUTES; minute += 1) {
    for (let n = 0; n < 60 * PER_SECOND; n += 1) {
      bot.ask(n % 2 ? '/han' : '/toi').catch(error => failures.push(error));
      await wait(1000 / PER_SECOND);
    }
    const now = await pssOf(bot.pid, bot.dataDir);
    const totalMb = now.botMb + now.databaseMb;
    if (minute > WARM_MINUTES) readings.push(totalMb);
    console.log(
      `  soak, minute ${minute}: ${totalMb.toFixed(1)} MB (bot ${now.botMb.toFixed(1)}), ${failures.length} failed`,
    );
  }
  const driftMb = (readings.at(-1) ?? Number.NaN) - (readings[0] ?? Number.NaN);
  console.log(`  drift over ${minutes} minutes: ${driftMb.toFixed(1)} MB`);
  return { after: `soak of ${minutes} minutes`, driftMb, readings, failed: failures.length };
}

import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { vn } from '../support/reminders.ts';
import { drawnSeed } from '../support/seed.ts';
import { dayHours, type Simulation, simulate } from '../support/simulation.ts';
import { size } from '../support/size.ts';

const seed = drawnSeed();
const HOUR_MS = 3_600_000;
const START = vn('2026-08-17 09:00');

type Jump = (life: Simulation, hour: Date) => Promise<number>;

/** Just after the morning's messages the clock is an hour behind again, and the morning comes once more. */
const back: Jump = async (life, hour) => {
  life.engines.set(new Date(hour.getTime() - HOUR_MS));
  await life.look();
  await life.happen();
  life.engines.set(hour);
  await life.look();
  return 0;
};
/** Three days on at once, as after a wrong date: nobody looked meanwhile. */
const forward: Jump = async () => 3;
/** Nobody is there for 36 hours; where that ends in the evening, the next morning catches up. */
const stopped: Jump = async (life, hour) => {
  await life.engines.stop();
  await life.engines.start();
  life.engines.set(new Date(hour.getTime() + 36 * HOUR_MS));
  await life.look();
  return 2;
};

const stories: Record<string, { jump: Jump; times: number; every: number }> = {
  'back one hour, ten times': { jump: back, times: 10, every: 2 },
  'forward three days': { jump: forward, times: size(2, 8), every: 3 },
  'stopped for 36 hours': { jump: stopped, times: size(2, 10), every: 3 },
};

test.each(Object.entries(stories))(
  `%s: nothing is doubled, what was missed is said once or folded (seed ${seed})`,
  async (name, { jump, times, every }) => {
    const database = await testDatabase();
    const days = times * (every + 3) + 3;
    const life = await simulate(database, START, { days, deadlines: size(8, 30), blocs: 1, seed });
    let left = times;
    for (let n = 1; n <= days; n++) {
      let skipped = 0;
      for (const hour of dayHours(START, n)) {
        life.engines.set(hour);
        await life.look();
        if (life.upTo(3) === 0) await life.happen();
        if (
          left > 0 &&
          n % every === 0 &&
          skipped === 0 &&
          hour.getTime() === dayHours(START, n)[1]?.getTime()
        ) {
          left -= 1;
          skipped = await jump(life, hour);
          if (skipped > 0) break;
        }
      }
      n += skipped;
    }
    expect(left, 'jumps not made').toBe(0);
    const [sent, expected] = [life.sent(), life.expected.sort()];
    expect(life.sentTwice()).toEqual([]);
    expect(sent).toEqual(expected);
    console.info(`${name}: ${times} jumps in ${days} days, ${sent.length} messages, 0 doubled, 0 lost`);
  },
  size(60_000, 30 * 60_000),
);

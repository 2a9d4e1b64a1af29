import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { vn } from '../support/reminders.ts';
import { drawnSeed } from '../support/seed.ts';
import { dayHours, simulate } from '../support/simulation.ts';
import { size } from '../support/size.ts';

const database = await testDatabase();
const DAYS = size(10, 90);
const seed = drawnSeed();

test(
  `two engines, restarted again and again over ${DAYS} days: everything due is said once, when it is due (seed ${seed})`,
  async () => {
    // The long run goes over a working Saturday, the days off of 02/9 and the question about 23/11.
    const start = vn(DAYS > 10 ? '2026-08-17 09:00' : '2026-09-15 09:00');
    const given = { days: DAYS, deadlines: size(6, 30), blocs: size(1, 2), seed };
    const life = await simulate(database, start, given);
    // A sheet asked for: the one kind that chance might leave out of a short run.
    await life.happen(8);
    for (let n = 0; n <= DAYS; n++)
      for (const hour of dayHours(start, n)) {
        if (hour <= start) continue;
        life.engines.set(hour);
        await life.look(life.upTo(6) === 0 ? 'restart' : 'tick');
        if (life.upTo(4) === 0) await life.happen();
      }
    const [sent, expected] = [life.sent(), life.expected.sort()];
    expect(life.sentTwice()).toEqual([]);
    expect(sent).toEqual(expected);
    const kinds = [...new Set(sent.map(line => line.split(' ')[2]))].sort();
    expect(kinds).toEqual(['alive', 'export', 'group', 'holiday', 'lead', 'unit']);
    console.info(`${DAYS} days: ${sent.length} messages, 0 doubled, 0 missed`);
  },
  size(60_000, 30 * 60_000),
);

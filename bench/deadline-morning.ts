import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { migrate } from '../db/migrate.ts';
import { inDatabase } from '../db/target.ts';
import { type Child, startChild } from './child.ts';
import { countingApi } from './deadline-morning/api.ts';
import { planMorning, rewind } from './deadline-morning/blocs.ts';
import { bars } from './draw.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult, resultFile } from './results.ts';
import { groupBy, spread } from './stats.ts';

const PEERS = ['pg-boss', 'graphile-worker', 'graphile-worker, batched'];
const OURS = 'ours, who and what decided too';
const doneSchema = z.object({ done: z.number() });
const leftSchema = z.object({ left: z.number() });
/** Messages take longer than the other benchmarks' rounds, and there are four contenders. */
const MOST_ROUNDS = 3;

/** Benchmark 3a: some 10 000 reminders due at 08:00, to an API that answers at once. */
export async function deadlineMorning(
  environment: Environment,
  folder: string,
  options: Options,
): Promise<void> {
  const log = { info: () => {}, warn: console.warn };
  const database = await startEmbedded(join(folder, 'deadline-morning'), { log });
  const api = await countingApi();
  const children: Child[] = [];
  const start = (module: string, args: string[]) => {
    const child = startChild(module, { args });
    children.push(child);
    return child;
  };
  const admin = connect(database.target, { role: null, max: 1 });
  const target = inDatabase(database.target, 'tlk_bench_morning');
  if (target.kind !== 'socket') throw new Error('the benchmark runs on the embedded database');
  await admin.sql.unsafe(`create database ${target.database}`);
  await migrate(target);
  const owner = connect(target, { role: null, max: 1 });
  try {
    const app = connect(target, { role: 'tlk_app', max: 1 });
    await planMorning(owner.sql, app).finally(app.end);
    const ours = start('deadline-morning/ours.js', [api.url, target.path, target.database]);
    // Also how many there are.
    void api.arrivals(Number.POSITIVE_INFINITY);
    await ours.ask({ go: true }, z.unknown());
    const { done: count } = await ours.ask({}, doneSchema);
    if (api.seen() !== count) throw new Error(`${api.seen()} messages arrived, ${count} are marked sent`);
    console.log(`  ${count} messages`);

    const peers: { name: string; child: Child }[] = [];
    for (const [n, name] of PEERS.entries()) {
      await admin.sql.unsafe(`create database peer_${n}`);
      const args = [name, api.url, dirname(target.path), `peer_${n}`];
      peers.push({ name, child: start('deadline-morning/peer.js', args) });
    }

    const rounds: { contender: string; rate: number }[] = [];
    const timed = async (contender: string, child: Child) => {
      const arrived = api.arrivals(count);
      await child.ask({ go: true }, z.unknown());
      const rate = count / ((await arrived) / 1000);
      rounds.push({ contender, rate });
      console.log(`  ${contender}: ${rate.toFixed(0)} messages a second`);
    };
    for (let round = 1; round <= Math.min(MOST_ROUNDS, options.rounds); round += 1) {
      await rewind(owner.sql);
      await timed(OURS, ours);
      const { done } = await ours.ask({}, doneSchema);
      if (done !== count || api.seen() !== count) throw new Error(`${api.seen()} arrived, ${done} marked`);
      for (const { name, child } of peers) {
        await child.ask({ fill: count }, z.unknown());
        await timed(name, child);
        const { left } = await child.ask({}, leftSchema);
        if (left !== 0 || api.seen() !== count)
          throw new Error(`${name}: ${left} left, ${api.seen()} arrived`);
      }
    }

    const rows = [...groupBy(rounds, one => one.contender)].map(([contender, group]) => ({
      contender,
      rate: spread(group.map(one => one.rate)),
    }));
    for (const { contender, rate } of rows)
      console.log(
        `${contender}: ${rate.median.toFixed(0)} (${rate.min.toFixed(0)}–${rate.max.toFixed(0)}) a second`,
      );
    appendResult('deadline-morning', { ...environment, options: { ...options }, count, rows, rounds });
    const drawn = rows.map(row => ({
      group: `${count} messages due at once`,
      label: row.contender === OURS ? 'ours' : row.contender,
      value: row.rate,
      note: row.contender === OURS ? 'decides whom and what' : 'told whom and what',
      ours: row.contender === OURS,
    }));
    writeFileSync(
      resultFile('deadline-morning.svg'),
      bars('The morning of the deadline: messages per second (median and range)', drawn),
    );
  } finally {
    for (const child of children) await child.stop();
    await Promise.all([owner.end(), admin.end(), api.close()]);
    await database.stop();
  }
}

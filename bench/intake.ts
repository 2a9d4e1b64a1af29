import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { migrate } from '../db/migrate.ts';
import { inDatabase } from '../db/target.ts';
import { type Child, startChild } from './child.ts';
import { bars } from './draw.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult, resultFile } from './results.ts';
import { printed, type Round, summarise } from './whole-turn/report.ts';

const CONNECTIONS = 50;
const PEERS = ['node:http', 'grammY', 'telegraf'];
const OURS = 'ours, committed';

const portSchema = z.object({ port: z.number(), stored: z.number().nullable() });
const roundSchema = z.object({
  rate: z.number(),
  p50: z.number(),
  p99: z.number(),
  acknowledged: z.number(),
});

interface Contender {
  name: string;
  path: string;
  child: Child;
  port: number;
}

/** Benchmark 1: updates arrive at a webhook. Ours answers when they are committed, the peers store nothing. */
export async function intake(environment: Environment, folder: string, options: Options): Promise<void> {
  const log = { info: () => {}, warn: console.warn };
  const database = await startEmbedded(join(folder, 'intake'), { log });
  const load = startChild('intake/load.js');
  const contenders: Contender[] = [];
  const start = async (name: string, path: string, module: string, args: string[]) => {
    const child = startChild(module, { args });
    const { port } = await child.ask({}, portSchema);
    const contender = { name, path, child, port };
    contenders.push(contender);
    return contender;
  };
  try {
    const target = inDatabase(database.target, 'tlk_bench_intake');
    if (target.kind !== 'socket') throw new Error('the benchmark runs on the embedded database');
    const admin = connect(database.target, { role: null, max: 1 });
    await admin.sql.unsafe(`create database ${target.database}`).finally(admin.end);
    await migrate(target);
    for (const peer of PEERS) await start(peer, '/', 'intake/peer.js', [peer]);
    const ours = await start(OURS, '/telegram', 'intake/ours.js', [target.path, target.database]);

    const rounds: Round[] = [];
    let acknowledged = 0;
    for (let round = 1; round <= options.rounds; round += 1)
      for (const { name, path, port } of contenders) {
        const warmMs = round === 1 ? 1_500 : 300;
        const task = { port, path, connections: CONNECTIONS, warmMs, measureMs: options.seconds * 1000 };
        const { rate, p50, p99, ...rest } = await load.ask(task, roundSchema);
        rounds.push({ contender: name, inFlight: CONNECTIONS, round, rate, p50, p99 });
        if (name === OURS) acknowledged += rest.acknowledged;
        console.log(`  ${round}  ${name}: ${rate.toFixed(0)}/s, p99 ${p99.toFixed(1)} ms`);
      }
    const { stored } = await ours.child.ask({}, portSchema);
    console.log(`  ${acknowledged} updates acknowledged, ${stored} rows`);
    if (stored !== acknowledged) throw new Error('the rows do not add up');

    const rows = summarise(rounds);
    console.log(`\n${printed(rows)}`);
    appendResult('intake', { ...environment, options: { ...options }, rows, rounds });
    const drawn = rows.map(row => ({
      group: `${CONNECTIONS} connections`,
      label: row.contender,
      value: row.rate,
      note: row.contender === OURS ? `p99 ${row.p99.median.toFixed(1)} ms` : 'stores nothing',
      ours: row.contender === OURS,
    }));
    writeFileSync(
      resultFile('intake.svg'),
      bars('Durable intake: updates per second (median and range)', drawn),
    );
  } finally {
    for (const { child } of contenders) await child.stop();
    await load.stop();
    await database.stop();
  }
}

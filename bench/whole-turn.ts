import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import type { DatabaseTarget } from '../db/target.ts';
import { startChild } from './child.ts';
import { bars } from './draw.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult, resultFile } from './results.ts';
import { type Contender, startFloor, startOurs } from './whole-turn/contenders.ts';
import { printed, type Round, summarise } from './whole-turn/report.ts';

const IN_FLIGHT = [1, 50];
const portSchema = z.object({ port: z.number() });
const roundSchema = z.object({
  rate: z.number(),
  p50: z.number(),
  p99: z.number(),
  posted: z.number(),
  answerLength: z.number(),
});
const countsSchema = z.object({ done: z.number(), sent: z.number(), failed: z.number() });

/** Benchmark 2: an update comes in over HTTP, its answer is sent to a fake API and everything is committed. */
export async function wholeTurn(environment: Environment, folder: string, options: Options): Promise<void> {
  const log = { info: () => {}, warn: console.warn };
  const database = await startEmbedded(join(folder, 'whole-turn'), { log });
  const world = startChild('whole-turn/world.js');
  const contenders: Contender[] = [];
  try {
    const { port } = await world.ask({}, portSchema);
    const apiRoot = `http://127.0.0.1:${port}`;
    contenders.push(await startFloor(apiRoot));
    for (const blocs of options.blocs)
      contenders.push(await generated(database.target, apiRoot, blocs, options.profile));

    const rounds: Round[] = [];
    const posted = new Map<string, number>();
    let answerLength = 0;
    for (let round = 1; round <= options.rounds; round += 1)
      for (const inFlight of IN_FLIGHT)
        for (const { name, people, child, port } of contenders) {
          const { seconds } = options;
          const task = {
            port,
            inFlight,
            people,
            warmMs: round === 1 ? 2_000 : 500,
            measureMs: seconds * 1000,
          };
          const { rate, p50, p99, ...rest } = await world.ask(task, roundSchema);
          rounds.push({ contender: name, inFlight, round, rate, p50, p99 });
          posted.set(name, (posted.get(name) ?? 0) + rest.posted);
          answerLength = Math.round(rest.answerLength);
          console.log(
            `  ${round}  ${name}, ${inFlight} in flight: ${rate.toFixed(0)}/s, p99 ${p99.toFixed(1)} ms`,
          );
          // The peer rests while the other's last sends are marked.
          await child.ask({}, z.unknown());
        }
    for (const contender of contenders) await check(contender, posted.get(contender.name) ?? 0);

    const rows = summarise(rounds);
    console.log(`\n${printed(rows)}\n\nan answer of ours has ${answerLength} characters`);
    appendResult('whole-turn', { ...environment, options: { ...options }, answerLength, rows, rounds });
    const title = 'Whole turn: answers per second (median and range)';
    const drawn = rows.map(row => ({
      group: `${row.inFlight} in flight`,
      label: row.contender,
      value: row.rate,
      note: row.contender.startsWith('ours') ? `${row.ratio.median.toFixed(2)} of grammY` : '',
      ours: row.contender.startsWith('ours'),
    }));
    writeFileSync(resultFile('whole-turn.svg'), bars(title, drawn));
  } finally {
    for (const { child } of contenders) await child.stop();
    await world.stop();
    await database.stop();
  }
}

async function generated(server: DatabaseTarget, apiRoot: string, blocs: number, profile: boolean) {
  const start = performance.now();
  const flags = profile ? ['--cpu-prof', '--cpu-prof-dir=bench/profiles'] : [];
  const contender = await startOurs({ apiRoot, server, blocs, flags });
  console.log(`  ${blocs} blocs generated in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return contender;
}

/** Every update is one finished turn and one sent message; the peer has nothing that could be counted. */
async function check({ name, blocs, child }: Contender, posted: number): Promise<void> {
  if (blocs === null) return;
  const { done, sent, failed } = await child.ask({}, countsSchema);
  console.log(`  ${name}: ${posted} updates, ${done} turns committed, ${sent} messages marked sent`);
  if (done !== posted || sent !== posted || failed > 0) throw new Error(`${name}: the rows do not add up`);
}

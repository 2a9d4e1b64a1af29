import { join } from 'node:path';
import { z } from 'zod';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { migrate } from '../db/migrate.ts';
import { inDatabase } from '../db/target.ts';
import { type Child, startChild } from './child.ts';
import { planMorning, rewind } from './deadline-morning/blocs.ts';
import type { Environment } from './environment.ts';
import { limitedApi, limitOwnTime } from './limited-morning/api.ts';
import type { Options } from './options.ts';
import { appendResult } from './results.ts';

/** A minute of messages, twice. */
const BLOCS = 36;
/** Of each bloc: to its 49 units, to its lead once more, to its group. */
const COUNT = BLOCS * 51;

const doneSchema = z.object({ done: z.number() });
const countSchema = z.tuple([z.object({ unsure: z.number() })]);

/**
 * Benchmark 3b: reminders due at once, to an API that takes 30 a second, one a second to a chat and 20 a minute to a group;
 * then the same, the bot killed half-way and started again.
 */
export async function limitedMorning(
  environment: Environment,
  folder: string,
  options: Options,
): Promise<void> {
  const log = { info: () => {}, warn: console.warn };
  const database = await startEmbedded(join(folder, 'limited-morning'), { log });
  const api = await limitedApi();
  const admin = connect(database.target, { role: null, max: 1 });
  const target = inDatabase(database.target, 'tlk_bench_limited');
  if (target.kind !== 'socket') throw new Error('the benchmark runs on the embedded database');
  await admin.sql.unsafe(`create database ${target.database}`);
  await migrate(target);
  const owner = connect(target, { role: null, max: 1 });
  const children: Child[] = [];
  const start = () => {
    const args = [api.url, target.path, target.database, 'paced'];
    const child = startChild('deadline-morning/ours.js', { args });
    children.push(child);
    return child;
  };
  const go = (child: Child) => child.ask({ go: true }, z.unknown());

  async function round(killed: boolean) {
    await rewind(owner.sql);
    api.reset();
    let child = start();
    const half = killed ? api.arrivals(COUNT / 2) : null;
    const began = performance.now();
    await go(child);
    if (half) {
      await half;
      await child.kill();
      child = start();
      await go(child);
    }
    if (api.seen().accepted - api.seen().doubled < COUNT) await api.arrivals(COUNT);
    const ms = performance.now() - began;
    const { done } = await child.ask({}, doneSchema);
    const [{ unsure }] = countSchema.parse([
      ...(await owner.sql`select coalesce(sum(unknowns), 0)::int as unsure from outbox`),
    ]);
    await child.stop();
    const { accepted, refused, doubled } = api.seen();
    const lost = COUNT - (accepted - doubled);
    if (done !== COUNT || lost > 0) throw new Error(`${done} marked sent, ${lost} lost`);
    if (doubled > unsure) throw new Error(`${doubled} doubled, though only ${unsure} were in doubt`);
    const over = ms / limitOwnTime(COUNT);
    return { killed, seconds: ms / 1_000, over, refused, lost, doubled, unsure };
  }

  try {
    const app = connect(target, { role: 'tlk_app', max: 1 });
    await planMorning(owner.sql, app, BLOCS).finally(app.end);
    const rounds = [];
    for (const killed of [false, true]) {
      const done = await round(killed);
      rounds.push(done);
      console.log(
        `  ${COUNT} messages${killed ? ', killed half-way' : ''}: ${done.seconds.toFixed(1)} s, ${done.over.toFixed(3)} of the limit’s own ${limitOwnTime(COUNT) / 1_000} s; ${done.refused} refused, ${done.lost} lost, ${done.doubled} doubled (${done.unsure} in doubt)`,
      );
    }
    appendResult('limited-morning', { ...environment, options: { ...options }, count: COUNT, rounds });
  } finally {
    for (const child of children) await child.stop();
    await Promise.all([owner.end(), admin.end(), api.close()]);
    await database.stop();
  }
}

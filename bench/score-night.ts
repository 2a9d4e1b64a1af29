import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { type Child, startChild } from './child.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult } from './results.ts';
import { addQuestion, makeNight, usersOf, wholeOfOurs, wholeOfPeers } from './score-night/sheets.ts';
import { type Spread, spread } from './stats.ts';

const MOST_ROUNDS = 3;
/** A night that takes longer has lost somebody. */
const WITHIN_MS = 240_000;
/** One send in a hundred fails on the bad night. */
const FAIL_EACH = 100;

const portSchema = z.looseObject({ port: z.number() });
const stateSchema = z.looseObject({ stateBytes: z.number() });
const nightSchema = z.object({
  answers: z.number(),
  repeats: z.number(),
  seconds: z.number(),
  p50: z.number(),
  p99: z.number(),
  ended: z.number(),
});
type Night = z.infer<typeof nightSchema>;

interface Contender {
  name: string;
  start(extra: boolean): Promise<Child>;
  whole(night: number, extra: boolean): Promise<number>;
  /** Of the conversation, written at each answer; mean so far. */
  stateBytes(child: Child): Promise<number>;
  walBytes(): Promise<number>;
}

/** Benchmark 4: a hundred people fill a sheet of forty criteria at once; then once more with everything going wrong. */
export async function scoreNight(environment: Environment, folder: string, options: Options): Promise<void> {
  const log = { info: () => {}, warn: console.warn };
  const database = await startEmbedded(join(folder, 'score-night'), { log });
  const people = startChild('score-night/people.js');
  const rounds = Math.min(MOST_ROUNDS, options.rounds);
  const { ours, peers, owner, peer } = await makeNight(database.target, rounds + 1);
  let running: Child | null = null;
  try {
    const { port: api } = await people.ask({}, portSchema);
    const apiRoot = `http://127.0.0.1:${api}`;
    const port = await freePort();
    const wal = async () => {
      const [row] = await owner.sql<{ at: number }[]>`select pg_current_wal_lsn() - '0/0' as at`;
      return Number(row?.at);
    };
    const contenders: Contender[] = [
      {
        name: 'ours',
        start: async () => {
          const args = [apiRoot, ours.path, ours.database, String(port)];
          return started('score-night/ours.js', args, options.profile);
        },
        whole: (night, extra) => wholeOfOurs(owner.sql, night, extra),
        stateBytes: async () => {
          const [row] = await owner.sql<{ bytes: number }[]>`select
            ((select avg(pg_column_size(d.*)) from dialogue d) + (select avg(pg_column_size(e.*)) from score_entry e))::float8 as bytes`;
          return row?.bytes ?? Number.NaN;
        },
        walBytes: wal,
      },
      {
        name: '@grammyjs/conversations',
        start: async extra => {
          const args = [apiRoot, peers.path, peers.database, String(port), ...(extra ? ['extra'] : [])];
          return started('score-night/peer.js', args);
        },
        whole: (night, extra) => wholeOfPeers(peer.sql, night, extra),
        stateBytes: async child => (await child.ask({}, stateSchema)).stateBytes,
        walBytes: wal,
      },
    ];
    const night = (n: number, failEach: number) =>
      people.ask({ port, users: usersOf(n), failEach, withinMs: WITHIN_MS }, nightSchema);

    const results = [];
    for (const { name, start, whole, stateBytes, walBytes } of contenders) {
      const nights: (Night & { wal: number })[] = [];
      let child = await start(false);
      running = child;
      for (let n = 0; n < rounds; n += 1) {
        const before = await walBytes();
        const taken = await night(n, 0);
        nights.push({ ...taken, wal: ((await walBytes()) - before) / taken.answers });
        const complete = await whole(n, false);
        console.log(
          `  ${name}: ${complete} of 100 sheets whole, ${taken.ended} ended, ${taken.repeats} asked again, p99 ${taken.p99.toFixed(0)} ms`,
        );
        if (complete !== 100) throw new Error(`${name} lost sheets without any fault`);
      }
      const state = await stateBytes(child);
      // The bad night: a redeploy with one more question after a third, a kill after two thirds.
      const third = (Math.min(...nights.map(one => one.seconds)) / 3) * 1000;
      const bad = night(rounds, FAIL_EACH);
      await wait(third);
      await child.stop();
      if (name === 'ours') await addQuestion(owner.sql);
      running = child = await start(true);
      await wait(third);
      await child.kill();
      running = child = await start(true);
      const { ended } = await bad;
      const whole41 = await whole(rounds, true);
      await child.stop();
      running = null;
      const row = {
        contender: name,
        answersPerSecond: spread(nights.map(one => one.answers / one.seconds)),
        p50: spread(nights.map(one => one.p50)),
        p99: spread(nights.map(one => one.p99)),
        stateBytesPerAnswer: Math.round(state),
        walBytesPerAnswer: Math.round(spread(nights.map(one => one.wal)).median),
        badNight: { ended, whole: whole41, lost: 100 - whole41 },
      };
      results.push(row);
      console.log(
        `  ${name}: ${shown(row.answersPerSecond)} answers/s, p99 ${shown(row.p99)} ms, ${row.stateBytesPerAnswer} bytes of state and ${row.walBytesPerAnswer} of WAL an answer; after the faults ${whole41} of 100 whole`,
      );
    }
    appendResult('score-night', { ...environment, options: { ...options }, results });
  } finally {
    await running?.stop();
    await people.stop();
    await Promise.all([owner.end(), peer.end()]);
    await database.stop();
  }
}

/** Listening, so that its first update is not refused. */
async function started(module: string, args: string[], profile = false): Promise<Child> {
  const flags = profile ? ['--cpu-prof', '--cpu-prof-dir=bench/profiles'] : [];
  const child = startChild(module, { args, flags });
  await child.ask({}, portSchema);
  return child;
}

/** One that both sides listen on in turn, also after a restart. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = portSchema.parse(server.address());
  await new Promise(resolve => server.close(resolve));
  return port;
}

const shown = ({ median, min, max }: Spread) => `${median.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`;

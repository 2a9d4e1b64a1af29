import { setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import { makeWorkerUtils, type RunnerOptions, run } from 'graphile-worker';
import PgBoss from 'pg-boss';
import { z } from 'zod';
import { answerParent } from '../child.ts';

/** A queue of jobs "send this to that chat", each done when its message is sent. Who is to be told is given. */
const [kind = '', apiRoot = '', host = '', database = ''] = process.argv.slice(2);

const api = new Api('1:bench', { apiRoot });
/** As long as our own reminders. */
const TEXT = 'Kính gửi Đơn vị: Báo cáo sơ kết phong trào thi đua còn 3 ngày làm việc. '.repeat(5).trim();
const jobSchema = z.object({ chat: z.number() });
const send = async (job: unknown) => {
  await api.sendMessage(jobSchema.parse(job).chat, TEXT);
};
/** As ours. */
const CONNECTIONS = 7;
const IN_FLIGHT = 64;

interface Peer {
  fill(count: number): Promise<void>;
  go(): Promise<void>;
  /** Jobs still there, once those in hand are done; at rest from then on. */
  rest(): Promise<number>;
  close(): Promise<void>;
}

/** Its worker takes a batch at each poll, the quickest allowed being two a second; one job a batch by default. */
async function pgBoss(): Promise<Peer> {
  const boss = new PgBoss({ host, user: 'postgres', database, max: CONNECTIONS });
  await boss.start();
  await boss.createQueue('remind');
  const work = async (jobs: { data: unknown }[]) => {
    const left = [...jobs];
    const hand = async () => {
      for (let job = left.pop(); job; job = left.pop()) await send(job.data);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, hand));
  };
  return {
    fill: count =>
      boss.insert(Array.from({ length: count }, (_, n) => ({ name: 'remind', data: { chat: n + 1 } }))),
    go: async () => {
      await boss.work('remind', { batchSize: 1_000, pollingIntervalSeconds: 0.5 }, work);
    },
    rest: async () => {
      // Sent is not yet done: the last batch is marked after its messages.
      let left = await boss.getQueueSize('remind', { before: 'completed' });
      for (let tries = 0; left > 0 && tries < 100; tries += 1) {
        await wait(100);
        left = await boss.getQueueSize('remind', { before: 'completed' });
      }
      await boss.offWork('remind');
      return left;
    },
    close: () => boss.stop({ graceful: false }),
  };
}

async function graphile(batched: boolean): Promise<Peer> {
  const connectionString = `postgres://postgres@localhost/${database}?host=${encodeURIComponent(host)}`;
  const utils = await makeWorkerUtils({ connectionString });
  await utils.migrate();
  const options: RunnerOptions = {
    connectionString,
    concurrency: IN_FLIGHT,
    maxPoolSize: CONNECTIONS,
    noHandleSignals: true,
    taskList: { remind: send },
    ...(batched
      ? { preset: { worker: { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } } }
      : {}),
  };
  let runner: Awaited<ReturnType<typeof run>> | null = null;
  const left = z.object({ rows: z.tuple([z.object({ left: z.number() })]) });
  return {
    fill: async count => {
      await utils.withPgClient(client =>
        client.query(
          `select graphile_worker.add_job('remind', json_build_object('chat', n)) from generate_series(1, $1) n`,
          [count],
        ),
      );
    },
    go: async () => {
      runner = await run(options);
    },
    rest: async () => {
      await runner?.stop();
      const found = await utils.withPgClient(client =>
        client.query('select count(*)::int as left from graphile_worker._private_jobs'),
      );
      return left.parse(found).rows[0].left;
    },
    close: async () => utils.release(),
  };
}

const peers: Record<string, () => Promise<Peer>> = {
  'pg-boss': pgBoss,
  'graphile-worker': () => graphile(false),
  'graphile-worker, batched': () => graphile(true),
};
const peer = await peers[kind]?.();
if (!peer) throw new Error(`no peer ${kind}`);

const fillSchema = z.object({ fill: z.number() });
answerParent(async question => {
  const filled = fillSchema.safeParse(question);
  if (filled.success) {
    await peer.fill(filled.data.fill);
    return {};
  }
  if (z.object({ go: z.literal(true) }).safeParse(question).success) {
    await peer.go();
    return {};
  }
  return { left: await peer.rest() };
}, peer.close);

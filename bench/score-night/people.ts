import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { answerParent } from '../child.ts';
import { quantile } from '../stats.ts';
import { listenOnLoopback } from '../whole-turn/bot-server.ts';
import { answerTo } from './night.ts';

/**
 * A hundred people and their Telegram, in a process of its own: each reads what the bot asks, thinks for two seconds or so and
 * answers that, one answer in ten wrong at first, one in twenty a step back. Updates are delivered until they are
 * acknowledged; whoever hears nothing for long asks again, and goes by what came last.
 */
const taskSchema = z.object({
  port: z.number(),
  /** Telegram ids, a person each. */
  users: z.array(z.number()),
  /** Of so many sends one fails; 0: none. */
  failEach: z.number(),
  withinMs: z.number(),
});
type Task = z.infer<typeof taskSchema>;

const sentSchema = z.object({ chat_id: z.coerce.number(), text: z.string() });
const PATIENCE_MS = 15_000;
/** After having asked again: until no more comes. */
const QUIET_MS = 1_500;
const THINK_MS = { least: 1_000, most: 3_000 };
/** Numbers from 0 to 1, the same for the same person. Of seeds next to each other the first ones are alike: they are left out. */
function drawnFrom(seed: number): () => number {
  let state = (seed * 48_271) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const heard = new Map<number, (text: string) => void>();
let failEach = 0;
let sends = 0;
let updateId = 1_000_000;

const api = await listenOnLoopback((incoming, response) => {
  incoming.setEncoding('utf8');
  let body = '';
  incoming.on('data', part => {
    body += part;
  });
  incoming.on('end', () => {
    const { chat_id, text } = sentSchema.parse(JSON.parse(body));
    sends += 1;
    response.setHeader('content-type', 'application/json');
    if (failEach > 0 && sends % failEach === 0) {
      response.writeHead(500).end(JSON.stringify({ ok: false, error_code: 500, description: 'Internal' }));
      return;
    }
    const result = { message_id: sends, date: 0, chat: { id: chat_id, type: 'private' }, text };
    response.end(JSON.stringify({ ok: true, result }));
    heard.get(chat_id)?.(text);
  });
});

function update(chat: number, text: string): string {
  updateId += 1;
  const person = { id: chat, first_name: 'Nguyễn Văn A' };
  const entities = text.startsWith('/')
    ? [{ offset: 0, length: text.length, type: 'bot_command' }]
    : undefined;
  return JSON.stringify({
    update_id: updateId,
    message: {
      message_id: updateId,
      date: Math.floor(Date.now() / 1000),
      from: { ...person, is_bot: false },
      chat: { ...person, type: 'private' },
      ...{ text, entities },
    },
  });
}

const posted = (agent: Agent, port: number, body: string) =>
  new Promise<boolean>(resolve => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = request(
      { agent, port, host: '127.0.0.1', path: '/', method: 'POST', headers },
      response => {
        response.resume().once('end', () => resolve(response.statusCode === 200));
      },
    );
    sending.once('error', () => resolve(false)).end(body);
  });

/** What a message asks for: a question's number, to send the sheet, or nothing more. A summary lists all questions. */
function askedIn(text: string): number | 'send' | 'done' | null {
  if (text.startsWith('Đã gửi bản chấm của')) return 'done';
  if (text.includes('rồi gửi bản chấm')) return 'send';
  const question = /\. Tiêu chí (\d+)/.exec(text)?.[1];
  return question === undefined ? null : Number(question);
}

async function run({ port, users, withinMs, ...task }: Task) {
  failEach = task.failEach;
  const agent = new Agent({ keepAlive: true, maxSockets: users.length });
  const until = performance.now() + withinMs;
  const times: number[] = [];
  let answers = 0;
  let repeats = 0;

  const person = async (chat: number, n: number): Promise<boolean> => {
    let latest: ReturnType<typeof askedIn> = null;
    let wake = () => {};
    heard.set(chat, text => {
      const asked = askedIn(text);
      if (asked === null) return;
      latest = asked;
      wake();
    });
    const think = () => wait(THINK_MS.least + draw() * (THINK_MS.most - THINK_MS.least));
    const heardWithin = (ms: number) =>
      Promise.race([
        new Promise<void>(resolve => {
          wake = resolve;
        }),
        wait(ms, undefined, { ref: false }),
      ]);
    /** Delivered until acknowledged, then waited for; null: nothing was heard. */
    const say = async (text: string): Promise<typeof latest> => {
      latest = null;
      const body = update(chat, text);
      const from = performance.now();
      while (!(await posted(agent, port, body))) {
        if (performance.now() > until) return null;
        await wait(50);
      }
      if (latest === null) await heardWithin(PATIENCE_MS);
      if (latest !== null) times.push(performance.now() - from);
      answers += 1;
      return latest;
    };
    /** What was missed may come yet: the last of it is what stands. */
    const askAgain = async (): Promise<typeof latest> => {
      repeats += 1;
      await say('/cham_diem');
      await wait(QUIET_MS);
      return latest;
    };
    const draw = drawnFrom(chat);
    await wait(draw() * THINK_MS.most);
    let asked = await say('/cham_diem');
    for (let turn = n; performance.now() < until; turn += 1) {
      if (asked === 'done') return true;
      await think();
      if (asked === null) asked = await askAgain();
      else if (asked === 'send') asked = await say('gửi');
      else {
        if (turn % 10 === 3) asked = await say('abc');
        else if (turn % 20 === 7) asked = await say('lùi');
        if (typeof asked === 'number') asked = await say(String(answerTo(n, asked)));
      }
    }
    return false;
  };
  const from = performance.now();
  const ended = await Promise.all(users.map(person));
  const seconds = (performance.now() - from) / 1000;
  agent.destroy();
  heard.clear();
  times.sort((a, b) => a - b);
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { answers, repeats, seconds, p50, p99, ended: ended.filter(Boolean).length };
}

answerParent(async question => {
  const task = taskSchema.safeParse(question);
  return task.success ? run(task.data) : { port: api.port };
}, api.close);

import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { answerParent } from '../child.ts';
import { quantile } from '../stats.ts';
import { FIRST_USER } from './blocs.ts';
import { listenOnLoopback } from './bot-server.ts';

/**
 * Telegram, as a bot sees it, in a process of its own: posts updates to the webhook over keep-alive
 * connections and takes the bot's sendMessage, so that one clock measures both ends.
 */
const taskSchema = z.object({
  port: z.number(),
  /** Updates under way at once, of as many people; the next begins when its answer has come. */
  inFlight: z.number(),
  people: z.number(),
  warmMs: z.number(),
  measureMs: z.number(),
});
type Task = z.infer<typeof taskSchema>;

const sentSchema = z.object({ chat_id: z.coerce.number(), text: z.string() });

/** Resolvers of the answers that are awaited, by chat. */
const awaited = new Map<number, (text: string) => void>();
let updateId = 1_000_000;
let messageId = 0;
/** Steps over the people so that neighbours of one bloc seldom meet; prime, so that all have their turn. */
const STRIDE = 7_919;
/** An answer that takes longer after the end of a round is lost. */
const PATIENCE_MS = 10_000;
let next = 0;

const body = async (message: IncomingMessage): Promise<string> => {
  message.setEncoding('utf8');
  let text = '';
  for await (const part of message) text += part;
  return text;
};

const api = await listenOnLoopback((incoming, response) => {
  void body(incoming).then(text => {
    const sent = sentSchema.parse(JSON.parse(text));
    messageId += 1;
    const result = {
      message_id: messageId,
      date: 0,
      chat: { id: sent.chat_id, type: 'private' },
      text: sent.text,
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
    const answered = awaited.get(sent.chat_id);
    awaited.delete(sent.chat_id);
    answered?.(sent.text);
  });
});

function update(chat: number): string {
  updateId += 1;
  const person = { id: chat, first_name: 'Nguyễn Văn A' };
  return JSON.stringify({
    update_id: updateId,
    message: {
      message_id: updateId,
      date: Math.floor(Date.now() / 1000),
      from: { ...person, is_bot: false, language_code: 'vi' },
      chat: { ...person, type: 'private' },
      text: '/han',
      entities: [{ offset: 0, length: 4, type: 'bot_command' }],
    },
  });
}

const post = (agent: Agent, port: number, text: string) =>
  new Promise<void>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sending = request(
      { agent, port, host: '127.0.0.1', path: '/', method: 'POST', headers },
      response => {
        response.resume().once('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`webhook said ${response.statusCode}`));
        });
      },
    );
    sending.once('error', reject).end(text);
  });

function nextPerson(people: number): number {
  do next = (next + STRIDE) % people;
  while (awaited.has(FIRST_USER + next));
  return FIRST_USER + next;
}

async function run({ port, inFlight, people, warmMs, measureMs }: Task) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const from = performance.now() + warmMs;
  const until = from + measureMs;
  const times: number[] = [];
  let posted = 0;
  let characters = 0;

  const slot = async () => {
    while (performance.now() < until) {
      const chat = nextPerson(people);
      const start = performance.now();
      const answered = new Promise<number>(resolve => {
        awaited.set(chat, text => {
          characters += text.length;
          resolve(performance.now());
        });
      });
      posted += 1;
      await post(agent, port, update(chat));
      const end = await answered;
      if (end >= from && end < until) times.push(end - start);
    }
  };
  const slots = Promise.all(Array.from({ length: inFlight }, slot));
  const late = wait(warmMs + measureMs + PATIENCE_MS, null, { ref: false });
  if ((await Promise.race([slots, late])) === null)
    throw new Error(`${awaited.size} updates were never answered`);
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    rate: times.length / (measureMs / 1000),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    posted,
    answerLength: characters / posted,
  };
}

answerParent(async question => {
  const task = taskSchema.safeParse(question);
  return task.success ? run(task.data) : { port: api.port };
}, api.close);

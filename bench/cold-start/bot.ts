import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';

/** The program as `npm start` runs it, seen from outside. */
export interface Bot {
  pid: number;
  dataDir: string;
  /** Since the process was started. */
  healthyMs: number;
  answeredMs: number;
  /** Says something as a member of the sample bloc and waits for all that it causes. */
  ask(text: string): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 5;
const PATIENCE_MS = 60_000;

const stateSchema = z.object({
  persons: z.array(z.object({ id: z.string(), unit: z.string().nullable() })),
  chats: z.array(z.object({ id: z.string(), kind: z.string(), members: z.array(z.string()) })),
});
const answerSchema = z.object({ messages: z.array(z.object({ from: z.string().nullable() })) });
const portSchema = z.object({ port: z.number() });

export async function startBot(dataDir: string): Promise<Bot> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...{ DATABASE_URL: '', HOST: '', ROOM: 'on', CLOCK: '', PUBLIC_URL: '' } };
  const start = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    cwd: projectRoot(),
    env: { ...env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise(resolve => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };

  try {
    while (!(await healthy(url))) {
      if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}`);
      if (performance.now() - start > PATIENCE_MS) throw new Error('the bot does not come up');
      await wait(POLL_MS);
    }
    const healthyMs = performance.now() - start;
    const member = await aMember(url);
    const ask = async (text: string) => {
      const said = await post(`${url}/room/api/chats/${member.chat}/events?settle=1`, {
        person: member.id,
        text,
      });
      const { messages } = answerSchema.parse(said);
      if (!messages.some(message => message.from === null)) throw new Error(`no answer to ${text}`);
    };
    await ask('/han');
    const answeredMs = performance.now() - start;
    return { pid: child.pid ?? 0, dataDir, healthyMs, answeredMs, ask, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const healthy = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    response => response.ok,
    () => false,
  );

/** Somebody of a unit, and the private chat with the bot. */
async function aMember(url: string): Promise<{ id: string; chat: string }> {
  const state = stateSchema.parse(await (await fetch(`${url}/room/api/state`)).json());
  const person = state.persons.find(one => one.unit !== null);
  const chat = state.chats.find(one => one.kind === 'private' && one.members.includes(person?.id ?? ''));
  if (!person || !chat) throw new Error('nobody of the sample bloc is in the room');
  return { id: person.id, chat: chat.id };
}

async function post(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = portSchema.parse(server.address());
  await new Promise(resolve => server.close(resolve));
  return port;
}

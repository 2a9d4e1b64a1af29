import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { answerParent } from '../child.ts';
import { quantile } from '../stats.ts';
import { SECRET, updateText } from './update.ts';

/**
 * A messenger's delivery, in a process of its own: unique updates over keep-alive connections, each with one
 * request under way. Written on bare sockets, since Node's HTTP client would be the slowest part of it all.
 */
const taskSchema = z.object({
  port: z.number(),
  path: z.string(),
  connections: z.number(),
  warmMs: z.number(),
  measureMs: z.number(),
});
type Task = z.infer<typeof taskSchema>;

function request(path: string): string {
  const body = updateText();
  return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: ${SECRET}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Whether a whole answer has come. @throws where it is not 200 */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  if (!text.startsWith('HTTP/1.1 200')) throw new Error(`webhook said ${text.slice(0, 60)}`);
  const length = /^content-length: (\d+)/im.exec(text.slice(0, head))?.[1];
  if (length === undefined) return text.endsWith('0\r\n\r\n');
  return text.length - head - 4 >= Number(length);
}

function oneAfterAnother(
  socket: Socket,
  path: string,
  until: number,
  took: (from: number, to: number) => void,
) {
  return new Promise<void>((resolve, reject) => {
    let since = 0;
    let heard = '';
    const next = () => {
      since = performance.now();
      if (since >= until) {
        socket.destroy();
        return resolve();
      }
      socket.write(request(path));
    };
    socket.setNoDelay(true).setEncoding('latin1');
    socket.once('error', reject).once('connect', next);
    socket.on('data', part => {
      heard += part;
      try {
        if (!isWhole(heard)) return;
      } catch (error) {
        return reject(error);
      }
      heard = '';
      took(since, performance.now());
      next();
    });
  });
}

async function run({ port, path, connections, warmMs, measureMs }: Task) {
  const from = performance.now() + warmMs;
  const until = from + measureMs;
  const times: number[] = [];
  let acknowledged = 0;
  const took = (since: number, at: number) => {
    acknowledged += 1;
    if (at >= from && at < until) times.push(at - since);
  };
  await Promise.all(
    Array.from({ length: connections }, () => oneAfterAnother(connect(port, '127.0.0.1'), path, until, took)),
  );
  times.sort((a, b) => a - b);
  return {
    rate: times.length / (measureMs / 1000),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    acknowledged,
  };
}

answerParent(
  async question => run(taskSchema.parse(question)),
  async () => {},
);

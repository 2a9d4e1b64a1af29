import { z } from 'zod';
import { listenOnLoopback } from '../whole-turn/bot-server.ts';

const sentSchema = z.object({ chat_id: z.coerce.number() });

export interface CountingApi {
  url: string;
  /** From now on: resolves with the milliseconds until so many messages had arrived. */
  arrivals(count: number): Promise<number>;
  /** Messages since the last `arrivals`. */
  seen(): number;
  close(): Promise<void>;
}

/** The Bot API's sendMessage, answering at once. */
export async function countingApi(): Promise<CountingApi> {
  let seen = 0;
  let awaited = Number.POSITIVE_INFINITY;
  let reached = () => {};
  const server = await listenOnLoopback((message, response) => {
    message.setEncoding('utf8');
    let text = '';
    message.on('data', part => {
      text += part;
    });
    message.on('end', () => {
      const { chat_id } = sentSchema.parse(JSON.parse(text));
      seen += 1;
      const result = { message_id: seen, date: 0, chat: { id: chat_id, type: 'private' }, text: '' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
      if (seen >= awaited) reached();
    });
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    seen: () => seen,
    arrivals(count) {
      const start = performance.now();
      seen = 0;
      awaited = count;
      return new Promise(resolve => {
        reached = () => resolve(performance.now() - start);
      });
    },
    close: server.close,
  };
}

import { z } from 'zod';
import { listenOnLoopback } from '../whole-turn/bot-server.ts';

/** What Telegram is known to take: so many in so many milliseconds. */
const ALL = { most: 30, ms: 1_000 };
const CHAT = { most: 1, ms: 1_000 };
const GROUP = { most: 20, ms: 60_000 };

const ME = { id: 1, is_bot: true, first_name: 'Trợ lý Khối' };
const sentSchema = z.object({ chat_id: z.coerce.number(), text: z.string() });

export interface LimitedApi {
  url: string;
  /** Since the last reset. */
  seen(): { accepted: number; refused: number; doubled: number };
  /** From now on: resolves with the milliseconds until so many different messages were taken. */
  arrivals(count: number): Promise<number>;
  reset(): void;
  close(): Promise<void>;
}

/** Milliseconds until one more fits; what is over is forgotten. */
function waitIn(times: number[], { most, ms }: typeof ALL, now: number): number {
  while (times.length > 0 && (times[0] ?? 0) <= now - ms) times.shift();
  return times.length < most ? 0 : (times[0] ?? 0) + ms - now;
}

/** The Bot API's sendMessage with Telegram's limits, and honest about when they allow more. */
export async function limitedApi(): Promise<LimitedApi> {
  const all: number[] = [];
  const ofChat = new Map<number, number[]>();
  const groups = new Map<number, number[]>();
  const taken = new Set<string>();
  let [accepted, refused] = [0, 0];
  let awaited = Number.POSITIVE_INFINITY;
  let reached = () => {};
  const timesOf = (map: Map<number, number[]>, chat: number) => {
    const times = map.get(chat) ?? [];
    map.set(chat, times);
    return times;
  };

  function take(chat: number, text: string): object {
    const now = performance.now();
    const limits = [
      { times: all, limit: ALL },
      { times: timesOf(ofChat, chat), limit: CHAT },
      ...(chat < 0 ? [{ times: timesOf(groups, chat), limit: GROUP }] : []),
    ];
    const wait = Math.max(...limits.map(({ times, limit }) => waitIn(times, limit, now)));
    if (wait > 0) {
      refused += 1;
      const retry_after = Math.ceil(wait / 1_000);
      const description = `Too Many Requests: retry after ${retry_after}`;
      return { ok: false, error_code: 429, description, parameters: { retry_after } };
    }
    for (const { times } of limits) times.push(now);
    accepted += 1;
    taken.add(`${chat} ${text}`);
    if (taken.size >= awaited) reached();
    const result = { message_id: accepted, date: 0, chat: { id: chat, type: 'private' }, text: '' };
    return { ok: true, result };
  }

  const server = await listenOnLoopback((message, response) => {
    message.setEncoding('utf8');
    let body = '';
    message.on('data', part => {
      body += part;
    });
    message.on('end', () => {
      // After an outcome that nobody knows the adapter asks whether Telegram is there.
      const sent = message.url?.endsWith('/sendMessage') ? sentSchema.parse(JSON.parse(body)) : null;
      const answer = sent ? take(sent.chat_id, sent.text) : { ok: true, result: ME };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    seen: () => ({ accepted, refused, doubled: accepted - taken.size }),
    arrivals(count) {
      const start = performance.now();
      awaited = count;
      return new Promise(resolve => {
        reached = () => resolve(performance.now() - start);
      });
    },
    reset() {
      taken.clear();
      [accepted, refused] = [0, 0];
      awaited = Number.POSITIVE_INFINITY;
    },
    close: server.close,
  };
}

/** Milliseconds that so many messages to different chats take at best. */
export const limitOwnTime = (count: number): number => (Math.ceil(count / ALL.most) - 1) * ALL.ms;

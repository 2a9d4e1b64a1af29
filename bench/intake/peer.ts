import type { IncomingMessage, RequestListener } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { Telegraf } from 'telegraf';
import { answerParent } from '../child.ts';
import { listenOnLoopback } from '../whole-turn/bot-server.ts';
import { SECRET } from './update.ts';

/** One of the peers, none of which stores anything. */
const [kind = ''] = process.argv.slice(2);

const me = {
  id: 1,
  is_bot: true,
  first_name: 'bench',
  username: 'bench_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const;

const grammyMe = {
  ...me,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

async function readJson(message: IncomingMessage): Promise<unknown> {
  const parts: Uint8Array[] = [];
  for await (const part of message) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

const listeners: Record<string, () => RequestListener> = {
  'node:http': () => (message, response) => {
    void readJson(message).then(() => response.end());
  },
  grammY: () => webhookCallback(new Bot('1:bench', { botInfo: grammyMe }), 'http', { secretToken: SECRET }),
  telegraf: () => {
    const bot = new Telegraf('1:bench');
    bot.botInfo = me;
    return bot.webhookCallback('/', { secretToken: SECRET });
  },
};

const listener = listeners[kind]?.();
if (!listener) throw new Error(`no peer ${kind}`);
const server = await listenOnLoopback(listener);
answerParent(async () => ({ port: server.port, stored: null }), server.close);

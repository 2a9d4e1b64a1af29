import { Bot, webhookCallback } from 'grammy';
import { answerParent } from '../child.ts';
import { listenOnLoopback } from './bot-server.ts';

/** The peer: grammY, one sendMessage for each update, nothing stored. */
const [apiRoot = ''] = process.argv.slice(2);

/** As long as our own answers to `/han` are, so that both sides carry the same weight. */
const ANSWER = 'Hạn sắp tới: thứ Sáu 10/07, còn 9 ngày. '.repeat(12).trim();

const bot = new Bot('1:bench', {
  client: { apiRoot },
  botInfo: {
    id: 1,
    is_bot: true,
    first_name: 'bench',
    username: 'bench_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  },
});
bot.command('han', context => context.api.sendMessage(context.chat.id, ANSWER));

const server = await listenOnLoopback(webhookCallback(bot, 'http'));
answerParent(async () => ({ port: server.port }), server.close);

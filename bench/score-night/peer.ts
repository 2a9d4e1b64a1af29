import {
  type Conversation,
  type ConversationFlavor,
  type ConversationState,
  conversations,
  createConversation,
  type VersionedState,
} from '@grammyjs/conversations';
import { Bot, type Context, webhookCallback } from 'grammy';
import { connect } from '../../db/client.ts';
import { answerParent } from '../child.ts';
import { listenOnLoopback } from '../whole-turn/bot-server.ts';
import { questionsOf } from './night.ts';

/** The peer: grammY's conversations, their state in the same PostgreSQL, the sheet written when it is complete. */
const [apiRoot = '', path = '', database = '', port = '0', extra = ''] = process.argv.slice(2);
type Talk = ConversationFlavor<Context>;

const { sql, end } = connect({ kind: 'socket', path, user: 'postgres', database }, { role: null, max: 7 });
const questions = questionsOf(extra === 'extra');
let written = { bytes: 0, times: 0 };

const bot = new Bot<Talk>('1:bench', {
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

type Stored = VersionedState<Record<string, ConversationState[]>>;
bot.use(
  conversations<Talk, Context>({
    storage: {
      type: 'key',
      adapter: {
        read: async key => {
          const [row] = await sql<{ state: Stored }[]>`select state from talk where key = ${key}`;
          return row?.state;
        },
        write: async (key, state) => {
          const text = JSON.stringify(state);
          written = { bytes: written.bytes + text.length, times: written.times + 1 };
          await sql`insert into talk (key, state) values (${key}, ${text}::text::jsonb)
            on conflict (key) do update set state = excluded.state`;
        },
        delete: async key => {
          await sql`delete from talk where key = ${key}`;
        },
      },
    },
  }),
);

async function scoring(conversation: Conversation<Talk, Context>, context: Context): Promise<void> {
  const answers: Record<string, number> = {};
  for (let at = 0; at < questions.length; ) {
    const number = questions[at] ?? 0;
    await context.reply(`${at + 1}/${questions.length} · tối đa 10 điểm\n${at + 1}. Tiêu chí ${number}`);
    const { message } = await conversation.waitFor('message:text');
    if (message.text === 'lùi') at = Math.max(0, at - 1);
    else if (/^\d+$/.test(message.text) && Number(message.text) <= 10) {
      answers[number] = Number(message.text);
      at += 1;
    }
  }
  await context.reply('Đề nghị đồng chí xem lại rồi gửi bản chấm.');
  await conversation.waitFor('message:text');
  const chat = context.chat?.id ?? 0;
  await conversation.external(async () => {
    await sql`insert into answered (chat, answers) values (${chat}, ${JSON.stringify(answers)}::text::jsonb)
      on conflict (chat) do update set answers = excluded.answers`;
  });
  await context.reply('Đã gửi bản chấm của đơn vị.');
}
bot.use(createConversation<Talk, Context>(scoring));
bot.command('cham_diem', context => context.conversation.enter('scoring'));

/** What failed is answered 500, so that the update is delivered again, as Telegram does. */
const handle = webhookCallback(bot, 'http');
const server = await listenOnLoopback((message, response) => {
  handle(message, response).catch(() => {
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}, Number(port));
answerParent(
  async () => ({ port: server.port, stateBytes: written.bytes / Math.max(1, written.times) }),
  async () => {
    await server.close();
    await end();
  },
);

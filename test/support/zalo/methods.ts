import { z } from 'zod';
import { deliver, probe } from './push.ts';
import { type FakeBot, hexId, type ZaloWorld } from './world.ts';

export type Answer = { ok: true; result?: unknown } | { ok: false; code: number; description: string };

const no = (code: number, description: string): Answer => ({ ok: false, code, description });
const bad = no(400, 'Bad request');

const text = z.string().min(1).max(2_000);
const style = z.object({
  start: z.number().int().min(0),
  len: z.number().int().min(1),
  st: z.array(z.string()),
});
const messageInput = z.object({ chat_id: z.string(), text, text_styles: z.array(style).optional() });
const photoInput = z.object({ chat_id: z.string(), photo: z.string(), caption: text.optional() });
const webhookInput = z.object({ url: z.string(), secret_token: z.string().min(8).max(256) });

/** Whoever has written first, and groups. */
const knows = (world: ZaloWorld, bot: FakeBot, chatId: string) =>
  world.groups.has(chatId) || bot.met.has(chatId);

/** Nobody can press anything here. */
const BUTTONS = /(?<!\p{L})(?:bấm|nút)(?!\p{L})/iu;

function sent(world: ZaloWorld, bot: FakeBot, what: Omit<FakeBot['sent'][number], 'messageId'>): Answer {
  const messageId = hexId();
  if (BUTTONS.test(what.text)) world.problems.push(`${what.chatId}: ${what.text}`);
  bot.sent.push({ ...what, messageId });
  // Some bots hear themselves.
  if (world.switches.selfEcho) void echo(world, bot, what.chatId, what.text);
  return { ok: true, result: { message_id: messageId, date: world.now() } };
}

function echo(world: ZaloWorld, bot: FakeBot, chatId: string, said: string): Promise<void> {
  const chat_type = world.groups.has(chatId) ? 'GROUP' : 'PRIVATE';
  const message = {
    message_id: hexId(),
    date: world.now(),
    text: said,
    from: { id: bot.id, display_name: bot.displayName, is_bot: true },
    chat: { id: chatId, chat_type },
  };
  return deliver(world, bot, { event_name: 'message.text.received', message });
}

type Method = (world: ZaloWorld, bot: FakeBot, body: unknown) => Answer | Promise<Answer>;

/** What the Zalo Bot Platform answers, as far as its documents and live reports say. */
export const methods: Record<string, Method> = {
  getMe: ({ switches }, bot) => ({
    ok: true,
    result: {
      id: bot.id,
      account_name: `bot.${bot.id.slice(0, 6)}`,
      account_type: 'BASIC',
      can_join_groups: switches.canJoinGroups,
      ...(switches.displayName && { display_name: bot.displayName }),
    },
  }),
  sendMessage: (world, bot, body) => {
    const { data } = messageInput.safeParse(body);
    if (!data || !knows(world, bot, data.chat_id)) return bad;
    const inside = (data.text_styles ?? []).every(({ start, len }) => start + len <= data.text.length);
    if (!inside) return bad;
    return sent(world, bot, {
      chatId: data.chat_id,
      text: data.text,
      styles: data.text_styles ?? [],
      photo: null,
    });
  },
  sendPhoto: (world, bot, body) => {
    const { data } = photoInput.safeParse(body);
    if (!data || !knows(world, bot, data.chat_id)) return bad;
    if (data.photo === '') return no(400, 'The photo must not be empty');
    if (!/^https?:\/\//.test(data.photo)) return no(400, 'The photo must start with http:// or https://');
    if (!URL.canParse(data.photo)) return no(400, 'The photo URL is invalid');
    return sent(world, bot, {
      chatId: data.chat_id,
      text: data.caption ?? '',
      styles: [],
      photo: data.photo,
    });
  },
  sendChatAction: () => ({ ok: true }),
  getWebhookInfo: (_, { webhook }) =>
    webhook ? { ok: true, result: { url: webhook.url, updated_at: 1 } } : no(404, 'Not Found'),
  deleteWebhook: (_, bot) => {
    if (!bot.webhook) return bad;
    bot.webhook = null;
    return { ok: true, result: { url: '', updated_at: 1 } };
  },
  setWebhook: async (world, bot, body) => {
    const { data } = webhookInput.safeParse(body);
    if (!data) return bad;
    // The address is kept whatever comes of the probe.
    bot.webhook = { url: data.url, secret: data.secret_token };
    const status = await probe(world, bot);
    const verification = {
      ok: status === 200,
      url: data.url,
      outcome: status === 200 ? 'webhook.ok' : `webhook.http.${status}`,
      hint: 'x',
    };
    const result = { url: data.url, updated_at: world.now() };
    return { ok: true, result: world.switches.verification ? { ...result, verification } : result };
  },
  testWebhook: async (world, bot) => {
    if (!bot.webhook) return bad;
    const status = await probe(world, bot);
    return { ok: true, result: { ok: status === 200, outcome: `webhook.http.${status}`, hint: 'x' } };
  },
};

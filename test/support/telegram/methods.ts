import { z } from 'zod';
import { badRequest } from './answer.ts';
import { memberOf } from './members.ts';
import { edit, send, writableChat } from './sending.ts';
import { type Chat, shownIn, type World } from './world.ts';

/** A file as it came with a call. */
export interface Upload {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

type Method = (world: World, payload: unknown, files: readonly Upload[]) => unknown;

const textSchema = z.looseObject({ text: z.string(), entities: z.array(z.looseObject({})).optional() });
const captionSchema = z.looseObject({
  caption: z.string().optional(),
  caption_entities: z.array(z.looseObject({})).optional(),
});
const richSchema = z.looseObject({ rich_message: z.looseObject({}) });
const chatSchema = z.looseObject({ chat_id: z.union([z.number(), z.string()]) });
const messageSchema = chatSchema.extend({ message_id: z.number() });

function textContent(payload: unknown): Record<string, unknown> {
  const { text, entities = [] } = textSchema.parse(payload);
  if (text.trim() === '') throw badRequest('message text is empty');
  return { text, ...(entities.length > 0 && { entities }) };
}

const markup = (payload: unknown) => {
  const { reply_markup } = z.looseObject({ reply_markup: z.looseObject({}).optional() }).parse(payload);
  return reply_markup ? { reply_markup } : {};
};

function document(world: World, files: readonly Upload[]): Record<string, unknown> {
  const [file] = files;
  if (!file) throw badRequest('there is no document in the request');
  return { document: keep(world, file) };
}

/** A file of Telegram's, as a message names it. */
export function keep(world: World, { name, mime, bytes }: Upload) {
  const id = `file-${world.next('file')}`;
  const path = `documents/${id}`;
  world.files.set(id, { id, path, name, bytes });
  return {
    file_id: id,
    file_unique_id: `u-${id}`,
    file_name: name,
    mime_type: mime,
    file_size: bytes.length,
  };
}

const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

function member(chat: Chat, world: World, userId: number) {
  if (userId === world.bot.id) {
    return memberOf(world, chat.bot === 'none' ? 'left' : chat.bot);
  }
  const user = world.users.get(userId);
  if (!user) throw badRequest('user not found');
  return { status: chat.members.has(userId) ? 'member' : 'left', user };
}

/** What the bot may ask for, as Telegram answers it. */
export const methods: Record<string, Method> = {
  getMe: world => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: !world.privacy,
    supports_inline_queries: false,
  }),
  sendMessage: (world, payload) => send(world, payload, textContent(payload)),
  sendRichMessage: (world, payload) =>
    send(world, payload, { rich_message: richSchema.parse(payload).rich_message }),
  sendDocument: (world, payload, files) => {
    const { caption, caption_entities } = captionSchema.parse(payload);
    return send(world, payload, {
      ...document(world, files),
      ...(caption && { caption }),
      ...(caption_entities?.length && { caption_entities }),
    });
  },
  editMessageText: (world, payload) => {
    const rich = richSchema.safeParse(payload).data;
    const content = rich ? { rich_message: rich.rich_message } : textContent(payload);
    return edit(world, payload, { ...content, ...markup(payload) });
  },
  editMessageReplyMarkup: (world, payload) => {
    const { chat_id, message_id } = messageSchema.parse(payload);
    const shown = shownIn(writableChat(world, chat_id), message_id);
    return edit(world, payload, { ...shown?.wire, ...markup(payload) });
  },
  deleteMessage: (world, payload) => {
    const { chat_id, message_id } = messageSchema.parse(payload);
    const shown = shownIn(writableChat(world, chat_id), message_id);
    if (!shown) throw badRequest('message to delete not found');
    shown.deleted = true;
    return true;
  },
  pinChatMessage: (world, payload) => {
    const { chat_id, message_id } = messageSchema.parse(payload);
    const chat = writableChat(world, chat_id);
    if (chat.wire.type !== 'private' && chat.bot !== 'administrator') {
      throw badRequest('not enough rights to manage pinned messages in the chat');
    }
    if (!shownIn(chat, message_id)) throw badRequest('message to pin not found');
    chat.pinned.add(message_id);
    return true;
  },
  answerCallbackQuery: (world, payload) => {
    const { callback_query_id: id } = z.looseObject({ callback_query_id: z.string() }).parse(payload);
    if (!world.presses.delete(id)) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  },
  getFile: (world, payload) => {
    const file = world.files.get(z.looseObject({ file_id: z.string() }).parse(payload).file_id);
    if (!file) throw badRequest('invalid file_id');
    if (file.bytes.length > DOWNLOAD_LIMIT) throw badRequest('file is too big');
    return {
      file_id: file.id,
      file_unique_id: `u-${file.id}`,
      file_size: file.bytes.length,
      file_path: file.path,
    };
  },
  setMyCommands: (world, payload) => {
    const { commands, scope } = z
      .looseObject({ commands: z.array(z.unknown()), scope: z.looseObject({ type: z.string() }).optional() })
      .parse(payload);
    world.commands.set(scope?.type ?? 'default', commands);
    return true;
  },
  getMyCommands: (world, payload) => {
    const { scope } = z.looseObject({ scope: z.looseObject({ type: z.string() }).optional() }).parse(payload);
    return world.commands.get(scope?.type ?? 'default') ?? [];
  },
  sendChatAction: (world, payload) => {
    writableChat(world, chatSchema.parse(payload).chat_id);
    return true;
  },
  getChat: (world, payload) => writableChat(world, chatSchema.parse(payload).chat_id).wire,
  getChatMember: (world, payload) => {
    const { chat_id, user_id } = chatSchema.extend({ user_id: z.number() }).parse(payload);
    return member(writableChat(world, chat_id), world, user_id);
  },
  getChatAdministrators: (world, payload) => {
    const chat = writableChat(world, chatSchema.parse(payload).chat_id);
    return chat.bot === 'administrator' ? [member(chat, world, world.bot.id)] : [];
  },
};

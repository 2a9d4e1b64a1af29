import { z } from 'zod';
import { badRequest, forbidden } from './answer.ts';
import { type Chat, emptyChat, show, shownIn, type WireMessage, type World } from './world.ts';

/** The parts of a send that decide where it goes, whatever is sent. */
const placeSchema = z.looseObject({
  chat_id: z.union([z.number(), z.string()]),
  message_thread_id: z.number().optional(),
  reply_parameters: z
    .object({ message_id: z.number(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
  reply_markup: z.looseObject({}).optional(),
  ephemeral_message_parameters: z
    .object({ receiver_user_id: z.number(), callback_query_id: z.string().optional() })
    .optional(),
});

/** Seconds after a press in which any bot may answer unseen by others. */
const EPHEMERAL_S = 15;

/** The chat where the bot may speak. @throws as the Bot API refuses */
export function writableChat(world: World, chatId: unknown): Chat {
  const chat =
    typeof chatId === 'number' || /^-?\d+$/.test(String(chatId))
      ? world.chats.get(Number(chatId))
      : undefined;
  if (!chat) throw badRequest('chat not found');
  if (chat.upgradedTo !== null) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.upgradedTo });
  }
  if (chat.wire.type === 'private') {
    if (chat.blocked) throw forbidden('bot was blocked by the user');
    if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
  } else if (chat.bot === 'none') throw forbidden(`bot was kicked from the ${chat.wire.type} chat`);
  return chat;
}

/** Sends what `content` says. @throws as the Bot API refuses */
export function send(world: World, payload: unknown, content: Record<string, unknown>): WireMessage {
  const place = placeSchema.parse(payload);
  const chat = writableChat(world, place.chat_id);
  const topic = topicFor(chat, place.message_thread_id);
  const answered = place.reply_parameters && shownIn(chat, place.reply_parameters.message_id);
  if (place.reply_parameters && !answered && !place.reply_parameters.allow_sending_without_reply) {
    throw badRequest('message to be replied not found');
  }
  const onlyFor = receiver(world, chat, place.ephemeral_message_parameters);
  const wire: WireMessage = {
    message_id: onlyFor === null ? world.next('message') : 0,
    from: world.bot,
    chat: chat.wire,
    date: world.now(),
    ...(topic !== null && { message_thread_id: topic, is_topic_message: true }),
    ...(answered && { reply_to_message: withoutReply(answered.wire) }),
    ...content,
    ...(place.reply_markup &&
      'inline_keyboard' in place.reply_markup && { reply_markup: place.reply_markup }),
  };
  show(world, chat, wire, onlyFor);
  return wire;
}

export const withoutReply = ({ reply_to_message: _, ...message }: WireMessage) => message;

function topicFor(chat: Chat, topic: number | undefined): number | null {
  if (topic === undefined) return null;
  if (!chat.topics.has(topic)) throw badRequest('message thread not found');
  return topic;
}

function receiver(
  world: World,
  chat: Chat,
  ephemeral: z.infer<typeof placeSchema>['ephemeral_message_parameters'],
): number | null {
  if (!ephemeral) return null;
  const press = world.presses.get(ephemeral.callback_query_id ?? '');
  const prompt = press !== undefined && world.now() - press.at <= EPHEMERAL_S;
  if (chat.wire.type === 'private' || !chat.members.has(ephemeral.receiver_user_id)) {
    throw badRequest('EPHEMERAL_RECEIVER_INVALID');
  }
  if (!prompt && chat.bot !== 'administrator')
    throw badRequest('not enough rights to send ephemeral messages');
  return ephemeral.receiver_user_id;
}

const editSchema = z.looseObject({
  chat_id: z.union([z.number(), z.string()]),
  message_id: z.number(),
  text: z.string().optional(),
});

/** Puts new content in a message of the bot's. @throws as the Bot API refuses */
export function edit(world: World, payload: unknown, content: Record<string, unknown>): WireMessage {
  const { chat_id, message_id } = editSchema.parse(payload);
  const chat = writableChat(world, chat_id);
  const shown = shownIn(chat, message_id);
  if (!shown) throw badRequest('message to edit not found');
  if (shown.wire.from?.id !== world.bot.id) throw badRequest("message can't be edited");
  const {
    text: _,
    entities: __,
    rich_message: ___,
    reply_markup: ____,
    edit_date: _____,
    ...rest
  } = shown.wire;
  const wire = { ...rest, ...content };
  const { edit_date: ______, ...before } = shown.wire;
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(wire))) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  shown.wire = { ...wire, edit_date: world.now() };
  shown.edited = true;
  shown.seq = world.next('seq');
  return shown.wire;
}

const sorted = (object: Record<string, unknown>) =>
  Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The private chat of a user, made where there is none. */
export function privateChat(world: World, userId: number): Chat {
  const known = world.chats.get(userId);
  if (known) return known;
  const user = world.users.get(userId);
  if (!user) throw new Error(`no user ${userId}`);
  const chat = emptyChat({ id: userId, type: 'private', first_name: user.first_name }, [userId]);
  world.chats.set(userId, chat);
  return chat;
}

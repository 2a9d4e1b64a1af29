import type { ChatEvent, EventBody, Person } from '../port.ts';
import { hearMessage } from './hear-message.ts';
import { messageIdOf, topicOf } from './ids.ts';
import { personOf, senderOf } from './sender.ts';
import { type RawTelegram, rawSchema, type TelegramMessage } from './update.ts';

type Bot = RawTelegram['bot'];
type Chat = TelegramMessage['chat'];

/** A stored update as the assistant hears it; null where there is nothing for it. */
export function hear(raw: unknown): ChatEvent | null {
  const read = rawSchema.safeParse(raw);
  if (!read.success) return null;
  const { bot, at, update } = read.data;
  if (update.message) return heardMessage(update.message, bot);
  if (update.edited_message) return heardEdit(update.edited_message, bot);
  if (update.callback_query) return heardPress(update.callback_query, bot, new Date(at));
  return update.my_chat_member ? heardMembership(update.my_chat_member, bot) : null;
}

interface Heard {
  from: Person | null;
  messageId: string | null;
  at: Date;
  body: EventBody;
  topic?: number | null;
}

function event(chat: Chat, bot: Bot, { topic, ...rest }: Heard): ChatEvent | null {
  if (chat.type === 'channel') return null;
  return {
    address: { platform: 'telegram', botId: String(bot.id), chatId: String(chat.id) },
    chatKind: chat.type === 'private' ? 'private' : 'group',
    chatTitle: chat.title ?? '',
    ...(topic && { topic: String(topic) }),
    ...rest,
  };
}

const moment = (unixSeconds: number) => new Date(unixSeconds * 1_000);

function heardMessage(message: TelegramMessage, bot: Bot): ChatEvent | null {
  const body = hearMessage(message, bot);
  if (body === null) return null;
  const messageId = messageIdOf(message);
  const topic = topicOf(message);
  return event(message.chat, bot, {
    from: senderOf(message),
    messageId,
    at: moment(message.date),
    topic,
    body,
  });
}

function heardEdit(message: TelegramMessage, bot: Bot): ChatEvent | null {
  const body = hearMessage(message, bot);
  const text = message.text ?? message.caption;
  if (body === null || text === undefined) return null;
  const addressed = 'addressed' in body ? body.addressed : body.kind === 'command';
  const messageId = messageIdOf(message);
  return event(message.chat, bot, {
    from: senderOf(message),
    messageId,
    at: moment(message.edit_date ?? message.date),
    body: { kind: 'edited', messageId, text, addressed },
  });
}

function heardPress(
  { id, message, data, from }: NonNullable<RawTelegram['update']['callback_query']>,
  bot: Bot,
  at: Date,
): ChatEvent | null {
  if (!message || data === undefined || data === '') return null;
  const messageId = messageIdOf(message);
  const body: EventBody = { kind: 'choice', token: data, messageId, press: id };
  return event(message.chat, bot, { from: personOf(from), messageId, at, body });
}

type Membership = NonNullable<RawTelegram['update']['my_chat_member']>;

const inside = ({ status, is_member }: Membership['new_chat_member']) =>
  status === 'restricted' ? is_member === true : !['left', 'kicked'].includes(status);

/** The bot's own comings and goings; a block in private is a going too. */
function heardMembership(change: Membership, bot: Bot): ChatEvent | null {
  const [before, now] = [inside(change.old_chat_member), inside(change.new_chat_member)];
  if (before === now) return null;
  const person = { userId: String(bot.id), displayName: bot.username };
  const body: EventBody = { kind: now ? 'joined' : 'left', person, isBot: true };
  return event(change.chat, bot, {
    from: personOf(change.from),
    messageId: null,
    at: moment(change.date),
    body,
  });
}

import type { EventBody, FileRef } from '../port.ts';
import { commandOf, withoutMention } from './address.ts';
import { messageIdOf } from './ids.ts';
import { personOf } from './sender.ts';
import { type RawTelegram, type TelegramMessage, unsupportedContents } from './update.ts';

type Bot = RawTelegram['bot'];

/** What a message asks of the assistant; null for what concerns nobody, like a new title of the group. */
export function hearMessage(message: TelegramMessage, bot: Bot): EventBody | null {
  const { chat, new_chat_members: came, left_chat_member: went } = message;
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  // Said in both chats, so that what comes next in either finds the group moved.
  if (to !== undefined) return { kind: 'moved', fromChatId: String(chat.id), toChatId: String(to) };
  if (from !== undefined) return { kind: 'moved', fromChatId: String(from), toChatId: String(chat.id) };
  // The bot's own comings and goings are told in my_chat_member.
  const newcomer = came?.find(user => user.id !== bot.id);
  if (newcomer) return { kind: 'joined', person: personOf(newcomer), isBot: false };
  if (went && went.id !== bot.id) return { kind: 'left', person: personOf(went), isBot: false };
  const files = filesOf(message);
  if (files) return fileBody(message, bot, files);
  if (message.text !== undefined) return textBody(message, message.text, bot);
  return unsupportedContents.some(content => content in message) ? { kind: 'unsupported' } : null;
}

/** In a forum every message answers the one that made the topic: that is no answer to a prompt. */
function answered({ reply_to_message: to, message_thread_id: topic }: TelegramMessage) {
  return to && !to.forum_topic_created && to.message_id !== topic ? to : null;
}

/** Whether the bot is meant, and the words without its name. */
function addressing(message: TelegramMessage, text: string, bot: Bot) {
  const unmentioned = withoutMention(text, bot.username);
  const entities = message.entities ?? message.caption_entities ?? [];
  const addressed =
    message.chat.type === 'private' ||
    unmentioned !== null ||
    entities.some(entity => entity.user?.id === bot.id) ||
    // "@Hùng ơi, nộp chưa?" under the bot's list is said to Hùng.
    (answered(message)?.from?.id === bot.id && !entities.some(isCallTo));
  return { words: unmentioned ?? text, addressed };
}

/** The message begins with somebody's name. */
const isCallTo = ({ type, offset }: { type: string; offset: number }) =>
  offset === 0 && (type === 'mention' || type === 'text_mention');

function textBody(message: TelegramMessage, text: string, bot: Bot): EventBody | null {
  const { words, addressed } = addressing(message, text, bot);
  const command = commandOf(text, bot.username) ?? commandOf(words, bot.username);
  if (command === 'other') return null;
  if (command) {
    const { named, ...said } = command;
    return { kind: 'command', ...said, ...(!named && !addressed && { unsure: true }) };
  }
  const to = answered(message);
  const repliesTo = to ? messageIdOf({ ...message, message_id: to.message_id }) : null;
  return { kind: 'text', text: words, addressed, repliesTo };
}

function fileBody(message: TelegramMessage, bot: Bot, files: FileRef[]): EventBody {
  const { words, addressed } = addressing(message, message.caption ?? '', bot);
  const command = commandOf(words, bot.username);
  return {
    kind: message.photo && !message.document ? 'photo' : 'file',
    files,
    caption: words,
    addressed: addressed || (command !== null && command !== 'other'),
  };
}

/** A document, or the largest copy of a photo. An animation is a document too, but no report. */
function filesOf({ document, photo, message_id, ...rest }: TelegramMessage): FileRef[] | null {
  if (document && !('animation' in rest)) {
    const { file_id, file_name, mime_type, file_size } = document;
    const mime = mime_type ?? 'application/octet-stream';
    return [{ ref: file_id, name: file_name ?? `tep-${message_id}`, mime, size: file_size ?? null }];
  }
  const largest = photo?.at(-1);
  if (!largest) return null;
  const { file_id, file_size } = largest;
  return [{ ref: file_id, name: `anh-${message_id}.jpg`, mime: 'image/jpeg', size: file_size ?? null }];
}

import type { ChatEvent, EventBody, FileRef } from '../port.ts';
import { commandOf, withoutMention } from './address.ts';
import type { Identity } from './identity.ts';
import { dateOf, isGroup, readUpdate, type ZaloMessage } from './update.ts';

/** What a mention with nothing behind it asks for. */
const HELP = { kind: 'command', name: 'tro_giup', words: '' } as const;

/** A stored update as the assistant hears it; null for its own echo and what is not for it. */
export function hear(raw: unknown, botId: string, identity: Identity): ChatEvent | null {
  const update = readUpdate(raw);
  if (!update) return null;
  const { event_name: name, message } = update;
  const { from, chat } = message;
  if (from.is_bot === true || identity.ids.includes(from.id)) return null;
  const body = bodyOf(name, message, identity);
  if (!body) return null;
  const displayName = from.display_name ?? from.name ?? from.id;
  return {
    address: { platform: 'zalo', botId, chatId: chat.id },
    chatKind: isGroup(message) ? 'group' : 'private',
    chatTitle: chat.title ?? chat.name ?? (isGroup(message) ? 'Zalo' : displayName),
    from: { userId: from.id, displayName },
    messageId: message.message_id,
    at: dateOf(message),
    body,
  };
}

function bodyOf(name: string, message: ZaloMessage, identity: Identity): EventBody | null {
  switch (name) {
    case 'message.text.received':
      return textBody(message.text ?? '', isGroup(message), identity);
    case 'message.image.received':
      return photoBody(message, isGroup(message), identity);
    case 'message.voice.received':
    case 'message.sticker.received':
    case 'message.unsupported.received':
    case 'message.link.received':
      return { kind: 'unsupported' };
    default:
      return null;
  }
}

/**
 * In a group the platform hands over only mentions and answers to the bot; an answer has no mention in it. Should
 * it hand over more one day, what is not understood stays without an answer.
 */
function textBody(given: string, group: boolean, { displayName }: Identity): EventBody {
  const { text, mentioned } = group
    ? withoutMention(given, displayName)
    : { text: given.trim(), mentioned: true };
  if (text === '' && mentioned && group) return HELP;
  const command = commandOf(text.normalize('NFC'));
  if (command) return { kind: 'command', ...command };
  return { kind: 'text', text, addressed: true, repliesTo: null, ...(!mentioned && { unsure: true }) };
}

function photoBody(message: ZaloMessage, group: boolean, { displayName }: Identity): EventBody {
  const url = message.photo || message.photo_url;
  if (!url) return { kind: 'unsupported' };
  const given = message.caption ?? message.text ?? '';
  const caption = group ? withoutMention(given, displayName).text : given.trim();
  return { kind: 'photo', files: [pictureOf(url, message)], caption, addressed: true };
}

const EXTENSIONS: Record<string, string> = { png: 'image/png', webp: 'image/webp', jpg: 'image/jpeg' };

/** The platform names no pictures. */
function pictureOf(url: string, message: ZaloMessage): FileRef {
  const said = /\.(png|webp)(?:$|\?)/i.exec(url)?.[1]?.toLowerCase() ?? 'jpg';
  const stamp = dateOf(message).toISOString().slice(0, 19).replaceAll(/\D/g, '');
  return { ref: url, name: `anh-${stamp}.${said}`, mime: EXTENSIONS[said] ?? 'image/jpeg', size: null };
}

import type { ChatEvent, EventBody } from '../port.ts';
import { commandOf, withoutMention } from './address.ts';
import { type RawMessage, type RawRoomEvent, rawRoomEventSchema } from './raw.ts';

export const ROOM_BOT_ID = 'room';

/** A stored event of the room as the assistant hears it; null for what no room of ours has written. */
export function hear(raw: unknown, botName: string): ChatEvent | null {
  const read = rawRoomEventSchema.safeParse(raw);
  if (!read.success) return null;
  const { chat, from, at, what } = read.data;
  return {
    address: { platform: 'room', botId: ROOM_BOT_ID, chatId: chat.id },
    chatKind: chat.kind,
    chatTitle: chat.title,
    from: { userId: from.id, displayName: from.name },
    messageId: what.kind === 'message' ? what.id : null,
    at: new Date(at),
    body: bodyOf(read.data, botName),
  };
}

function bodyOf({ chat, what }: RawRoomEvent, botName: string): EventBody {
  switch (what.kind) {
    case 'message':
      return messageBody(what, chat.kind === 'private', botName);
    case 'choice':
      return { kind: 'choice', token: what.token, messageId: what.messageId };
    case 'made':
      return { kind: 'joined', person: { userId: ROOM_BOT_ID, displayName: botName }, isBot: true };
    case 'edit':
      return {
        kind: 'edited',
        messageId: what.messageId,
        text: what.text,
        addressed: chat.kind === 'private',
      };
  }
}

/** In a group only commands, mentions and replies to the bot are for it, as on Telegram and Zalo. */
function messageBody(message: RawMessage, isPrivate: boolean, botName: string): EventBody {
  const unmentioned = withoutMention(message.text, botName);
  const text = unmentioned ?? message.text;
  const command = commandOf(text, botName);
  const addressed = isPrivate || unmentioned !== null || message.replyTo?.toBot === true;
  if (message.files.length > 0) {
    const kind = message.files.every(file => file.mime.startsWith('image/')) ? 'photo' : 'file';
    return { kind, files: message.files, caption: text, addressed: addressed || command !== null };
  }
  if (command) return { kind: 'command', ...command };
  return { kind: 'text', text, addressed, repliesTo: message.replyTo?.id ?? null };
}

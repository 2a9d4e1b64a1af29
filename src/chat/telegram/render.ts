import type {
  ForceReply,
  InlineKeyboardMarkup,
  InputRichMessage,
  MessageEntity,
  ReplyParameters,
} from 'grammy/types';
import type { Message } from '../../core/message.ts';
import { replyHint } from '../../text/reply-hint.ts';
import { plainText } from '../plain.ts';
import type { Outgoing } from '../port.ts';
import { chatIdOf, placeOf } from './ids.ts';
import { markupOf, replyOf } from './markup.ts';
import { fixedWidth, richMessage } from './write-table.ts';
import { type Written, wellFormed, writeLines } from './write-text.ts';

/** Limits of one message, in UTF-16 units. */
export const TEXT_UNITS = 4096;
export const CAPTION_UNITS = 1024;

interface Place {
  chat_id: number | string;
  message_thread_id?: number;
  reply_parameters?: ReplyParameters;
  reply_markup?: InlineKeyboardMarkup | ForceReply;
  disable_notification?: true;
}

export interface TextPayload {
  text: string;
  entities: MessageEntity[];
  link_preview_options: { is_disabled: true };
}

/** A call of the Bot API; the bytes of a document are put in when it is made. */
export type Call =
  | { method: 'sendMessage'; place: Place; payload: TextPayload }
  | { method: 'sendRichMessage'; place: Place; payload: { rich_message: InputRichMessage } }
  | {
      method: 'sendDocument';
      place: Place;
      payload: { caption?: string; caption_entities?: MessageEntity[] };
    };

/** The ways in which a message can be said, the best first: what Telegram refuses is said plainer. */
export function render({ address, chatKind, message: given, topic }: Outgoing): Call[] {
  const hint = replyHint(given);
  const message = hint ? { ...given, lines: [...given.lines, [], hint] } : given;
  const place = placeIn(address.chatId, chatKind, message, topic);
  if (message.file) {
    return written(message, CAPTION_UNITS).map(one => ({
      method: 'sendDocument',
      place,
      payload: captioned(one),
    }));
  }
  const texts = written(message, TEXT_UNITS).map(
    (one): Call => ({
      method: 'sendMessage',
      place,
      payload: { ...one, link_preview_options: { is_disabled: true } },
    }),
  );
  const rich = message.table ? richMessage(message.lines, message.table) : null;
  return rich ? [{ method: 'sendRichMessage', place, payload: { rich_message: rich } }, ...texts] : texts;
}

function placeIn(
  chatId: string,
  chatKind: Outgoing['chatKind'],
  message: Message,
  home: string | undefined,
): Place {
  const reply_parameters = replyOf(message.replyTo);
  const reply_markup = markupOf(message, chatKind);
  // An answer goes where the question was asked, the rest to the topic of the bloc.
  const answered = message.replyTo === undefined ? null : placeOf(message.replyTo);
  const topic = answered ? answered.topic : home === undefined ? null : Number(home);
  return {
    chat_id: chatIdOf(chatId),
    ...(topic !== null && { message_thread_id: topic }),
    ...(reply_parameters && { reply_parameters }),
    ...(reply_markup && { reply_markup }),
    ...(message.pinned && { disable_notification: true }),
  };
}

/** With formats, then without any. */
function written(message: Message, units: number): Written[] {
  const { lines, table } = message;
  const best = table ? fixedWidth(lines, table, units) : writeLines(lines);
  const plain = { text: wellFormed(plainText(message)), entities: [] };
  return best.entities.length > 0 ? [best, plain] : [best];
}

const captioned = ({ text, entities }: Written) =>
  text.trim() === '' ? {} : { caption: text, caption_entities: entities };

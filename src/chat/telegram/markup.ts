import type { ForceReply, InlineKeyboardMarkup, ReplyParameters } from 'grammy/types';
import type { Message, Option } from '../../core/message.ts';
import { placeOf } from './ids.ts';
import { wellFormed } from './write-text.ts';

const styles = { primary: 'primary', danger: 'danger' } as const;

/**
 * Buttons; where a written answer is awaited in a group, the reply to the prompt is opened for that person alone, in
 * place of buttons that say no more than can be typed: Telegram takes one of both.
 */
export function markupOf(
  { options, asks, replyTo, typed }: Message,
  chatKind: 'private' | 'group',
): InlineKeyboardMarkup | ForceReply | undefined {
  // Named in the text, that person is asked whatever message is answered.
  if (typed?.ways) return { force_reply: true, selective: true };
  if (options && options.length > 0) return { inline_keyboard: options.map(row => row.map(button)) };
  // Selective means the author of the message answered: without one everybody would be asked.
  if (chatKind === 'group' && asks !== undefined && replyTo !== undefined) {
    return { force_reply: true, selective: true };
  }
  return undefined;
}

const button = ({ label, token, tone }: Option) => ({
  text: wellFormed(label),
  callback_data: token,
  ...(tone && { style: styles[tone] }),
});

/** Sent also where the message answered is gone meanwhile. */
export function replyOf(replyTo: string | undefined): ReplyParameters | undefined {
  const place = replyTo === undefined ? null : placeOf(replyTo);
  return place ? { message_id: place.messageId, allow_sending_without_reply: true } : undefined;
}

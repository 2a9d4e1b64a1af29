import type { MessageEntity } from 'grammy/types';
import type { Inline, Line } from '../../core/message.ts';
import { inlineText } from '../plain.ts';

export interface Written {
  text: string;
  entities: MessageEntity[];
}

/** Telegram takes UTF-8 only: halves of surrogate pairs, which some keyboards produce, become a sign of the same length. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A command without words is left bare: then Telegram makes it something to tap. */
const BARE_COMMAND = /^\/[a-z0-9_]{1,32}$/;

/** Lines as text and entities (offsets in UTF-16), so that nothing in a name or report is ever read as markup. */
export function writeLines(lines: readonly Line[]): Written {
  const entities: MessageEntity[] = [];
  let text = '';
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += '\n';
    for (const inline of line) {
      const words = wellFormed(textOf(inline));
      const entity = entityOf(inline, text.length, words.length);
      if (entity) entities.push(entity);
      text += words;
    }
  }
  return { text, entities };
}

/** What a link leads to need not be written out. */
const textOf = (inline: Inline) =>
  typeof inline !== 'string' && 'link' in inline ? inline.link : inlineText(inline);

function entityOf(inline: Inline, offset: number, length: number): MessageEntity | null {
  if (typeof inline === 'string' || length === 0) return null;
  if ('bold' in inline) return { type: 'bold', offset, length };
  if ('italic' in inline) return { type: 'italic', offset, length };
  if ('code' in inline) return BARE_COMMAND.test(inline.code) ? null : { type: 'code', offset, length };
  if ('link' in inline) return { type: 'text_link', offset, length, url: inline.url };
  if (!/^\d{1,15}$/.test(inline.userId)) return null;
  const user = { id: Number(inline.userId), is_bot: false, first_name: inline.mention };
  return { type: 'text_mention', offset, length, user };
}

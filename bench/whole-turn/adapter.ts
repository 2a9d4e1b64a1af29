import { Api, GrammyError } from 'grammy';
import { z } from 'zod';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { Inline, Message } from '../../src/core/message.ts';

const updateSchema = z.object({
  update_id: z.number(),
  message: z.object({
    message_id: z.number(),
    date: z.number(),
    from: z.object({ id: z.number(), first_name: z.string() }),
    chat: z.object({ id: z.number() }),
    text: z.string(),
  }),
});

/** Just enough of Telegram for one command in private, sent through the same client as the peer's. */
export function benchAdapter(apiRoot: string): ChatAdapter {
  const api = new Api('1:bench', { apiRoot });
  return {
    platform: 'telegram',
    botId: 'bench',
    capabilities: {
      buttons: true,
      edits: true,
      filesIn: false,
      filesOut: false,
      mentions: true,
      tables: false,
      opensPrivateChats: false,
      textUnits: 4096,
    },
    parse: raw => {
      const { message } = updateSchema.parse(raw);
      const [name = '', ...words] = message.text.slice(1).split(' ');
      return {
        address: { platform: 'telegram', botId: 'bench', chatId: String(message.chat.id) },
        chatKind: 'private',
        chatTitle: message.from.first_name,
        from: { userId: String(message.from.id), displayName: message.from.first_name },
        messageId: String(message.message_id),
        at: new Date(message.date * 1000),
        body: { kind: 'command', name, words: words.join(' ') },
      };
    },
    send: async ({ address, message }) => {
      try {
        const sent = await api.sendMessage(address.chatId, plain(message));
        return { kind: 'sent', messageId: String(sent.message_id) };
      } catch (error) {
        return { kind: error instanceof GrammyError ? 'refused' : 'unknown', because: String(error) };
      }
    },
    fetchFile: async () => new Uint8Array(),
  };
}

/** The raw update's key and chat, as a webhook would take them. */
export function rawEventOf(raw: unknown) {
  const { update_id, message } = updateSchema.parse(raw);
  const address = { platform: 'telegram', botId: 'bench', chatId: String(message.chat.id) } as const;
  return { address, eventKey: String(update_id), raw };
}

const word = (inline: Inline): string => {
  if (typeof inline === 'string') return inline;
  return Object.values(inline)[0] ?? '';
};

export const plain = ({ lines }: Message): string => lines.map(line => line.map(word).join('')).join('\n');

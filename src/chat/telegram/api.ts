import { Api, type InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { Call } from './render.ts';

/** Seconds until a call that nobody answers is given up; longer where much is uploaded or waited for. */
const PATIENCE_S = 30;
const LONG_PATIENCE_S = 120;
/** Whether Telegram is there must be known soon: messages wait for it. */
const PROBE_S = 1.5;

export interface ApiSettings {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** Seconds, for tests: in place of the usual patience with a send. */
  patienceS?: number;
}

export type BotApi = ReturnType<typeof createApi>;

/** The Bot API over grammY's client. No call is repeated here: that is for the outbox to decide. */
export function createApi({ token, apiRoot, patienceS = PATIENCE_S }: ApiSettings) {
  const within = (timeoutSeconds: number) => new Api(token, { apiRoot, timeoutSeconds }).raw;
  const [raw, patient, hasty] = [within(patienceS), within(LONG_PATIENCE_S), within(PROBE_S)];
  const [botId = ''] = token.split(':');

  return {
    botId,
    raw,
    /** For what may take long: polls and uploads. */
    patient,
    probe: () => hasty.getMe(),
    fileUrl: (path: string) => `${apiRoot}/file/bot${token}/${path}`,

    call({ method, place, payload }: Call, document: InputFile | null): Promise<Message> {
      if (method === 'sendMessage') return raw.sendMessage({ ...place, ...payload });
      if (method === 'sendRichMessage') return raw.sendRichMessage({ ...place, ...payload });
      if (!document) throw new Error('a document without bytes');
      return patient.sendDocument({ ...place, ...payload, document });
    },

    /** Telegram takes the first answer to a press and no other. */
    answerPress: (id: string, text?: string) =>
      raw.answerCallbackQuery({ callback_query_id: id, ...(text !== undefined && { text }) }),

    /** Whether a group lets the bot keep messages at its top. */
    async mayPin(chatId: number | string): Promise<boolean> {
      const me = await raw.getChatMember({ chat_id: chatId, user_id: Number(botId) });
      return me.status === 'administrator' && me.can_pin_messages === true;
    },

    /** Nobody's phone rings for it. */
    async pin(chatId: number | string, messageId: number): Promise<void> {
      await raw.pinChatMessage({ chat_id: chatId, message_id: messageId, disable_notification: true });
    },

    /** What the call would say, put in the place of that message. */
    async edit({ method, place, payload }: Call, messageId: number): Promise<void> {
      const { chat_id, reply_markup } = place;
      const keyboard = reply_markup && 'inline_keyboard' in reply_markup ? { reply_markup } : {};
      const target = { chat_id, message_id: messageId, ...keyboard };
      if (method === 'sendDocument') throw new Error('a document is not edited');
      await raw.editMessageText({ ...target, ...payload });
    },
  };
}

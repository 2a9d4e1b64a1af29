import { z } from 'zod';
import type { ZaloClient } from './client.ts';
import { ZaloApiError } from './errors.ts';

/** Milliseconds. */
const QUICK = 10_000;
const SEND = 20_000;
/** Whether Zalo is there must be known soon: messages wait for it. */
const PROBE = 1_500;
/** The platform fetches the picture before it answers. */
const PHOTO = 150_000;
/** Beyond the time that a poll was asked to wait. */
const POLL_GRACE = 8_000;

export interface TextStyle {
  /** UTF-16 units. */
  start: number;
  len: number;
  st: ('b' | 'i')[];
}

const meSchema = z.looseObject({
  id: z.coerce.string(),
  account_name: z.string().optional(),
  /** Undocumented, but there in every live answer seen. */
  display_name: z.string().optional(),
  can_join_groups: z.boolean().optional(),
});
export type Me = z.infer<typeof meSchema>;

/** That it was sent counts; an answer that names no id must not make it be sent again. */
const sentSchema = z
  .looseObject({ message_id: z.coerce.string().optional() })
  .nullish()
  .transform(sent => sent?.message_id ?? '');

const webhookSchema = z.looseObject({ url: z.string().optional() });

const verifiedSchema = z.looseObject({
  verification: z
    .looseObject({ ok: z.boolean().optional(), outcome: z.string().optional(), hint: z.string().optional() })
    .optional(),
});

const testedSchema = z.looseObject({
  ok: z.boolean().optional(),
  outcome: z.string().optional(),
  hint: z.string().optional(),
});

const ignore = z.unknown();
const isCode = (error: unknown, ...codes: number[]) =>
  error instanceof ZaloApiError && codes.includes(error.code);

/** `sendMs`: milliseconds until a message that nobody answers is given up. */
export function zaloMethods({ call }: ZaloClient, sendMs = SEND) {
  return {
    getMe: () => call({ method: 'getMe', body: {}, result: meSchema, timeoutMs: QUICK }),

    /** Fails unless Zalo is there and well. */
    probe: () => call({ method: 'getMe', body: {}, result: meSchema, timeoutMs: PROBE }),

    sendMessage: (chatId: string, text: string, styles: readonly TextStyle[]) =>
      call({
        method: 'sendMessage',
        body: { chat_id: chatId, text, ...(styles.length > 0 && { text_styles: styles }) },
        result: sentSchema,
        timeoutMs: sendMs,
      }),

    sendPhoto: (chatId: string, photo: string, caption: string) =>
      call({
        method: 'sendPhoto',
        body: { chat_id: chatId, photo, ...(caption !== '' && { caption }) },
        result: sentSchema,
        timeoutMs: PHOTO,
      }),

    /** What came, if anything; documented as one update, tolerated as several. Empty is an error 408 to Zalo. */
    getUpdates: async (timeoutS: number, signal: AbortSignal): Promise<unknown[]> => {
      const body = { timeout: timeoutS };
      const timeoutMs = timeoutS * 1000 + POLL_GRACE;
      try {
        const got = await call({ method: 'getUpdates', body, result: ignore, timeoutMs, signal });
        if (Array.isArray(got)) return got;
        return got === null || got === undefined ? [] : [got];
      } catch (error) {
        if (isCode(error, 408)) return [];
        throw error;
      }
    },

    /** Null: none is set, which Zalo calls not found. */
    webhookUrl: async (): Promise<string | null> => {
      try {
        const info = await call({
          method: 'getWebhookInfo',
          body: {},
          result: webhookSchema,
          timeoutMs: QUICK,
        });
        return info.url || null;
      } catch (error) {
        if (isCode(error, 404)) return null;
        throw error;
      }
    },

    /** The address is kept by Zalo even where its own check of it fails. */
    setWebhook: (url: string, secret: string) =>
      call({
        method: 'setWebhook',
        body: { url, secret_token: secret },
        result: verifiedSchema,
        timeoutMs: SEND,
      }),

    /** That none was set is fine too. */
    deleteWebhook: async (): Promise<void> => {
      await call({ method: 'deleteWebhook', body: {}, result: ignore, timeoutMs: QUICK }).catch(error => {
        if (!isCode(error, 400, 404)) throw error;
      });
    },

    testWebhook: () => call({ method: 'testWebhook', body: {}, result: testedSchema, timeoutMs: SEND }),
  };
}
export type ZaloMethods = ReturnType<typeof zaloMethods>;

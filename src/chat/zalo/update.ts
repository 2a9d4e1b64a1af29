import { z } from 'zod';

const id = z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^[\w.:-]{1,256}$/));
const words = z.string().optional();

/** What nobody reads is not kept. */
const messageSchema = z.object({
  message_id: id,
  /** Milliseconds, seconds in some events, 0 in others. */
  date: z.coerce.number().catch(0),
  text: words,
  caption: words,
  /** `photo` in the documents, `photo_url` on the wire. */
  photo: words,
  photo_url: words,
  from: z.object({
    id,
    display_name: words,
    name: words,
    is_bot: z.boolean().optional(),
  }),
  chat: z.object({ id, chat_type: words, type: words, title: words, name: words }),
});
export type ZaloMessage = z.infer<typeof messageSchema>;

const updateSchema = z.object({ event_name: z.string().max(100), message: messageSchema });
export type ZaloUpdate = z.infer<typeof updateSchema>;

const wrappedSchema = z.looseObject({ ok: z.literal(true), result: z.record(z.string(), z.unknown()) });
const namedSchema = z.looseObject({ event_name: z.string() });

/** The documents show the update wrapped as an answer's `result`; live traffic is flat. */
export const unwrapped = (body: unknown): unknown => wrappedSchema.safeParse(body).data?.result ?? body;

/** Null where there is no chat to answer: probes, and the form without a message. */
export const readUpdate = (raw: unknown): ZaloUpdate | null =>
  updateSchema.safeParse(unwrapped(raw)).data ?? null;

const SPEAKING = ['message.text.received', 'message.image.received'];

/** As it is stored: words are kept of events whose words are read, and looked through before. */
export function kept(update: ZaloUpdate): ZaloUpdate {
  if (SPEAKING.includes(update.event_name)) return update;
  const { message_id, date, from, chat } = update.message;
  return { ...update, message: { message_id, date, from, chat } };
}

/** For the log, which must not hold what people write. */
export const eventName = (raw: unknown): string =>
  namedSchema.safeParse(unwrapped(raw)).data?.event_name.slice(0, 60) ?? 'none';

/** Zalo's own check of a webhook; it may come without the secret. */
export const isProbe = (raw: unknown): boolean => eventName(raw) === 'webhook.test';

/** A message's id alone has collided across chats. */
export const eventKey = ({ event_name, message }: ZaloUpdate): string =>
  [event_name, message.chat.id, message.from.id, message.message_id].join('|');

/** Below this a date is in seconds: the year 2001 in milliseconds. */
const SECONDS = 1e12;

export function dateOf({ date }: ZaloMessage): Date {
  const at = new Date(date < SECONDS ? date * 1000 : date);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

export const isGroup = ({ chat }: ZaloMessage): boolean =>
  (chat.chat_type ?? chat.type ?? '').toUpperCase() === 'GROUP' || chat.id.startsWith('zgr-');

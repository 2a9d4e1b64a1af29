import { z } from 'zod';
import type { ClaimedEvent } from '../../db/inbox.ts';
import type { ChatEvent } from '../chat/port.ts';

/**
 * What lies in the inbox for files that came through an upload link: no messenger's update, but an event of the
 * person's private chat all the same, with its files beside it.
 */
const uploadedSchema = z.object({
  uploaded: z.object({
    blocId: z.number(),
    from: z.object({ userId: z.string(), displayName: z.string() }),
    conversation: z.string(),
    topic: z.string(),
    at: z.coerce.date(),
  }),
});
export type Uploaded = z.infer<typeof uploadedSchema>['uploaded'];

export const rawUploaded = (uploaded: Uploaded): z.infer<typeof uploadedSchema> => ({ uploaded });

/** Null for a messenger's own update. */
export function readUploaded(raw: unknown): Uploaded | null {
  return uploadedSchema.safeParse(raw).data?.uploaded ?? null;
}

/** As the turn hears it. */
export function uploadedEvent(
  { from, at, conversation, topic }: Uploaded,
  { platform, botId, chatId, chatKind }: ClaimedEvent,
): ChatEvent {
  return {
    address: { platform, botId, chatId },
    chatKind,
    chatTitle: from.displayName,
    from,
    messageId: null,
    at,
    body: { kind: 'uploaded', conversation, topic },
  };
}

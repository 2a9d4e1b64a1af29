import { z } from 'zod';
import { roomFileSchema } from './message.ts';

/** What lies in the inbox for an event of the room: the counterpart of a platform's update. */
export const rawRoomEventSchema = z.object({
  key: z.string(),
  chat: z.object({ id: z.string(), kind: z.enum(['private', 'group']), title: z.string() }),
  from: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  what: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('message'),
      id: z.string(),
      text: z.string(),
      files: z.array(roomFileSchema),
      replyTo: z.object({ id: z.string(), toBot: z.boolean() }).nullable(),
    }),
    z.object({ kind: z.literal('choice'), messageId: z.string(), token: z.string() }),
    z.object({ kind: z.literal('edit'), messageId: z.string(), text: z.string() }),
    /** Somebody made the group, and the bot is in it. */
    z.object({ kind: z.literal('made') }),
  ]),
});
export type RawRoomEvent = z.infer<typeof rawRoomEventSchema>;
export type RawMessage = Extract<RawRoomEvent['what'], { kind: 'message' }>;

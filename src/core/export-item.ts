import { z } from 'zod';

/** Somebody asked for a sheet: it is made by the tick, outside his turn, and sent to the chat where he asked. */
export const exportItemSchema = z.object({
  kind: z.literal('export'),
  key: z.string(),
  at: z.coerce.date(),
  what: z.literal('reports'),
  seasonId: z.string(),
  /** Null: the whole year. */
  deadlineId: z.string().nullable(),
  personId: z.string(),
  chat: z.object({ platform: z.string(), botId: z.string(), chatId: z.string() }),
});
export type ExportItem = z.infer<typeof exportItemSchema>;
